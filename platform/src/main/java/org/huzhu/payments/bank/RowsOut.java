package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.huzhu.payments.bank.Layout.Cell;

/** Writes rows of cells; closing it leaves the stream open. */
interface RowsOut extends AutoCloseable {

    void add(List<Cell> cells, List<String> row) throws IOException;

    @Override
    void close() throws IOException;

    static RowsOut of(Layout layout, OutputStream out) throws IOException {
        return switch (layout.form()) {
            case CSV -> new Separated(out, layout.encoding());
            case FIXED -> new Fixed(out, layout.encoding());
            case XLSX -> new SameWorkbook(out);
        };
    }

    /** Cells with commas between them. */
    record Separated(OutputStream out, Charset encoding) implements RowsOut {

        private static final Pattern TO_QUOTE = Pattern.compile(".*[,\"\r\n].*", Pattern.DOTALL);

        @Override
        public void add(List<Cell> cells, List<String> row) throws IOException {
            String line = String.join(",", row.stream().map(Separated::quoted).toList());
            out.write((line + "\r\n").getBytes(encoding));
        }

        private static String quoted(String cell) {
            return TO_QUOTE.matcher(cell).matches() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** Cells of so many bytes each. */
    record Fixed(OutputStream out, Charset encoding) implements RowsOut {

        @Override
        public void add(List<Cell> cells, List<String> row) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                fill(cells.get(i), row.get(i));
            }
            out.write('\r');
            out.write('\n');
        }

        private void fill(Cell cell, String text) throws IOException {
            byte[] bytes = text.getBytes(encoding);
            if (bytes.length > cell.width()) {
                throw new IOException(
                        "A cell of %d bytes is too narrow for what stands in %s".formatted(cell.width(), cell.field()));
            }
            byte[] filler = (cell.isRight() ? "0" : " ")
                    .repeat(cell.width() - bytes.length)
                    .getBytes(encoding);
            out.write(cell.isRight() ? filler : bytes);
            out.write(cell.isRight() ? bytes : filler);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
