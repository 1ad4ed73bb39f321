package org.huzhu.quarter.oracle;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identity numbers by GB 11643-1999, whose check is ISO 7064 MOD 11-2: the whole, read in base 2, leaves 1 of 11. */
final class Numbers {

    private static final BigInteger ELEVEN = BigInteger.valueOf(11);

    private static final Pattern OLD = Pattern.compile("[0-9]{15}");
    private static final Pattern NEW = Pattern.compile("[0-9]{17}[0-9Xx]");

    private Numbers() {}

    /** The number in its form of 18 characters, X as a capital; none if it is not an identity number. */
    static Optional<String> canonical(String text) {
        if (OLD.matcher(text).matches()) {
            String body = text.substring(0, 6) + "19" + text.substring(6);
            return isBorn(body) ? Optional.of(body + check(body)) : Optional.empty();
        }
        if (NEW.matcher(text).matches()) {
            String capital = text.toUpperCase(Locale.ROOT);
            String body = capital.substring(0, 17);
            return isBorn(body) && capital.endsWith(check(body)) ? Optional.of(capital) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isBorn(String body) {
        String day = body.substring(6, 10) + "-" + body.substring(10, 12) + "-" + body.substring(12, 14);
        return Texts.day(day).isPresent();
    }

    /** Each digit weighs twice the one after it; tries which of the eleven checks makes the whole leave 1. */
    static String check(String body) {
        BigInteger weighed = BigInteger.ZERO;
        for (int i = 0; i < body.length(); i++) {
            weighed = weighed.add(BigInteger.valueOf(body.charAt(i) - '0')).multiply(BigInteger.TWO);
        }
        for (int value = 0; value <= 10; value++) {
            if (weighed.add(BigInteger.valueOf(value)).mod(ELEVEN).equals(BigInteger.ONE)) {
                return value == 10 ? "X" : Integer.toString(value);
            }
        }
        throw new IllegalStateException("One of eleven remainders is 1");
    }
}
