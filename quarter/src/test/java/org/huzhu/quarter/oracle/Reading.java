package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the three kinds of files that a settling is given. */
final class Reading {

    private static final List<String> REGISTER =
            List.of("member_no", "id_number", "name", "card_no", "valid_from", "valid_to", "agency");
    private static final List<String> PAID = List.of("member_no", "id_number", "card_no", "agency", "year", "due");

    private Reading() {}

    static List<FeedLine> feed(Path file) throws IOException {
        List<String> lines = Texts.lines(file);
        List<String> header = header(file, lines, FeedLine.COLUMNS);
        List<FeedLine> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                rows.add(row(file, header, i + 1, Texts.fields(lines.get(i))));
            }
        }
        return rows;
    }

    private static FeedLine row(Path file, List<String> header, int number, Optional<List<String>> fields) {
        int place = header.indexOf("record_no");
        String recordNo =
                fields.isPresent() && place < fields.get().size() ? fields.get().get(place) : "";
        boolean whole = fields.isPresent() && fields.get().size() == header.size();
        Map<String, String> columns = whole ? columns(header, fields.get()) : Map.of();
        return new FeedLine(name(file), number, recordNo, columns);
    }

    static List<Holder> register(Path file) throws IOException {
        List<Holder> holders = new ArrayList<>();
        for (Map<String, String> row : table(file, REGISTER)) {
            String until = cell(row, "valid_to");
            holders.add(new Holder(
                    cell(row, "member_no"),
                    Numbers.canonical(cell(row, "id_number")).orElseThrow(),
                    cell(row, "card_no"),
                    Texts.day(cell(row, "valid_from")).orElseThrow(),
                    until.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Texts.day(until).orElseThrow()),
                    cell(row, "agency")));
        }
        return holders;
    }

    /** What each person was paid by the lists. */
    static Map<String, BigDecimal> paid(int year, List<Path> lists) throws IOException {
        Map<String, BigDecimal> paid = new HashMap<>();
        for (Path list : lists) {
            for (Map<String, String> row : table(list, PAID)) {
                if (!cell(row, "year").equals(Integer.toString(year))) {
                    throw new IllegalArgumentException(list + " is a list of " + cell(row, "year"));
                }
                String person = Numbers.canonical(cell(row, "id_number")).orElseThrow();
                paid.merge(person, new BigDecimal(cell(row, "due")), BigDecimal::add);
            }
        }
        return paid;
    }

    private static List<Map<String, String>> table(Path file, List<String> wanted) throws IOException {
        List<String> lines = Texts.lines(file);
        List<String> header = header(file, lines, wanted);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isEmpty()) {
                rows.add(columns(header, Texts.fields(line).orElseThrow()));
            }
        }
        return rows;
    }

    private static List<String> header(Path file, List<String> lines, List<String> wanted) {
        List<String> header =
                lines.isEmpty() ? List.of() : Texts.fields(lines.getFirst()).orElseThrow();
        if (!header.containsAll(wanted)) {
            throw new IllegalArgumentException(name(file) + " lacks a column of " + wanted);
        }
        return header;
    }

    private static Map<String, String> columns(List<String> header, List<String> fields) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), fields.get(i));
        }
        return columns;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static String name(Path file) {
        return file.toString().substring(file.toString().lastIndexOf('/') + 1);
    }
}
