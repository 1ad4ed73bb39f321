package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reading and writing of files, rows, days and amounts, the plain way. */
final class Texts {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]{1,2})?");

    private Texts() {}

    /** The lines of a file without their ends; what comes after the last end is a line only if it holds something. */
    static List<String> lines(Path file) throws IOException {
        String text = decode(Files.readAllBytes(file));
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** UTF-8 if the whole file is that, otherwise GB18030. */
    private static String decode(byte[] bytes) throws CharacterCodingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /** The fields of a row; none at all if a quote is not closed on its line or is followed by anything but a comma. */
    static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>();
        String rest = line;
        while (true) {
            if (rest.startsWith("\"")) {
                int close = closingQuote(rest);
                if (close < 0) {
                    return Optional.empty();
                }
                fields.add(rest.substring(1, close).replace("\"\"", "\""));
                rest = rest.substring(close + 1);
                if (rest.isEmpty()) {
                    return Optional.of(fields);
                }
                if (!rest.startsWith(",")) {
                    return Optional.empty();
                }
                rest = rest.substring(1);
            } else {
                int comma = rest.indexOf(',');
                if (comma < 0) {
                    fields.add(rest);
                    return Optional.of(fields);
                }
                fields.add(rest.substring(0, comma));
                rest = rest.substring(comma + 1);
            }
        }
    }

    private static int closingQuote(String text) {
        int at = 1;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    return at;
                }
            }
            at++;
        }
        return -1;
    }

    static String row(List<String> fields) {
        List<String> written = new ArrayList<>();
        for (String field : fields) {
            boolean needsQuotes = field.contains(",") || field.contains("\"") || field.contains("\n");
            written.add(needsQuotes ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        return String.join(",", written);
    }

    static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static String yuan(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
