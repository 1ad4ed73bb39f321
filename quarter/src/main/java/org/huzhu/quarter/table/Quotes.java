package org.huzhu.quarter.table;

/**
 * Where a record with quotes ends (RFC 4180), and what it says: the careful path beside the quick one of {@link Row}.
 *
 * <p>A quote that is never closed must not swallow the rows after it. A record goes over several lines only if it is in
 * order as a whole: quotes closed before a comma or a line's end, the right number of fields, at most
 * {@value #RECORD_MAX_BYTES} bytes. Else it ends with its first line, and the next line is read for itself.
 */
final class Quotes {

    /** The answer of {@link #endOf} when more bytes are needed to tell. */
    static final int MORE = -1;

    static final int RECORD_MAX_BYTES = 65_536;

    /** As many fields as there are. */
    static final int ANY = -1;

    private Quotes() {}

    /**
     * The place after the record that starts at {@code from}, its line's end included.
     *
     * @param limit where the known bytes end, exclusive
     * @param isLast whether the file ends there
     * @param columns how many fields a record of several lines must have, or {@link #ANY}
     */
    static int endOf(byte[] bytes, int from, int limit, boolean isLast, int columns) {
        int firstLineEnd = MORE;
        int fields = 1;
        boolean inQuotes = false;
        boolean atStart = true;
        boolean isClosed = false;
        boolean isInOrder = true;
        for (int i = from; i < limit; i++) {
            byte b = bytes[i];
            if (inQuotes) {
                if (b == '\n' && firstLineEnd == MORE) {
                    firstLineEnd = i + 1;
                } else if (b == '"' && i + 1 < limit && bytes[i + 1] == '"') {
                    i++;
                } else if (b == '"') {
                    inQuotes = false;
                    isClosed = true;
                }
            } else if (b == '\n') {
                boolean isWhole =
                        isInOrder && (columns == ANY || fields == columns) && i + 1 - from <= RECORD_MAX_BYTES;
                return firstLineEnd == MORE || isWhole ? i + 1 : firstLineEnd;
            } else if (b == ',') {
                fields++;
                atStart = true;
                isClosed = false;
            } else {
                inQuotes = b == '"' && atStart;
                isInOrder &= isClosed ? b == '\r' : inQuotes || b != '"';
                atStart = false;
            }
        }
        return endOfBroken(firstLineEnd, isLast, inQuotes || !isInOrder || fields != columns, limit, limit - from);
    }

    private static int endOfBroken(int firstLineEnd, boolean isLast, boolean isBroken, int limit, int length) {
        if (firstLineEnd != MORE && (length > RECORD_MAX_BYTES || (isLast && isBroken))) {
            return firstLineEnd;
        }
        return isLast ? limit : MORE;
    }

    /**
     * Reads the fields of the record from {@code from} to {@code to} (without the line's end) into the row.
     *
     * @return whether all quotes stand where they may
     */
    static boolean read(byte[] bytes, int from, int to, Row row) {
        byte[] plain = row.clearedFor(to - from);
        int used = 0;
        int start = 0;
        boolean inQuotes = false;
        boolean atStart = true;
        boolean isClosed = false;
        boolean isInOrder = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"' && atStart) {
                inQuotes = true;
                atStart = false;
            } else if (inQuotes && b == '"' && i + 1 < to && bytes[i + 1] == '"') {
                plain[used++] = b;
                i++;
            } else if (inQuotes && b == '"') {
                inQuotes = false;
                isClosed = true;
            } else if (!inQuotes && b == ',') {
                row.field(start, used);
                start = used;
                atStart = true;
                isClosed = false;
            } else {
                isInOrder &= inQuotes || (!isClosed && b != '"');
                plain[used++] = b;
                atStart = false;
            }
        }
        row.field(start, used);
        return isInOrder && !inQuotes;
    }
}
