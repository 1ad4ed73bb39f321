package org.huzhu.history.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads structures in Thrift's compact protocol. What does not hold together ends in an {@link IllegalStateException}
 * or an {@link IndexOutOfBoundsException}.
 */
final class ThriftIn {

    private static final int LONG_FORM = 15;
    private static final int DEPTH_MAX = 32;
    private static final int BITS_MAX = 64;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;

    /** Reads from a place on, up to an exclusive end. */
    ThriftIn(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Where the next byte stands. */
    int at() {
        return at;
    }

    /** Goes on behind so many bytes that are not Thrift. */
    void skip(int count) {
        at = Math.addExact(at, count);
    }

    Struct struct() {
        if (++depth > DEPTH_MAX) {
            throw new IllegalStateException("Structures within structures, more than " + DEPTH_MAX);
        }
        Map<Integer, Object> fields = new HashMap<>();
        int field = 0;
        for (int header = next(); header != 0; header = next()) {
            int step = header >> 4 & 0xf;
            field = step != 0 ? field + step : (int) signed();
            fields.put(field, value(header & 0xf));
        }
        depth--;
        return new Struct(fields);
    }

    private Object value(int type) {
        return switch (type) {
            case 1 -> true;
            case 2 -> false;
            case 3 -> (long) next();
            case 4, 5, 6 -> signed();
            case 7 -> binary(Double.BYTES);
            case 8 -> binary(size());
            case 9, 10 -> list();
            case 12 -> struct();
            default -> throw new IllegalStateException("There is no type " + type + " of Thrift here");
        };
    }

    private List<Object> list() {
        int header = next() & 0xff;
        int size = header >> 4 == LONG_FORM ? size() : header >> 4;
        int type = header & 0xf;
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(type <= 2 ? (Object) (next() == 1) : value(type));
        }
        return elements;
    }

    private byte[] binary(int length) {
        int from = at;
        skip(length);
        if (length < 0 || at > end) {
            throw new IndexOutOfBoundsException("A value of " + length + " bytes ends behind byte " + end);
        }
        return Arrays.copyOfRange(bytes, from, at);
    }

    private int size() {
        return Math.toIntExact(unsigned());
    }

    private byte next() {
        if (at >= end) {
            throw new IndexOutOfBoundsException("The structure ends behind byte " + end);
        }
        return bytes[at++];
    }

    private long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < BITS_MAX; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("A number has more than 64 bits");
    }
}
