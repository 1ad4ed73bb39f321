package org.huzhu.command;

import org.huzhu.command.terminal.Progress;
import org.huzhu.command.terminal.Progress.Work;
import org.huzhu.quarter.SettlementListener;
import org.jspecify.annotations.Nullable;

/** Shows a settlement's progress, one bar for each stage. */
final class SettlementProgress implements SettlementListener, AutoCloseable {

    private @Nullable Stage stage;
    private @Nullable Progress progress;
    private long shown;

    @Override
    public void reached(Stage now, long done, long total) {
        Progress current = progress;
        if (current == null || stage != now) {
            close();
            current = Progress.on(work(now), total);
            progress = current;
            stage = now;
            shown = 0;
        }
        current.advance(done - shown);
        shown = done;
    }

    private static Work work(Stage stage) {
        return switch (stage) {
            case READING -> new Work("读取", "MB", 1_000_000);
            case JUDGING -> Work.of("核算", "行");
            case WRITING -> Work.of("写出", "人");
        };
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
