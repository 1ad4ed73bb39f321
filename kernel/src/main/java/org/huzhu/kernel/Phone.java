package org.huzhu.kernel;

/**
 * A mobile number of mainland China.
 *
 * <p>Neither {@link #toString} nor a refusal shows more than the first three and the last four digits.
 *
 * @param digits eleven, beginning with 13 to 19
 */
public record Phone(String digits) {

    private static final int DIGITS = 11;
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;
    private static final String COUNTRY = "86";

    public Phone {
        Require.that(
                digits.length() == DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9'),
                "A mobile number has eleven digits, not %d signs; a fixed line is none",
                digits.length());
        Require.that(
                digits.charAt(0) == '1' && digits.charAt(1) >= '3',
                "A mobile number begins with 13 to 19; %s does not",
                masked(digits));
    }

    /** Reads a number as people write it: with spaces, dashes and +86 before it. */
    public static Phone parse(CharSequence text) {
        String plain = text.toString().replaceAll("[\\s\\-+()（）＋－]", "");
        boolean hasCountry = plain.length() > DIGITS && plain.startsWith(COUNTRY);
        return new Phone(hasCountry ? plain.substring(COUNTRY.length()) : plain);
    }

    private static String masked(String digits) {
        int hidden = digits.length() - SHOWN_FIRST - SHOWN_LAST;
        return digits.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + digits.substring(digits.length() - SHOWN_LAST);
    }

    /** The number with its middle hidden, such as {@code 138****5678}. */
    @Override
    public String toString() {
        return masked(digits);
    }
}
