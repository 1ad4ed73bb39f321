package org.huzhu.history.parquet;

import java.util.zip.CRC32;

/** A page, unpacked. */
final class Page {

    static final int DATA = 0;
    static final int INDEX = 1;
    static final int DICTIONARY = 2;
    static final int DATA_V2 = 3;

    private static final int LENGTH_MAX = 1 << 29;

    private final Struct header;
    private final byte[] bytes;
    private final int from;
    private final int end;
    private final int levels;

    private Page(Struct header, byte[] bytes, int from, int end, int levels) {
        this.header = header;
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        this.levels = levels;
    }

    /** Unpacks the page whose header was read and whose bytes stand from a place on. */
    static Page unpack(Struct header, byte[] chunk, int from, Codec codec, Workspace workspace) {
        int packed = header.count(3);
        int whole = header.count(2);
        check(whole <= LENGTH_MAX, "A page of " + whole + " bytes is too long");
        checkSum(header, chunk, from, packed);
        boolean isV2 = header.number(1) == DATA_V2;
        int levels = isV2 ? levels(header.struct(8)) : 0;
        check(levels <= packed && levels <= whole, "A page is shorter than its levels");
        if (codec == Codec.NONE || (isV2 && !header.struct(8).bool(7, true))) {
            check(packed == whole, "A page that is not packed has two lengths");
            return new Page(header, chunk, from, from + whole, levels);
        }
        byte[] page = workspace.page(whole + Runs.SPARE);
        System.arraycopy(chunk, from, page, 0, levels);
        if (whole > levels) {
            codec.unpack(workspace, chunk, from + levels, packed - levels, page, levels, whole - levels);
        }
        return new Page(header, page, 0, whole, levels);
    }

    Struct header() {
        return header;
    }

    /** Where the page stands, with {@link Runs#SPARE} bytes behind it. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int end() {
        return end;
    }

    /** How many bytes at its beginning say which rows have a value; in version 2 only, else zero. */
    int levels() {
        return levels;
    }

    private static int levels(Struct data) {
        check(data.count(6) == 0, "A flat column has no levels of repetition");
        return data.count(5);
    }

    private static void checkSum(Struct header, byte[] bytes, int from, int length) {
        if (header.has(4)) {
            CRC32 sum = new CRC32();
            sum.update(bytes, from, length);
            check((int) sum.getValue() == (int) header.number(4), "The sum over a page is not the one it states");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
