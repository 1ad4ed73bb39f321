package org.huzhu.quarter.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huzhu.kernel.IdNumber;

/**
 * A cursor over the records of a block: after {@link #next}, the fields of the record at hand, as bytes of UTF-8.
 *
 * <p>A line without quotes is only cut at its commas; nothing is copied. Empty lines are passed over. Fields are named
 * by their place among the columns that the kind of file has, whatever their order in this file.
 */
public final class Row {

    private static final int SHOWN_CHARS_MAX = 30;
    private static final Pattern IDENTITY = Pattern.compile("[0-9]{14,}[Xx]?");

    private final Block block;
    private final int[] places;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes;
    private byte[] unquoted = new byte[0];
    private int at;
    private int count;
    private boolean isInOrder;
    private int line;
    private int linesAhead;

    /** Starts before the first record; {@code places} says for each column of the kind where it stands in this file. */
    public Row(Block block, int[] places) {
        this.block = block;
        this.places = places.clone();
        this.starts = new int[places.length];
        this.ends = new int[places.length];
        this.bytes = block.bytes;
        this.at = block.from;
    }

    /** Goes to the next record; false after the last one. */
    public boolean next() {
        while (at < block.to) {
            line += linesAhead;
            count = 0;
            bytes = block.bytes;
            if (!cutLine()) {
                readQuoted();
            }
            if (count > 1 || ends[0] > starts[0] || !isInOrder) {
                return true;
            }
        }
        line += linesAhead;
        linesAhead = 0;
        return false;
    }

    /** Where the record after the one at hand begins. */
    public int end() {
        return at;
    }

    /** Takes the next line, up to {@code end}, for a record that was read by another. */
    public void pass(int end) {
        line += linesAhead;
        linesAhead = 1;
        at = end;
    }

    /** Whether the columns stand in this file in the order that the kind of file has. */
    public static boolean isUsual(int[] places) {
        return Arrays.equals(places, IntStream.range(0, places.length).toArray());
    }

    /** How many lines of the block lie before the record at hand; after the last record, how many there are. */
    public int line() {
        return line;
    }

    /** How many fields the record has. */
    public int count() {
        return count;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(int column) {
        return starts[places[column]];
    }

    public int to(int column) {
        return ends[places[column]];
    }

    public boolean isEmpty(int column) {
        return to(column) == from(column);
    }

    public boolean is(int column, byte[] word) {
        return Arrays.equals(bytes, from(column), to(column), word, 0, word.length);
    }

    public String text(int column) {
        return new String(bytes, from(column), to(column) - from(column), StandardCharsets.UTF_8);
    }

    /** The field for a message: in quotation marks, shortened, and masked where it could hold an identity number. */
    public String shown(int column) {
        String masked = IDENTITY.matcher(text(column)).replaceAll(found -> IdNumber.masked(found.group()));
        return "“" + (masked.length() <= SHOWN_CHARS_MAX ? masked : masked.substring(0, SHOWN_CHARS_MAX) + "…") + "”";
    }

    /** A number of a record, masked if it is really a person's. */
    public static String safe(String number) {
        return IdNumber.find(number).isPresent() ? IdNumber.masked(number) : number;
    }

    /** Whether the record has as many fields as there are columns, with all quotes in their place. */
    public boolean isWhole() {
        return isInOrder && count == places.length;
    }

    /** What keeps the record from being whole. */
    public String brokenBy() {
        return isInOrder ? "有" + count + "列，应为" + places.length + "列" : "引号位置不对：引号须成对，包住整个字段，字段内的引号写两次";
    }

    /**
     * The number in the given column of a record that is not whole, as far as it is there; masked if it is a person's.
     */
    public String numberOfBroken(int column) {
        if (!isInOrder || places[column] >= count) {
            return "";
        }
        return safe(text(column));
    }

    public byte[] clearedFor(int length) {
        if (unquoted.length < length) {
            unquoted = new byte[Math.max(length, 1_024)];
        }
        count = 0;
        return unquoted;
    }

    public void field(int from, int to) {
        if (count < starts.length) {
            starts[count] = from;
            ends[count] = to;
        }
        count++;
    }

    /** Cuts a line at its commas, eight bytes at a time; false, and nothing cut, if it holds a quote. */
    private boolean cutLine() {
        byte[] all = block.bytes;
        int start = at;
        int i = at;
        for (; i + Octets.SIZE <= block.to; i += Octets.SIZE) {
            long found = Octets.upToComma(Octets.at(all, i));
            for (; found != 0; found = Octets.afterFirst(found)) {
                int place = i + Octets.first(found);
                byte b = all[place];
                if (b == ',') {
                    field(start, place);
                    start = place + 1;
                } else if (b == '\n') {
                    endLine(start, place);
                    return true;
                } else if (b == '"') {
                    return false;
                }
            }
        }
        return cutLastLine(start, i);
    }

    /** As {@link #cutLine} from the place {@code from} on, where the block ends within eight bytes. */
    private boolean cutLastLine(int fieldStart, int from) {
        byte[] all = block.bytes;
        int start = fieldStart;
        int i = from;
        for (; i < block.to && all[i] != '\n'; i++) {
            if (all[i] == '"') {
                return false;
            }
            if (all[i] == ',') {
                field(start, i);
                start = i + 1;
            }
        }
        endLine(start, i);
        return true;
    }

    private void endLine(int start, int end) {
        field(start, end > start && block.bytes[end - 1] == '\r' ? end - 1 : end);
        isInOrder = true;
        linesAhead = 1;
        at = end + 1;
    }

    private void readQuoted() {
        byte[] all = block.bytes;
        int end = Quotes.endOf(all, at, block.to, true, places.length);
        int to = end;
        if (to > at && all[to - 1] == '\n') {
            to--;
        }
        if (to > at && all[to - 1] == '\r') {
            to--;
        }
        isInOrder = Quotes.read(all, at, to, this);
        bytes = unquoted;
        linesAhead = 0;
        for (int i = at; i < end; i++) {
            linesAhead += all[i] == '\n' ? 1 : 0;
        }
        at = end;
    }
}
