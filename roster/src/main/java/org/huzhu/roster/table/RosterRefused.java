package org.huzhu.roster.table;

/**
 * A file cannot be read as a roster. The message is in Chinese: the place, what is wrong there, and what to do. It
 * never shows what stands in a cell.
 */
public final class RosterRefused extends RuntimeException {

    private final Reason reason;
    private final String place;

    /** Why a file is refused. */
    public enum Reason {
        /** A workbook of before 2007, .xls or .et. */
        OLD_WORKBOOK,
        /** A workbook in the binary form, .xlsb. */
        BINARY_WORKBOOK,
        /** A password is needed to read it. */
        ENCRYPTED,
        /** Cut off, or changed on its way. */
        DAMAGED,
        /** A picture, a text, a page, or a file of any other kind. */
        NOT_A_TABLE,
        /** Small when packed, huge when unpacked. */
        BOMB,
        /** More bytes than are read. */
        TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        EMPTY,
        /** Text in an encoding that is none of those that are known. */
        UNKNOWN_ENCODING,
        /** XML that declares entities or a document type, which no office program writes. */
        XML_DECLARATIONS,
        /** No row among the first names columns that we know. */
        NO_HEADER,
        /** A column without which nobody can be taken in. */
        MISSING_COLUMN,
        /** The disk or the rights, not the file. */
        UNREADABLE
    }

    /**
     * Refuses a file.
     *
     * @param place where in it, in Chinese; empty for all of it
     * @param what is wrong, and {@code remedy} what to do; neither ends with a full stop
     */
    public RosterRefused(Reason reason, String place, String what, String remedy) {
        super((place.isEmpty() ? "" : place + "：") + what + "。" + remedy + "。");
        this.reason = reason;
        this.place = place;
    }

    RosterRefused(Reason reason, String place, String what, String remedy, Throwable cause) {
        this(reason, place, what, remedy);
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    /** Where in the file, such as 第 12 行; empty where it is all of it. */
    public String place() {
        return place;
    }
}
