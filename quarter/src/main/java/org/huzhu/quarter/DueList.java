package org.huzhu.quarter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.huzhu.quarter.SettlementSummary.OutputFile;
import org.huzhu.quarter.table.Aside;
import org.huzhu.quarter.table.CsvOut;
import org.huzhu.quarter.table.PersonLines;
import org.huzhu.quarter.table.PrefixSort;

/** The lines of all drawers in one list, by member number (as UTF-8 bytes), then by identity number. */
final class DueList {

    private static final int SHIFT = 21;
    private static final int LINE = (1 << SHIFT) - 1;

    private final List<DrawerDues> drawers;
    private final PersonLines[] lines;
    private final int[] order;

    /** Takes one of the two kinds of lines of each drawer. */
    DueList(List<DrawerDues> drawers, Function<DrawerDues, PersonLines> kind) {
        this.drawers = drawers;
        lines = drawers.stream().map(kind).toArray(PersonLines[]::new);
        int[] all = new int[Arrays.stream(lines).mapToInt(PersonLines::count).sum()];
        long[] prefixes = new long[all.length];
        int at = 0;
        for (int drawer = 0; drawer < lines.length; drawer++) {
            for (int line = 0; line < lines[drawer].count(); line++) {
                prefixes[at] = lines[drawer].prefix(line);
                all[at++] = drawer << SHIFT | line;
            }
        }
        order = PrefixSort.sorted(
                prefixes,
                all,
                Comparator.comparing(this::memberNo, Arrays::compareUnsigned).thenComparingLong(this::key));
    }

    int size() {
        return order.length;
    }

    OutputFile write(Aside aside, String name, SettlementListener listener) throws IOException {
        try (CsvOut out = new CsvOut(aside.open(name), Dues.HEADER)) {
            for (int i = 0; i < order.length; i++) {
                PersonLines drawer = lines[order[i] >>> SHIFT];
                int line = order[i] & LINE;
                out.write(drawer.bytes(), drawer.from(line), drawer.to(line));
                if (i % 65_536 == 0) {
                    listener.reached(SettlementListener.Stage.WRITING, i, order.length);
                }
            }
            return new OutputFile(name, order.length, out.finish());
        }
    }

    private byte[] memberNo(int at) {
        Persons persons = drawers.get(at >>> SHIFT).persons();
        int person = lines[at >>> SHIFT].person(at & LINE);
        CardPart card = persons.cardPart(person);
        int row = persons.cardRow(person);
        return Arrays.copyOfRange(
                card.texts(), card.textFrom(row, CardPart.MEMBER_NO), card.textTo(row, CardPart.MEMBER_NO));
    }

    private long key(int at) {
        return drawers.get(at >>> SHIFT)
                .persons()
                .idNumber(lines[at >>> SHIFT].person(at & LINE))
                .key();
    }
}
