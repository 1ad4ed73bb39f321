package org.huzhu.history;

import java.io.Serial;

/**
 * A store cannot be read or written, or is none. The message is in Chinese, names file and column, and says what to do;
 * it does not end with a full stop.
 */
public final class HistoryRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What to do about a store that is not what was written. */
    static final String REMEDY = "。请用 huzhu history make 重新生成，或从备份恢复整个目录";

    HistoryRefused(String message) {
        super(message);
    }

    HistoryRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** Refuses a file of the store for what is wrong with a column of it. */
    static HistoryRefused of(String file, String column, String what) {
        return new HistoryRefused("文件 " + file + " 的列 " + column + " " + what + REMEDY);
    }
}
