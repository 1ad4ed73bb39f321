package org.huzhu.quarter.table;

import java.time.Month;
import java.time.Year;

/** Reads typed fields from bytes, without making objects: amounts and dates. Nothing is trimmed, nothing is guessed. */
public final class Typed {

    /** The answer for a field that is not of its type. */
    public static final long NONE_FEN = Long.MIN_VALUE;

    /** The answer for a field that is no date. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** Below a million million yuan, so that thousands of the largest amounts fit a sum. */
    private static final long FEN_END = 100_000_000_000_000L;

    /** Seven digits, the point, and two decimals. */
    private static final int USUAL_LENGTH = 10;

    private static final int DATE_LENGTH = 10;

    /** Of a date's first eight bytes, such as {@code 2014-06-}, the fifth and the eighth are dashes. */
    private static final long DASHES_MASK = 0xFF00_00FF_0000_0000L;

    private static final long DASHES = DASHES_MASK & 0x2D2D_2D2D_2D2D_2D2DL;
    private static final long DASHES_FOUND = DASHES_MASK & 0x8080_8080_8080_8080L;

    private Typed() {}

    /** An amount in yuan as fen: digits with at most two decimals, zero or more; else {@link #NONE_FEN}. */
    public static long fen(byte[] bytes, int from, int to) {
        if (from + Octets.SIZE <= bytes.length && to - from <= USUAL_LENGTH) {
            long octets = Octets.at(bytes, from);
            int whole = Octets.first(Octets.notDigits(octets));
            boolean isUsual = whole > 0 && from + whole + 3 == to && bytes[to - 3] == '.';
            if (isUsual && isDigit(bytes[to - 2]) && isDigit(bytes[to - 1])) {
                return Octets.number(octets, whole) * 100L + bytes[to - 2] * 10 + bytes[to - 1] - '0' * 11;
            }
        }
        return anyFen(bytes, from, to);
    }

    /**
     * As {@link #fen}, byte by byte: for the amounts that do not stand with both decimals and up to seven digits
     * before.
     */
    static long anyFen(byte[] bytes, int from, int to) {
        long fen = 0;
        int i = from;
        for (; i < to && isDigit(bytes[i]); i++) {
            fen = fen * 10 + bytes[i] - '0';
            if (fen >= FEN_END) {
                return NONE_FEN;
            }
        }
        if (i == from) {
            return NONE_FEN;
        }
        int decimals = 0;
        if (i < to && bytes[i] == '.') {
            decimals = to - ++i;
            if (decimals < 1 || decimals > 2) {
                return NONE_FEN;
            }
            for (; i < to && isDigit(bytes[i]); i++) {
                fen = fen * 10 + bytes[i] - '0';
            }
        }
        long whole = decimals == 2 ? fen : decimals == 1 ? fen * 10 : fen * 100;
        return i == to && whole < FEN_END ? whole : NONE_FEN;
    }

    /** As {@link #fen}, with a minus sign in front where the amount is below zero. */
    public static long signedFen(byte[] bytes, int from, int to) {
        boolean isNegative = from < to && bytes[from] == '-';
        long fen = fen(bytes, isNegative ? from + 1 : from, to);
        return isNegative && fen != NONE_FEN ? -fen : fen;
    }

    /** A date such as 2014-06-30 as days since 1970-01-01; {@link #NO_DAY} if it is none or was never on a calendar. */
    public static int day(byte[] bytes, int from, int to) {
        if (to - from != DATE_LENGTH || !isDigit(bytes[from + 8]) || !isDigit(bytes[from + 9])) {
            return NO_DAY;
        }
        long yearAndMonth = Octets.at(bytes, from);
        if (Octets.notDigits(yearAndMonth) != DASHES_FOUND || (yearAndMonth & DASHES_MASK) != DASHES) {
            return NO_DAY;
        }
        int year = Octets.number(yearAndMonth, 4);
        int month = Octets.number(yearAndMonth >>> 40, 2);
        int day = bytes[from + 8] * 10 + bytes[from + 9] - '0' * 11;
        if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > lastDayOf(year, month))) {
            return NO_DAY;
        }
        return (int) daysSince1970(year, month, day);
    }

    /** A whole number of up to nine digits, or -1. */
    public static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return to > from && to - from <= 9 ? number : -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int lastDayOf(int year, int month) {
        return Month.of(month).length(Year.isLeap(year));
    }

    /** The civil-day count with the year begun in March, so that a leap day comes last. */
    private static long daysSince1970(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int monthsFromMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthsFromMarch + 2) / 5 + day - 1;
        return 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468;
    }
}
