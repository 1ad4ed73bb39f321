package org.huzhu.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sealed record as a line of text: its position and its fields between tabs, written as PostgreSQL's {@code COPY}
 * writes text.
 *
 * @param pos from 1, without gaps
 * @param fields in the order in which they are sealed
 */
record SealedLine(long pos, List<Optional<String>> fields) {

    private static final String ABSENT = "\\N";

    String line() {
        return pos + "\t" + fields.stream().map(SealedLine::escape).collect(Collectors.joining("\t"));
    }

    byte[] bytes() {
        return Canonical.record(pos, fields);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static SealedLine parse(String line) {
        List<String> columns = Arrays.asList(line.split("\t", -1));
        List<Optional<String>> fields = new ArrayList<>();
        for (String column : columns.subList(1, columns.size())) {
            fields.add(ABSENT.equals(column) ? Optional.empty() : Optional.of(unescape(column)));
        }
        return new SealedLine(Long.parseLong(columns.getFirst()), fields);
    }

    private static String escape(Optional<String> field) {
        return field.map(text -> text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r"))
                .orElse(ABSENT);
    }

    private static String unescape(String text) {
        StringBuilder clear = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                i++;
                sign = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case '\\' -> '\\';
                    default ->
                        throw new IllegalArgumentException("'\\%c' stands for nothing".formatted(text.charAt(i)));
                };
            }
            clear.append(sign);
        }
        return clear.toString();
    }
}
