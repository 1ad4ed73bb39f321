package org.huzhu.history.parquet;

/**
 * Unpacks Snappy, in which others pack by default; nothing is packed with it here.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">Snappy compressed format</a>
 */
final class Snappy {

    private static final int LITERAL_IN_TAG = 60;

    private final byte[] from;
    private final int end;
    private final byte[] into;
    private int at;
    private int put;

    private Snappy(byte[] from, int at, int end, byte[] into, int put) {
        this.from = from;
        this.at = at;
        this.end = end;
        this.into = into;
        this.put = put;
    }

    /** Unpacks from a place up to an end into exactly the room that is given. */
    static void unpack(byte[] from, int at, int end, byte[] into, int put, int putEnd) {
        Snappy snappy = new Snappy(from, at, end, into, put);
        int length = snappy.length();
        if (length != putEnd - put) {
            throw new IllegalStateException("A page of " + (putEnd - put) + " bytes has " + length);
        }
        while (snappy.at < end && snappy.put < putEnd) {
            snappy.element(putEnd);
        }
        if (snappy.put != putEnd) {
            throw new IllegalStateException("A page ends " + (putEnd - snappy.put) + " bytes too early");
        }
    }

    private int length() {
        int length = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = number(1);
            length |= (next & 0x7f) << shift;
            if (next < 0x80) {
                break;
            }
        }
        return length;
    }

    private void element(int putEnd) {
        int tag = number(1);
        int size = tag >>> 2;
        switch (tag & 3) {
            case 0 -> literal(size < LITERAL_IN_TAG ? size + 1 : number(size - LITERAL_IN_TAG + 1) + 1, putEnd);
            case 1 -> copy((size & 7) + 4, ((size >>> 3) << 8) | number(1), putEnd);
            case 2 -> copy(size + 1, number(2), putEnd);
            default -> copy(size + 1, number(4), putEnd);
        }
    }

    private void literal(int length, int putEnd) {
        check(length > 0 && length <= end - at && length <= putEnd - put);
        System.arraycopy(from, at, into, put, length);
        at += length;
        put += length;
    }

    /** What is copied may run into what it writes: then it repeats. */
    private void copy(int length, int back, int putEnd) {
        check(back > 0 && back <= put && length <= putEnd - put);
        for (int i = 0; i < length; i++) {
            into[put] = into[put - back];
            put++;
        }
    }

    private int number(int bytes) {
        check(bytes <= end - at);
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (from[at++] & 0xff) << (Byte.SIZE * i);
        }
        return number;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A page packed with Snappy goes beyond its bounds");
        }
    }
}
