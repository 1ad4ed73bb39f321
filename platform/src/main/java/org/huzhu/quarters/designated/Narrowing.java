package org.huzhu.quarters.designated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.IdNumber;
import org.huzhu.quarter.InputKind;

/**
 * The files of a quarter for designated people alone: of the register their cards, valid on the days on which they are
 * designated; of the feeds whatever bears on them. Settled, they give each of them what the whole feeds would.
 *
 * <p>Bytes that are no ASCII pass as they are, in whatever encoding: neither in UTF-8 nor in GB18030 is a comma, a
 * quote or the end of a line a part of another sign.
 */
public final class Narrowing {

    private static final String NUMBER = "id_number";
    private static final String FROM = "valid_from";
    private static final String TO = "valid_to";

    private final Map<IdNumber, List<DateSpan>> spans = new HashMap<>();

    /** The numbers of the rows of designated people, and of what cancels them. */
    private final Set<String> records = new HashSet<>();

    private Narrowing() {}

    /** To those of a {@link DesignatedList}. */
    public static Narrowing to(Path list) throws IOException {
        Narrowing narrowing = new Narrowing();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            for (NamedCsvRecord row : rows) {
                String until = row.getField("until");
                narrowing
                        .spans
                        .computeIfAbsent(IdNumber.parse(row.getField(NUMBER)), _ -> new ArrayList<>())
                        .add(new DateSpan(
                                LocalDate.parse(row.getField("since")),
                                until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until)));
            }
        }
        return narrowing;
    }

    /** Writes the register anew. */
    public Path register(Path register, Path to) throws IOException {
        List<String> columns = InputKind.MEMBERS.columns();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FeedRows.unmarked(register));
                CsvWriter out =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to, ISO_8859_1)) {
            out.writeRecord(columns);
            for (NamedCsvRecord row : rows) {
                Optional<IdNumber> number = IdNumber.find(row.getField(NUMBER));
                if (number.filter(spans::containsKey).isPresent()) {
                    for (DateSpan days : days(row, spans.getOrDefault(number.get(), List.of()))) {
                        out.writeRecord(columns.stream()
                                .map(column -> cell(row, column, days))
                                .toList());
                    }
                }
            }
        }
        return to;
    }

    private static String cell(NamedCsvRecord row, String column, DateSpan days) {
        return switch (column) {
            case FROM -> days.from().toString();
            case TO -> days.until().equals(LocalDate.MAX) ? "" : days.until().toString();
            default -> row.getField(column);
        };
    }

    /** The days on which a card is valid and its holder designated; a row that has wrong days counts for none. */
    private static List<DateSpan> days(NamedCsvRecord row, List<DateSpan> designated) {
        try {
            LocalDate from = LocalDate.parse(row.getField(FROM));
            LocalDate to = row.getField(TO).isEmpty() ? LocalDate.MAX : LocalDate.parse(row.getField(TO));
            return !from.isBefore(to)
                    ? List.of()
                    : designated.stream()
                            .flatMap(span -> span.intersect(new DateSpan(from, to)).stream())
                            .toList();
        } catch (DateTimeParseException _) {
            return List.of();
        }
    }

    /** Writes each feed anew; a row may be cancelled in another feed than it stands in. */
    public List<Path> feeds(List<Path> feeds, Path folder) throws IOException {
        for (Path feed : feeds) {
            FeedRows.each(feed, row -> {
                if (row.isWhole()) {
                    records.addAll(row.words());
                } else if (isOurs(row)) {
                    records.add(row.record());
                }
            });
        }
        Set<String> cancelling = new HashSet<>();
        for (Path feed : feeds) {
            FeedRows.each(feed, row -> {
                if (!row.cancels().isEmpty() && records.contains(row.cancels())) {
                    cancelling.add(row.record());
                }
            });
        }
        records.addAll(cancelling);
        records.remove("");
        List<Path> narrowed = new ArrayList<>();
        for (Path feed : feeds) {
            narrowed.add(feed(feed, folder.resolve("designated-" + (narrowed.size() + 1) + ".csv")));
        }
        return narrowed;
    }

    private Path feed(Path feed, Path to) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to, ISO_8859_1)) {
            FeedRows.each(feed, row -> {
                if (row.isWhole() || isOurs(row) || bears(row)) {
                    out.write(row.line());
                    out.write('\n');
                }
            });
        }
        return to;
    }

    /** Whether it cancels one of theirs, or has the number of one: which of the two stands is for the settlement. */
    private boolean bears(FeedRows.Row row) {
        return records.contains(row.record()) || records.contains(row.cancels());
    }

    private boolean isOurs(FeedRows.Row row) {
        return IdNumber.find(row.number()).filter(spans::containsKey).isPresent();
    }
}
