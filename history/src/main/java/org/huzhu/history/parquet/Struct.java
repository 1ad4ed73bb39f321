package org.huzhu.history.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/** A structure that was read, its fields by their numbers. A field that is missing or of another type is an error. */
record Struct(Map<Integer, Object> fields) {

    boolean has(int field) {
        return fields.containsKey(field);
    }

    long number(int field) {
        return value(field, Long.class);
    }

    long number(int field, long otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    /** A number that counts something. */
    int count(int field) {
        long count = number(field);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IllegalStateException("Field " + field + " counts " + count);
        }
        return (int) count;
    }

    boolean bool(int field, boolean otherwise) {
        return has(field) ? value(field, Boolean.class) : otherwise;
    }

    String text(int field) {
        return new String(value(field, byte[].class), UTF_8);
    }

    Struct struct(int field) {
        return value(field, Struct.class);
    }

    List<Struct> structs(int field) {
        List<?> elements = value(field, List.class);
        return elements.stream().map(Struct.class::cast).toList();
    }

    List<String> texts(int field) {
        List<?> elements = value(field, List.class);
        return elements.stream()
                .map(byte[].class::cast)
                .map(text -> new String(text, UTF_8))
                .toList();
    }

    private <T> T value(int field, Class<T> type) {
        Object value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException("Field " + field + " is missing");
        }
        return type.cast(value);
    }
}
