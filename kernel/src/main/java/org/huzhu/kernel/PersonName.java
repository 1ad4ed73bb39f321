package org.huzhu.kernel;

import java.text.Normalizer;

/**
 * The name of a person, in any script of Unicode.
 *
 * <p>The dot between the parts of a name (阿卜杜·买买提) is U+00B7, whatever look-alike was typed. Spaces at the ends are
 * dropped, several in a row are one. Ideographs are left as they are: a rare one is not replaced by a common one.
 *
 * @param text of 1 to 100 signs (code points), in its one normal form
 */
public record PersonName(String text) {

    private static final int SIGNS_MAX = 100;
    private static final int DOT = 0x00B7;
    private static final String DOTS = "\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65\u25CF\u2E31\u16EB";
    private static final String STOPS = ".\uFF0E";
    private static final String OTHERS = " -'\u2019";

    public PersonName {
        text = normal(text);
        int signs = text.codePointCount(0, text.length());
        Require.that(signs > 0, "A name has one sign at least; it is empty");
        Require.that(signs <= SIGNS_MAX, "A name has %d signs at most, not %d", SIGNS_MAX, signs);
        text.codePoints().forEach(PersonName::requireSignOfName);
    }

    private static void requireSignOfName(int sign) {
        boolean fits = Character.isLetter(sign)
                || Character.isIdeographic(sign)
                || Character.getType(sign) == Character.NON_SPACING_MARK
                || Character.getType(sign) == Character.COMBINING_SPACING_MARK
                || sign == DOT
                || STOPS.indexOf(sign) >= 0
                || OTHERS.indexOf(sign) >= 0;
        Require.that(fits, "A name is of letters and the dot · only; U+%04X is neither", sign);
    }

    /** The text as a name is kept and searched for. */
    public static String normal(String given) {
        String trimmed = given.strip().replaceAll("[\\s\u00A0\u3000]+", " ");
        // Composing would turn compatibility ideographs, which stand in household registers, into others.
        String text = trimmed.codePoints().anyMatch(Character::isIdeographic)
                ? trimmed
                : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
        int[] signs = text.codePoints().toArray();
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < signs.length; i++) {
            normal.appendCodePoint(isDot(signs, i) ? DOT : signs[i]);
        }
        return normal.toString();
    }

    /** A full stop is the dot where it stands between ideographs. */
    private static boolean isDot(int[] signs, int at) {
        if (DOTS.indexOf(signs[at]) >= 0) {
            return true;
        }
        return STOPS.indexOf(signs[at]) >= 0
                && at > 0
                && at < signs.length - 1
                && Character.isIdeographic(signs[at - 1])
                && Character.isIdeographic(signs[at + 1]);
    }

    /** The name with all but its first sign hidden, such as 欧***. */
    public String masked() {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first) + "*".repeat(text.codePointCount(first, text.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}
