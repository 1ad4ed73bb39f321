package org.huzhu.quarters.working;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Predicate;

/** A list as a union writes it: a table of cells between commas, the first line of which names the columns. */
public final class WrittenTable {

    private final int bytesMax;
    private final List<String> needed;

    /**
     * A table of some kind.
     *
     * @param bytesMax how long it may be
     * @param needed the columns that it has to have
     */
    public WrittenTable(int bytesMax, List<String> needed) {
        this.bytesMax = bytesMax;
        this.needed = List.copyOf(needed);
    }

    /** What came of reading it. */
    public enum Ended {
        /** All of its lines were handed over, as long as somebody wanted them. */
        READ,
        /** It is no table, or not text. */
        NO_TABLE,
        TOO_LONG,
        /** The first line does not name the columns, or nothing follows. */
        COLUMNS
    }

    /**
     * Hands over each line.
     *
     * @param taker says whether he wants more
     */
    public Ended read(InputStream in, Predicate<NamedCsvRecord> taker) {
        try {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            return bytes.length > bytesMax ? Ended.TOO_LONG : read(text(bytes), taker);
        } catch (CharacterCodingException | CsvParseException | IllegalStateException _) {
            return Ended.NO_TABLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ended read(String text, Predicate<NamedCsvRecord> taker) throws IOException {
        Ended ended = Ended.COLUMNS;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(needed)) {
                    return Ended.COLUMNS;
                }
                ended = Ended.READ;
                if (!taker.test(row)) {
                    return ended;
                }
            }
        }
        return ended;
    }

    /** In UTF-8 where all of it is, else in GB18030. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            text = Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What stands in a cell, without blanks around it; empty text where the column is not there. */
    public static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
