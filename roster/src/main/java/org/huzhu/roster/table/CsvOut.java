package org.huzhu.roster.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes separated text that a spreadsheet opens as it was meant: in UTF-8 with its mark, and no cell that could be
 * taken for a formula.
 */
public final class CsvOut implements TableOut {

    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;

    public CsvOut(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    /** The same, with titles above the rows. */
    public CsvOut(OutputStream out, List<String> titles) throws IOException {
        this(out);
        write(titles);
    }

    @Override
    public void write(List<?> cells) throws IOException {
        String before = "";
        for (Object cell : cells) {
            out.write(before);
            out.write('"');
            out.write(harmless(cell.toString()).replace("\"", "\"\""));
            out.write('"');
            before = ",";
        }
        out.write("\r\n");
    }

    /** The text, with a ' before it where it begins as a formula does. */
    static String harmless(String text) {
        boolean isFormula = beginsFormula(text) || beginsFormula(text.stripLeading());
        return isFormula ? "'" + text : text;
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
