package org.huzhu.command.history;

import org.huzhu.columns.EventKind;

/** What kinds of events are called in Chinese, as in cases. */
final class EventWords {

    private EventWords() {}

    static String of(EventKind kind) {
        return switch (kind) {
            case VISIT -> "门诊";
            case STAY -> "住院";
            case DIAGNOSIS -> "确诊";
            case ACCIDENT -> "意外";
            case DEATH -> "身故";
            case LOSS -> "家财损失";
            case MATURITY -> "满期";
        };
    }
}
