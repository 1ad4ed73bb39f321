package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.huzhu.roster.table.CsvOut;

/**
 * A list that a spreadsheet opens as it was meant: in UTF-8 with its mark, and no cell that could be taken for a
 * formula.
 */
public final class CsvList implements AutoCloseable {

    private final CsvOut out;

    /** Begins the list with the names of its columns. */
    public CsvList(OutputStream out, List<String> columns) throws IOException {
        this.out = new CsvOut(out);
        this.out.write(columns);
    }

    public void add(List<String> cells) throws IOException {
        out.write(cells);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
