package org.huzhu.city;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a file is written: which of the freedoms of the format it uses.
 *
 * @param marked whether it begins with a byte order mark
 * @param lineEnd CRLF or LF
 * @param quoted whether every field stands in quotes, rather than those alone that need them
 */
record FileStyle(Charset charset, boolean marked, String lineEnd, boolean quoted) {

    static final FileStyle PLAIN = new FileStyle(StandardCharsets.UTF_8, false, "\n", false);

    private static final FileStyle FROM_A_SPREADSHEET = new FileStyle(StandardCharsets.UTF_8, true, "\r\n", false);
    private static final FileStyle FROM_A_BANK = new FileStyle(Charset.forName("GB18030"), false, "\r\n", false);
    private static final FileStyle FROM_A_DATABASE = new FileStyle(StandardCharsets.UTF_8, false, "\n", true);

    /** The register, then the four feeds. */
    static List<FileStyle> awkward() {
        return List.of(FROM_A_SPREADSHEET, FROM_A_DATABASE, FROM_A_BANK, FROM_A_SPREADSHEET, PLAIN);
    }

    static List<FileStyle> plain() {
        return List.of(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN);
    }

    /** The beginning of the file: the header, after the mark if there is one. */
    String head(String header) {
        return (marked ? "\uFEFF" : "") + header + lineEnd;
    }

    void append(StringBuilder text, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            append(text, fields.get(i));
        }
        text.append(lineEnd);
    }

    private void append(StringBuilder text, String field) {
        if (quoted || field.indexOf(',') >= 0 || field.indexOf('"') >= 0) {
            text.append('"').append(field.replace("\"", "\"\"")).append('"');
        } else {
            text.append(field);
        }
    }
}
