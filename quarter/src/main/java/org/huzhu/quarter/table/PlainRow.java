package org.huzhu.quarter.table;

import java.nio.charset.StandardCharsets;
import org.huzhu.kernel.IdNumber;

/**
 * The quick way to read a row: goes over its bytes once, field by field, each of a type that is known beforehand. It
 * takes only what stands in the plainest form; {@link #end} says whether all did. If not, nothing is known of the row
 * but that it is one for {@link Row}, which takes everything and says what is wrong.
 */
public final class PlainRow {

    /** No row that is longer is tried, so that no field can lead beyond the block. */
    private static final int ROW_BYTES_MAX = 512;

    private static final int TEXT_BYTES_MAX = 128;
    private static final int NUMBER_DIGITS_MAX = 18;
    private static final int ID_LENGTH = 18;
    private static final int DATE_LENGTH = 10;

    private final byte[] bytes;
    private final int limit;
    private int at;
    private int textFrom;
    private boolean isPlain;
    private long monthBefore;
    private long dayBefore;
    private int dateBefore = Typed.NO_DAY;

    public PlainRow(Block block) {
        bytes = block.bytes;
        limit = block.to - ROW_BYTES_MAX;
    }

    /** Goes to the row that begins at the place; false if it is too near to the end of the block. */
    public boolean begin(int from) {
        at = from;
        isPlain = from <= limit;
        return isPlain;
    }

    /** A number of one to eighteen digits; see {@link NumberKey}. */
    public long number() {
        int from = at;
        while (isPlain && at - from < NUMBER_DIGITS_MAX) {
            int digits = Octets.first(Octets.notDigits(Octets.at(bytes, at)));
            at += digits;
            if (digits < Octets.SIZE) {
                break;
            }
        }
        isPlain &= at - from <= NUMBER_DIGITS_MAX;
        long key = isPlain ? NumberKey.of(bytes, from, at) : 0;
        isPlain &= NumberKey.isDigits(key);
        pass(',');
        return key;
    }

    /** The key of an identity number of eighteen characters. */
    public long idNumber() {
        long key = IdNumber.keyOf(bytes, at, at + ID_LENGTH);
        isPlain &= key != IdNumber.NONE;
        at += ID_LENGTH;
        pass(',');
        return key;
    }

    /** Whether the field is the first of two words rather than the second. */
    public boolean isFirstOf(Word first, Word second) {
        boolean isFirst = first.stands(bytes, at);
        isPlain &= isFirst || second.stands(bytes, at);
        at += isFirst ? first.length : second.length;
        return isFirst;
    }

    /** A date as {@link Typed#day} gives it; often that of the field or the row before. */
    public int day() {
        long month = Octets.at(bytes, at);
        long day = Octets.at(bytes, at + 3);
        if (month != monthBefore || day != dayBefore) {
            monthBefore = month;
            dayBefore = day;
            dateBefore = Typed.day(bytes, at, at + DATE_LENGTH);
        }
        isPlain &= dateBefore != Typed.NO_DAY;
        at += DATE_LENGTH;
        pass(',');
        return dateBefore;
    }

    /** The hash of a text. */
    public long text() {
        textFrom = at;
        int to = at;
        long found = 0;
        while (found == 0 && to - at < TEXT_BYTES_MAX) {
            found = Octets.upToComma(Octets.at(bytes, to));
            to += Octets.first(found);
        }
        at = to;
        pass(',');
        return Hash.of(bytes, textFrom, to);
    }

    /** An amount with both decimals and up to seven digits before, in fen. */
    public long fen() {
        long octets = Octets.at(bytes, at);
        int whole = Octets.first(Octets.notDigits(octets));
        int rest = (int) Octets.at(bytes, at + whole);
        isPlain &= whole != 0 && Octets.isPointTwoDigitsComma(rest);
        at += whole + 4;
        return Octets.number(octets, Math.max(whole, 1)) * 100L + (rest >>> 8 & 0xF) * 10L + (rest >>> 16 & 0xF);
    }

    /** Whether the last field is empty and all before were plain; then {@link #at} is behind the row. */
    public boolean end() {
        at += bytes[at] == '\r' ? 1 : 0;
        pass('\n');
        return isPlain;
    }

    public int at() {
        return at;
    }

    private void pass(char expected) {
        isPlain &= bytes[at] == expected;
        at++;
    }

    /** A word of nine or ten letters, with the comma after it. */
    public static final class Word {

        private final long head;
        private final long tail;
        private final int length;

        public Word(String word) {
            byte[] field = (word + ",").getBytes(StandardCharsets.US_ASCII);
            length = field.length;
            head = Octets.at(field, 0);
            tail = Octets.at(field, length - Octets.SIZE);
        }

        private boolean stands(byte[] bytes, int at) {
            return Octets.at(bytes, at) == head && Octets.at(bytes, at + length - Octets.SIZE) == tail;
        }
    }
}
