package org.huzhu.kernel;

/**
 * The number of a bank card, its last digit checked by the Luhn formula (ISO/IEC 7812-1, annex B).
 *
 * <p>A card issued in China has 13 to 19 digits (JR/T 0008). A company's account number is not a card number and has no
 * check digit. Neither {@link #toString} nor a refusal shows more than the first three and the last four digits;
 * whoever must have them all, a payment file say, asks for {@link #digits}.
 *
 * @param digits 13 to 19 digits without spaces, the check digit last
 */
public record CardNumber(String digits) {

    private static final int DIGITS_MIN = 13;
    private static final int DIGITS_MAX = 19;
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    public CardNumber {
        requireDigits(digits, DIGITS_MIN, DIGITS_MAX);
        Require.that(
                luhnSum(digits) % 10 == 0,
                "The check digit of card number %s is wrong: one digit at least was mistyped; compare it with the card",
                masked(digits));
    }

    /**
     * Makes a card number out of all its digits but the last.
     *
     * @param body 12 to 18 digits
     * @throws IllegalArgumentException if the body is anything else
     */
    public static CardNumber withCheckDigit(String body) {
        requireDigits(body, DIGITS_MIN - 1, DIGITS_MAX - 1);
        int checkDigit = (10 - luhnSum(body + "0") % 10) % 10;
        return new CardNumber(body + checkDigit);
    }

    private static void requireDigits(String text, int min, int max) {
        Require.that(
                text.length() >= min && text.length() <= max,
                "A card number of %d digits was given where %d to %d are wanted: %s",
                text.length(),
                min,
                max,
                masked(text));
        Require.that(
                text.chars().allMatch(c -> c >= '0' && c <= '9'),
                "A card number is digits only, without spaces or dashes, not %s",
                masked(text));
    }

    /** Every second digit from the right, beginning with the last but one, counts double, its own digits summed. */
    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    private static String masked(String text) {
        int hidden = text.length() - SHOWN_FIRST - SHOWN_LAST;
        if (hidden <= 0) {
            return "*".repeat(text.length());
        }
        return text.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + text.substring(text.length() - SHOWN_LAST);
    }

    /** The number with its middle hidden, such as {@code 622************0128}. */
    @Override
    public String toString() {
        return masked(digits);
    }
}
