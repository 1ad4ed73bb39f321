package org.huzhu.quarters.designated;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.quarters.designated.Designations.Wrong;
import org.huzhu.quarters.designated.Designations.Wrong.Reason;

/** A list of designated people, as a union writes it: name, identity number, first and last day, paper. */
final class DesignationList {

    private static final int BYTES_MAX = 20 << 20;
    private static final int LINES_MAX = 100_000;
    private static final int WRONG_MAX = 20;
    private static final int SOURCE_MAX = 200;
    private static final String NAME = "姓名";
    private static final String NUMBER = "身份证号";
    private static final String SINCE = "起始日期";
    private static final String LAST = "终止日期";
    private static final String SOURCE = "依据";
    private static final List<String> NEEDED = List.of(NAME, NUMBER, SINCE);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();

    private DesignationList() {}

    /**
     * A line that can be taken.
     *
     * @param until the day after the last, exclusive
     */
    record Entry(String name, IdNumber number, LocalDate since, Optional<LocalDate> until, String source) {

        @Override
        public String toString() {
            return "Entry since " + since;
        }
    }

    static DesignationList of(InputStream in) {
        DesignationList list = new DesignationList();
        try {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                list.wrong.add(new Wrong(1, Reason.TOO_MANY));
            } else {
                list.read(text(bytes));
            }
        } catch (CharacterCodingException | CsvParseException | IllegalStateException _) {
            list.wrong.add(new Wrong(1, Reason.NO_TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    List<Entry> entries() {
        return entries;
    }

    /** What is wrong with the first of its lines that cannot be taken. */
    List<Wrong> wrong() {
        return wrong;
    }

    /** In UTF-8 where all of it is, else in GB18030. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            text = Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void read(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(NEEDED)) {
                    wrong.add(new Wrong(1, Reason.COLUMNS));
                    return;
                }
                if (entries.size() == LINES_MAX) {
                    wrong.add(new Wrong(row.getStartingLineNumber(), Reason.TOO_MANY));
                }
                if (wrong.size() >= WRONG_MAX) {
                    return;
                }
                take(row);
            }
        }
        if (entries.isEmpty() && wrong.isEmpty()) {
            wrong.add(new Wrong(1, Reason.COLUMNS));
        }
    }

    private void take(NamedCsvRecord row) {
        String name = cell(row, NAME);
        Optional<IdNumber> number = IdNumber.find(cell(row, NUMBER));
        Optional<LocalDate> since = day(cell(row, SINCE));
        Optional<LocalDate> last = day(cell(row, LAST));
        long line = row.getStartingLineNumber();
        if (!isName(name)) {
            wrong.add(new Wrong(line, Reason.NAME));
        } else if (number.isEmpty()) {
            wrong.add(new Wrong(line, Reason.NUMBER));
        } else if (since.isEmpty()
                || (last.isEmpty() && !cell(row, LAST).isEmpty())
                || last.filter(since.get()::isAfter).isPresent()) {
            wrong.add(new Wrong(line, Reason.DAYS));
        } else if (cell(row, SOURCE).length() > SOURCE_MAX) {
            wrong.add(new Wrong(line, Reason.SOURCE));
        } else {
            entries.add(new Entry(
                    new PersonName(name).text(),
                    number.get(),
                    since.get(),
                    last.map(day -> day.plusDays(1)),
                    cell(row, SOURCE)));
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static boolean isName(String name) {
        try {
            return !new PersonName(name).text().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
