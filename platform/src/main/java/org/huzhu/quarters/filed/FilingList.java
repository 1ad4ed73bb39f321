package org.huzhu.quarters.filed;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.filed.Filing.Figures;
import org.huzhu.quarters.filed.Filings.Wrong;
import org.huzhu.quarters.filed.Filings.Wrong.Reason;

/** A list of what is filed, as a union writes it: identity number, what lies above, and what others paid of it. */
final class FilingList {

    private static final int BYTES_MAX = 4 << 20;
    private static final int WRONG_MAX = 20;
    private static final String NUMBER = "身份证号";
    private static final String ABOVE = "封顶线以上";
    private static final List<String> OTHERS = List.of("单位补充", "商业保险", "医疗救助");

    private final List<Entry> entries = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Set<IdNumber> seen = new HashSet<>();

    private FilingList() {}

    /** A line that can be entered. */
    record Entry(long line, IdNumber number, Figures figures) {

        @Override
        public String toString() {
            return "Entry " + line;
        }
    }

    static FilingList of(InputStream in) {
        FilingList list = new FilingList();
        try {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                list.wrong.add(new Wrong(1, Reason.NO_TABLE));
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

    /** What is wrong with the first of its lines that cannot be entered. */
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
                if (!row.getHeader().containsAll(List.of(NUMBER, ABOVE))) {
                    wrong.add(new Wrong(1, Reason.COLUMNS));
                    return;
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
        long line = row.getStartingLineNumber();
        Optional<IdNumber> number = IdNumber.find(cell(row, NUMBER)).filter(seen::add);
        Optional<Figures> figures = figures(row);
        if (number.isEmpty()) {
            wrong.add(new Wrong(line, Reason.NUMBER));
        } else if (figures.isEmpty()) {
            wrong.add(new Wrong(line, Reason.SUMS));
        } else {
            entries.add(new Entry(line, number.get(), figures.get()));
        }
    }

    /** Of what others paid, nothing is said where it is nothing. */
    private static Optional<Figures> figures(NamedCsvRecord row) {
        try {
            Money above = Money.parseYuan(cell(row, ABOVE));
            List<Money> others = OTHERS.stream()
                    .map(column -> cell(row, column))
                    .map(cell -> cell.isEmpty() ? Money.ZERO : Money.parseYuan(cell))
                    .toList();
            boolean isSound = !above.isNegative()
                    && others.stream().noneMatch(Money::isNegative)
                    && Money.sum(others).compareTo(above) <= 0;
            return isSound
                    ? Optional.of(new Figures(above, others.get(0), others.get(1), others.get(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
