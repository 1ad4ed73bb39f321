package org.huzhu.city.roster;

/**
 * A cell of a made-up roster.
 *
 * @param text of a day its serial
 */
record MadeCell(Kind kind, String text) {

    /** How it stands in a workbook. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        ERROR
    }

    static MadeCell text(String text) {
        return new MadeCell(Kind.TEXT, text);
    }

    static MadeCell number(String text) {
        return new MadeCell(Kind.NUMBER, text);
    }
}
