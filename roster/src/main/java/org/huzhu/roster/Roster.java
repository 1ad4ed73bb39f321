package org.huzhu.roster;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.huzhu.roster.table.Limits;
import org.huzhu.roster.table.RosterRefused;
import org.huzhu.roster.table.Rows;
import org.huzhu.roster.table.TableRow;
import org.huzhu.roster.table.Workbook;

/** A roster, open for reading: its header is known, its lines are read one at a time. */
public final class Roster implements AutoCloseable {

    private static final int NOTICES_MAX = 100;

    private final Workbook book;
    private final Rows rows;
    private final Deque<TableRow> ahead;
    private final Header header;
    private final Margins margins;
    private final LineReader reader;
    private final List<String> notices;
    private int hidden;

    private Roster(Workbook book, Found found, RosterOrder order) {
        this.book = book;
        this.rows = found.rows();
        this.ahead = new ArrayDeque<>(found.ahead());
        this.header = found.header();
        this.notices = new ArrayList<>(found.notices());
        this.margins = new Margins(header);
        this.reader = new LineReader(header, order, book.serials());
    }

    /** Where the roster stands in a workbook. */
    record Found(Rows rows, Header header, List<TableRow> ahead, List<String> notices) {}

    /**
     * Opens a file, whatever it is called, and finds its header.
     *
     * @throws RosterRefused if it cannot be read as a roster
     */
    public static Roster open(Path file, RosterOrder order) {
        Workbook book = Workbook.open(file, order.limits());
        try {
            return new Roster(book, new RosterSearch(book, order).find(), order);
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** What to tell whoever brought a file that was refused, in Chinese; empty where it was not refused as a roster. */
    public static Optional<String> refusal(Throwable failure) {
        return failure instanceof RosterRefused refused ? Optional.ofNullable(refused.getMessage()) : Optional.empty();
    }

    /** How large a file may be, in bytes. */
    public static long fileBytesMax() {
        return Limits.usual().fileBytes();
    }

    public Header header() {
        return header;
    }

    /** What the handler should know of the file as a whole, in Chinese: sheets and rows that were left out. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * The next line; empty after the last.
     *
     * @throws RosterRefused if the file turns out not to be readable to its end
     */
    public Optional<RosterLine> next() {
        while (true) {
            Optional<TableRow> row = ahead.isEmpty() ? rows.next() : Optional.of(ahead.removeFirst());
            if (row.isEmpty()) {
                noteHidden();
                return Optional.empty();
            }
            hidden += row.get().hidden() ? 1 : 0;
            Optional<String> leftOut = margins.leftOut(row.get());
            if (leftOut.isEmpty()) {
                return Optional.of(reader.read(row.get()));
            }
            note(leftOut.get());
        }
    }

    private void noteHidden() {
        if (hidden > 0) {
            notices.add("有 %,d 行在工作簿里是隐藏或者被筛选掉的，也一并读了".formatted(hidden));
            hidden = 0;
        }
    }

    private void note(String notice) {
        if (notices.size() < NOTICES_MAX) {
            notices.add(notice);
        }
    }

    @Override
    public void close() {
        rows.close();
        book.close();
    }
}
