package org.huzhu.roster.table;

import java.math.BigDecimal;
import java.math.MathContext;

/** The number of a cell, as text. */
final class CellNumber {

    /** More digits no spreadsheet keeps. */
    private static final int DIGITS = 15;

    private static final double TOO_MANY_DIGITS = 1e15;
    private static final double NEXT_TO_NOTHING = 1e-9;

    private CellNumber() {}

    /** A number as a person would write it; where it has more than 15 digits, as 1.10101199003070E+17. */
    static String text(String stored) {
        if (isPlain(stored)) {
            return stored;
        }
        double value = Double.parseDouble(stored);
        if (!Double.isFinite(value)) {
            return stored;
        }
        double size = Math.abs(value);
        if (size >= TOO_MANY_DIGITS) {
            return scientific(value);
        }
        if (size < NEXT_TO_NOTHING) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.stripTrailingZeros().toPlainString();
    }

    private static boolean isPlain(String stored) {
        if (stored.isEmpty() || stored.length() > DIGITS || (stored.charAt(0) == '0' && stored.length() > 1)) {
            return false;
        }
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String scientific(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        String digits = rounded.unscaledValue().abs().toString();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String padded = (digits + "0".repeat(DIGITS)).substring(0, DIGITS);
        return (value < 0 ? "-" : "") + padded.charAt(0) + "." + padded.substring(1) + "E+" + exponent;
    }
}
