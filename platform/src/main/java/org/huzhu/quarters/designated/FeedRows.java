package org.huzhu.quarters.designated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a feed, with what matters of each where it stands in the plain form. */
final class FeedRows {

    private static final char QUOTE = '"';
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int number;
    private final int record;
    private final int cancels;

    private FeedRows(List<String> columns) {
        number = columns.indexOf("id_number");
        record = columns.indexOf("record_no");
        cancels = columns.indexOf("cancels");
    }

    /**
     * A line.
     *
     * @param isWhole whether it is passed on as it is: the first line, and what quotes spread over several
     * @param number the identity number; empty where the line is passed on as it is
     * @param record its number; empty the same
     * @param cancels the number that it cancels; empty the same
     */
    record Row(String line, boolean isWhole, String number, String record, String cancels) {

        static Row whole(String line) {
            return new Row(line, true, "", "", "");
        }

        /** All that could be its number, or that which it cancels. */
        List<String> words() {
            return List.of(line.replace("\"", "").split(",", -1));
        }

        @Override
        public String toString() {
            return "Row of " + line.length() + " signs";
        }
    }

    /** What is done with a line. */
    interface Taker {
        void take(Row row) throws IOException;
    }

    /** Hands over each line; a record that quotes spread over several lines is passed on as it is. */
    static void each(Path feed, Taker taker) throws IOException {
        try (BufferedReader in = new BufferedReader(unmarked(feed), 1 << 16)) {
            String first = in.readLine();
            if (first == null) {
                return;
            }
            FeedRows rows = new FeedRows(cells(first));
            taker.take(Row.whole(first));
            boolean isOpen = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean isEven = isEven(line);
                taker.take(isOpen || !isEven ? Row.whole(line) : rows.row(line));
                isOpen = isOpen == isEven;
            }
        }
    }

    /** From its first sign on, each byte as one sign. */
    static Reader unmarked(Path file) throws IOException {
        InputStream opened = Files.newInputStream(file);
        PushbackInputStream in = new PushbackInputStream(opened, MARK.length);
        byte[] first = in.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            in.unread(first);
        }
        return new InputStreamReader(in, ISO_8859_1);
    }

    private static boolean isEven(String line) {
        return line.indexOf(QUOTE) < 0
                || line.chars().filter(each -> each == QUOTE).count() % 2 == 0;
    }

    private static List<String> cells(String line) {
        if (line.indexOf(QUOTE) < 0) {
            return Arrays.asList(line.split(",", -1));
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == QUOTE) {
                isQuoted = !isQuoted;
            } else if (sign == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private Row row(String line) {
        List<String> cells = cells(line);
        return new Row(line, false, cell(cells, number), cell(cells, record), cell(cells, cancels));
    }

    private static String cell(List<String> cells, int place) {
        return place >= 0 && place < cells.size() ? cells.get(place) : "";
    }
}
