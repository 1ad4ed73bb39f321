package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import org.huzhu.roster.table.CsvOut;

/**
 * The same as {@link ErrorWorkbook}, as separated text, for rosters larger than a sheet or programs without workbooks.
 */
public final class ErrorCsv implements AutoCloseable {

    private final CsvOut out;
    private final ErrorCells cells;
    private final ErrorWorkbook.Which which;

    /** Begins a text; closing it closes the stream. */
    public ErrorCsv(OutputStream out, Header header, ErrorWorkbook.Which which) throws IOException {
        this.out = new CsvOut(out);
        this.cells = new ErrorCells(header);
        this.which = which;
        this.out.write(cells.header());
    }

    /** Writes the line, if it is one of those that go back. */
    public void add(RosterLine line) throws IOException {
        if (which == ErrorWorkbook.Which.ALL_ROWS || line.isWrong()) {
            out.write(cells.of(line));
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
