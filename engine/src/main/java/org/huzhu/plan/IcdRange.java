package org.huzhu.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.kernel.Require;

/**
 * A range of ICD-10 codes, such as {@code C00-C97} or {@code N18.5}.
 *
 * <p>A code lies in the range when its first characters, as many as the bounds have, lie between them. So {@code C50}
 * holds {@code C50.900}, and {@code N18.5} holds {@code N18.501}.
 *
 * @param from first prefix, inclusive
 * @param to last prefix, inclusive, as long as {@code from}
 */
public record IcdRange(String from, String to) {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{2}(\\.\\d{1,3})?(x\\d{1,3})?[+*]?");
    private static final Pattern RANGE = Pattern.compile("([A-Z]\\d{2}(?:\\.\\d)?)(?:-([A-Z]\\d{2}(?:\\.\\d)?))?");

    public IcdRange {
        Require.that(
                from.length() == to.length() && from.compareTo(to) <= 0,
                "%s-%s is no range of disease codes",
                from,
                to);
    }

    /**
     * Reads {@code C50} or {@code C00-C97}.
     *
     * @throws IllegalArgumentException if the text is no range of codes
     */
    public static IcdRange parse(String text) {
        Matcher matcher = RANGE.matcher(text);
        Require.that(matcher.matches(), "'%s' is no range of disease codes such as C50 or C00-C97", text);
        String from = matcher.group(1);
        String to = matcher.group(2);
        return new IcdRange(from, to == null ? from : to);
    }

    /** Whether the text has the form of a code of the ICD-10 edition for medical insurance (国家医保版). */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether the code lies in this range. */
    public boolean holds(String code) {
        if (code.length() < from.length()) {
            return false;
        }
        String prefix = code.substring(0, from.length());
        return from.compareTo(prefix) <= 0 && prefix.compareTo(to) <= 0;
    }

    @Override
    public String toString() {
        return from.equals(to) ? from : from + "-" + to;
    }
}
