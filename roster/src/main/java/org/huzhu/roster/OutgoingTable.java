package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.huzhu.roster.table.CsvOut;
import org.huzhu.roster.table.TableOut;
import org.huzhu.roster.table.XlsxOut;

/**
 * A table that goes out, such as all who are under cover by a batch: a workbook, or separated text. Rows are written as
 * they come, in little memory, however many; nothing in them can become a formula.
 */
public final class OutgoingTable implements AutoCloseable {

    private final TableOut table;

    private OutgoingTable(TableOut table) {
        this.table = table;
    }

    /** Begins a workbook; where its sheet is full, the rows go on in another. The stream is left open. */
    public static OutgoingTable workbook(OutputStream out, String sheet, List<String> titles) throws IOException {
        return new OutgoingTable(new XlsxOut(out, sheet, titles));
    }

    /** Begins a text, in UTF-8 with its mark; closing it closes the stream. */
    public static OutgoingTable text(OutputStream out, List<String> titles) throws IOException {
        return new OutgoingTable(new CsvOut(out, titles));
    }

    /** Writes a row: numbers stay numbers where the form knows them, all else is text. */
    public void add(List<?> cells) throws IOException {
        table.write(cells);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
