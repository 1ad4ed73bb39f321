package org.huzhu.roster;

import java.util.Locale;

/** Takes away what spreadsheets, keyboards and copying leave around a text. */
final class Fold {

    private static final String APOSTROPHES = "'\u2018\u2019\uFF07`";
    private static final int FULL_WIDTH_FROM = 0xFF01;
    private static final int FULL_WIDTH_TO = 0xFF5E;
    private static final int FULL_WIDTH_BEYOND = 0xFEE0;

    private Fold() {}

    /** A number: half-width, in upper case, without blanks and signs that cannot be seen. */
    static String number(String text) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        unwrapped(text).codePoints().filter(sign -> !isGap(sign)).forEach(sign -> folded.appendCodePoint(narrow(sign)));
        return withoutApostrophes(folded).toUpperCase(Locale.ROOT);
    }

    /** Words: blanks of all kinds are one space, and none at the ends; a full-width sign stays as it is. */
    static String words(String text) {
        if (isChinese(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        unwrapped(text).codePoints().filter(sign -> !isUnseen(sign)).forEach(sign -> {
            if (!isGap(sign)) {
                folded.appendCodePoint(sign);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return withoutApostrophes(folded).strip();
    }

    /** Most numbers are already as they should be. */
    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!(sign >= '0' && sign <= '9') && !(sign >= 'A' && sign <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is of common characters and nothing else, as most names and words are. */
    static boolean isChinese(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '\u4E00' || text.charAt(i) > '\u9FA5') {
                return false;
            }
        }
        return true;
    }

    /** Half-width, what is full-width. */
    static String narrow(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> folded.appendCodePoint(narrow(sign)));
        return folded.toString();
    }

    private static int narrow(int sign) {
        return sign >= FULL_WIDTH_FROM && sign <= FULL_WIDTH_TO ? sign - FULL_WIDTH_BEYOND : sign;
    }

    private static boolean isGap(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || isUnseen(sign);
    }

    /** Zero-width signs, marks of direction and of byte order, controls. */
    private static boolean isUnseen(int sign) {
        int type = Character.getType(sign);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(sign));
    }

    /** What stands in a formula that only keeps a text a text: ="…". */
    private static String unwrapped(String text) {
        boolean isWrapped = text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"");
        return isWrapped ? text.substring(2, text.length() - 1) : text;
    }

    private static String withoutApostrophes(StringBuilder text) {
        int from = 0;
        while (from < text.length() && APOSTROPHES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }
}
