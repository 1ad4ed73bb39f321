package org.huzhu.history.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes structures in Thrift's compact protocol, in which Parquet keeps everything but the values. */
final class ThriftOut {

    static final int INT32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;

    private static final int BOOLEAN_TRUE = 1;
    private static final int BOOLEAN_FALSE = 2;
    private static final int INT64 = 6;
    private static final int LIST = 9;
    private static final int LONG_FORM = 15;
    private static final int DEPTH_MAX = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int[] lastField = new int[DEPTH_MAX];
    private int depth;

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Begins a structure that is no field: the outermost, or an element of a list. */
    ThriftOut begin() {
        lastField[++depth] = 0;
        return this;
    }

    ThriftOut begin(int field) {
        header(field, STRUCT);
        return begin();
    }

    ThriftOut end() {
        bytes.write(0);
        depth--;
        return this;
    }

    ThriftOut int32(int field, int value) {
        header(field, INT32);
        return element(value);
    }

    ThriftOut int64(int field, long value) {
        header(field, INT64);
        return element(value);
    }

    ThriftOut bool(int field, boolean value) {
        header(field, value ? BOOLEAN_TRUE : BOOLEAN_FALSE);
        return this;
    }

    ThriftOut text(int field, String text) {
        return binary(field, text.getBytes(UTF_8));
    }

    ThriftOut binary(int field, byte[] value) {
        header(field, BINARY);
        return element(value);
    }

    /** Begins a list, whose elements follow. */
    ThriftOut list(int field, int size, int type) {
        header(field, LIST);
        if (size < LONG_FORM) {
            bytes.write(size << 4 | type);
        } else {
            bytes.write(LONG_FORM << 4 | type);
            unsigned(size);
        }
        return this;
    }

    ThriftOut element(long value) {
        unsigned(value << 1 ^ value >> 63);
        return this;
    }

    /** An element of a list. */
    ThriftOut text(String text) {
        return element(text.getBytes(UTF_8));
    }

    private ThriftOut element(byte[] value) {
        unsigned(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void header(int field, int type) {
        int step = field - lastField[depth];
        if (step > 0 && step < LONG_FORM) {
            bytes.write(step << 4 | type);
        } else {
            bytes.write(type);
            element(field);
        }
        lastField[depth] = field;
    }

    private void unsigned(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
    }
}
