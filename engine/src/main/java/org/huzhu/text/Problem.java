package org.huzhu.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something in a file that the reader does not accept, worded for the person who must put it right.
 *
 * @param line from 1; the line where {@code found} stands
 * @param found what stands there, shortened; empty where something is missing
 * @param message a sentence in Chinese that says what is wrong and what to write instead
 * @param allowed the words allowed there, where the list is closed
 */
public record Problem(String file, int line, String found, String message, List<String> allowed) {

    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::message);

    private static final Pattern IDENTITY = Pattern.compile("(\\d{3})\\d{8}(?:\\d{3})?(\\d{3}[\\dXx])");
    private static final int FOUND_MAX = 40;

    public Problem {
        allowed = List.copyOf(allowed);
        message = masked(message);
        found = masked(found);
    }

    /** The text as it may be shown: shortened to one line, identity numbers masked. */
    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return masked(line.length() <= FOUND_MAX ? line : line.substring(0, FOUND_MAX) + "…");
    }

    private static String masked(String text) {
        return IDENTITY.matcher(text).replaceAll("$1********$2");
    }

    /** The problem as a line for people: file, line, message. */
    @Override
    public String toString() {
        return file + " 第" + line + "行：" + message;
    }
}
