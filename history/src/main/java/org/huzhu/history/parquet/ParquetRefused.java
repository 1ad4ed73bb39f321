package org.huzhu.history.parquet;

import java.io.Serial;

/** A file is no Parquet, is damaged, or uses what is not known here. The message is in Chinese and names the place. */
public final class ParquetRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ParquetRefused(String message) {
        super(message);
    }

    ParquetRefused(String message, Throwable cause) {
        super(message, cause);
    }

    static ParquetRefused of(String file, String column, String what, Throwable cause) {
        return new ParquetRefused(worded(file, column, what), cause);
    }

    /** Refuses what stands in a column of a file. */
    static ParquetRefused of(String file, String column, String what) {
        return new ParquetRefused(worded(file, column, what));
    }

    private static String worded(String file, String column, String what) {
        return "文件 " + file + " 的列 " + column + " " + what;
    }
}
