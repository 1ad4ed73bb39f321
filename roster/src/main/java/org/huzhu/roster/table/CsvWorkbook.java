package org.huzhu.roster.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/** A separated text, as a workbook of one sheet. */
final class CsvWorkbook implements Workbook {

    private static final int SAMPLE = 1 << 14;
    private static final String SEPARATORS = ",;\t";

    private final Path file;
    private final Limits limits;
    private final TextEncoding encoding;
    private final char separator;

    private CsvWorkbook(Path file, Limits limits, TextEncoding encoding, char separator) {
        this.file = file;
        this.limits = limits;
        this.encoding = encoding;
        this.separator = separator;
    }

    static Workbook open(Path file, Limits limits) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        try (Reader reader = encoding.reader(file)) {
            char[] sample = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
                read = reader.read(sample, length, SAMPLE - length);
            }
            return new CsvWorkbook(file, limits, encoding, separatorIn(new String(sample, 0, length)));
        }
    }

    /** What stands most often outside quotes; or what the first line says, as Excel writes it: {@code sep=;}. */
    private static char separatorIn(String sample) {
        if (sample.length() > 4 && sample.startsWith("sep=")) {
            return sample.charAt(4);
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < sample.length(); i++) {
            char sign = sample.charAt(i);
            quoted ^= sign == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(sign);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet(0, "", true));
    }

    @Override
    public Serials serials() {
        return Serials.FROM_1900;
    }

    @Override
    public Rows rows(Sheet sheet) {
        return Guard.reading(() -> new CsvRows(encoding.reader(file), separator, limits));
    }

    @Override
    public void close() {}
}
