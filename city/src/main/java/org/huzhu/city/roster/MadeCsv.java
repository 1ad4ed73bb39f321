package org.huzhu.city.roster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;

/** Writes a made-up roster as separated text, where a number has lost what a spreadsheet does not show. */
final class MadeCsv {

    private MadeCsv() {}

    static void write(int rows, MadeRow maker, String charset, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, Charset.forName(charset)));
        writer.write(String.join(",", MadeRow.HEADER) + "\r\n");
        for (int i = 0; i < rows; i++) {
            List<String> cells = maker.cells(i).stream().map(MadeCsv::text).toList();
            writer.write(String.join(",", cells) + "\r\n");
        }
        writer.flush();
    }

    private static String text(MadeCell cell) {
        String text = cell.text();
        boolean isLong = cell.kind() == MadeCell.Kind.NUMBER && text.length() > 15;
        return isLong ? text.charAt(0) + "." + text.substring(1, 6) + "E+" + (text.length() - 1) : text;
    }
}
