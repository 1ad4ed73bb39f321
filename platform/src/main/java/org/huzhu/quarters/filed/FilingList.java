package org.huzhu.quarters.filed;

import static org.huzhu.quarters.working.WrittenTable.cell;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
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
import org.huzhu.quarters.working.WrittenTable;

/** A list of what is filed, as a union writes it: identity number, what lies above, and what others paid of it. */
final class FilingList {

    private static final int BYTES_MAX = 4 << 20;
    private static final int WRONG_MAX = 20;
    private static final String NUMBER = "身份证号";
    private static final String ABOVE = "封顶线以上";
    private static final WrittenTable TABLE = new WrittenTable(BYTES_MAX, List.of(NUMBER, ABOVE));
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
        switch (TABLE.read(in, list::take)) {
            case READ -> {}
            case NO_TABLE, TOO_LONG -> list.wrong.add(new Wrong(1, Reason.NO_TABLE));
            case COLUMNS -> list.wrong.add(new Wrong(1, Reason.COLUMNS));
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

    /** Whether the next one is wanted. */
    private boolean take(NamedCsvRecord row) {
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
        return wrong.size() < WRONG_MAX;
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
}
