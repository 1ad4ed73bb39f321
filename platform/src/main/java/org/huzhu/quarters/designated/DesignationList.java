package org.huzhu.quarters.designated;

import static org.huzhu.quarters.working.WrittenTable.cell;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.quarters.Owes;
import org.huzhu.quarters.designated.Designations.Wrong;
import org.huzhu.quarters.designated.Designations.Wrong.Reason;
import org.huzhu.quarters.working.WrittenTable;

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
    private static final WrittenTable TABLE = new WrittenTable(BYTES_MAX, List.of(NAME, NUMBER, SINCE));

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
        switch (TABLE.read(in, list::take)) {
            case READ -> {}
            case NO_TABLE -> list.wrong.add(new Wrong(1, Reason.NO_TABLE));
            case TOO_LONG -> list.wrong.add(new Wrong(1, Reason.TOO_MANY));
            case COLUMNS -> list.wrong.add(new Wrong(1, Reason.COLUMNS));
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

    /** Whether the next one is wanted. */
    private boolean take(NamedCsvRecord row) {
        if (entries.size() == LINES_MAX) {
            wrong.add(new Wrong(row.getStartingLineNumber(), Reason.TOO_MANY));
            return false;
        }
        look(row);
        return wrong.size() < WRONG_MAX;
    }

    private void look(NamedCsvRecord row) {
        String name = cell(row, NAME);
        Optional<IdNumber> number = IdNumber.find(cell(row, NUMBER));
        Optional<LocalDate> since = day(cell(row, SINCE));
        Optional<LocalDate> last = day(cell(row, LAST));
        long line = row.getStartingLineNumber();
        if (!Owes.isName(name)) {
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

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
