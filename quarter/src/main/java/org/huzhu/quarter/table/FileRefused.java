package org.huzhu.quarter.table;

/** A file cannot be read or written, or is no table of its kind. The message is in Chinese and says what to do. */
public final class FileRefused extends RuntimeException {

    FileRefused(String message) {
        super(message);
    }

    FileRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
