package org.huzhu.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * The unified social credit code of an organisation (统一社会信用代码), after GB 32100-2015.
 *
 * <p>Eighteen signs, digits and capital letters without I, O, S, V and Z: one of the registering department, one of the
 * category, six digits of a division, the nine of the organisation code with a check of its own (GB 11714-1997), and a
 * check of the whole. The division is not looked up: a code that was once given stays.
 *
 * @param text the eighteen signs, letters in upper case
 */
public record CreditCode(String text) {

    private static final int LENGTH = 18;
    private static final int BODY_FROM = 8;
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Department 8 is that of the trade unions, category 1 theirs at the basic level. */
    private static final String BASIC_UNION = "81";

    public CreditCode {
        String wrong = wrongWith(text);
        Require.that(wrong.isEmpty(), "'%s' is no unified social credit code: %s", text, wrong);
    }

    /**
     * Reads a code; lower case and blanks around it will do.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong
     */
    public static CreditCode parse(String text) {
        return new CreditCode(normal(text));
    }

    /** Reads a code as {@link #parse} does; empty if the text is none. */
    public static Optional<CreditCode> find(String text) {
        String normal = normal(text);
        return wrongWith(normal).isEmpty() ? Optional.of(new CreditCode(normal)) : Optional.empty();
    }

    /**
     * Makes a code of its first eight signs and the eight of the organisation, with both checks.
     *
     * @throws IllegalArgumentException if that makes no code
     */
    public static CreditCode withChecks(String head, String body) {
        Require.that(
                head.length() == BODY_FROM && body.length() == BODY_WEIGHTS.length && areSigns(head + body),
                "'%s' and '%s' are not the eight first signs of a credit code and the eight of an organisation",
                head,
                body);
        String most = head + body + bodyCheck(body);
        return new CreditCode(most + check(most));
    }

    /** Whether it is that of a basic-level trade union (基层工会). */
    public boolean isOfBasicUnion() {
        return text.startsWith(BASIC_UNION);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String normal(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean areSigns(String text) {
        return text.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    }

    /** What is wrong with it; empty if nothing is. */
    private static String wrongWith(String text) {
        if (text.length() != LENGTH) {
            return "it has " + text.length() + " signs, not 18";
        }
        if (!areSigns(text)) {
            return "it has a sign that codes do not use (I, O, S, V and Z are none)";
        }
        if (!text.substring(2, BODY_FROM).chars().allMatch(Character::isDigit)) {
            return "its third to eighth signs are no division";
        }
        if (text.charAt(LENGTH - 2) != bodyCheck(text.substring(BODY_FROM, LENGTH - 2))) {
            return "the check of its organisation code, the seventeenth sign, does not fit";
        }
        return text.charAt(LENGTH - 1) == check(text) ? "" : "its check, the last sign, does not fit";
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * SIGNS.indexOf(text.charAt(i));
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }

    /** Here letters count as in the whole alphabet, from 10 for A to 35 for Z. */
    private static char bodyCheck(String body) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += BODY_WEIGHTS[i] * Character.digit(body.charAt(i), 36);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
