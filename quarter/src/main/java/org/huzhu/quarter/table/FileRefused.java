package org.huzhu.quarter.table;

/** A file cannot be read or written, or is no table of its kind. The message is in Chinese and says what to do. */
public final class FileRefused extends RuntimeException {

    FileRefused(String message) {
        super(message);
    }

    FileRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** Refuses an input file: what is wrong with it, and what to do; neither ends with a full stop. */
    static FileRefused of(TableFile file, String what, String remedy) {
        return new FileRefused(worded(file, what, remedy));
    }

    static FileRefused of(TableFile file, String what, String remedy, Throwable cause) {
        return new FileRefused(worded(file, what, remedy), cause);
    }

    private static String worded(TableFile file, String what, String remedy) {
        return "文件 " + file.path() + "（--" + file.option() + "）" + what + "。" + remedy;
    }
}
