package org.huzhu.roster.table;

/**
 * What stands in a cell.
 *
 * @param text as a person reads it; a day as 2026-09-01, a number of more than 15 digits as 1.10101199003070E+17, since
 *     no spreadsheet keeps more of it
 */
public record Cell(Kind kind, String text) {

    /** Nothing. */
    public static final Cell BLANK = new Cell(Kind.BLANK, "");

    /** What a cell holds. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        /** A number that is shown as a day. */
        DAY,
        /** Such as #N/A. */
        ERROR,
        /** A formula whose result was not saved. */
        UNCALCULATED
    }

    /** A text; blank where it has no sign that can be seen. */
    public static Cell text(String text) {
        return text.isBlank() ? BLANK : new Cell(Kind.TEXT, text);
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }
}
