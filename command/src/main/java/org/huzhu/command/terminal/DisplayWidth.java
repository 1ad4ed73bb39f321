package org.huzhu.command.terminal;

/**
 * How many columns of a terminal a text takes: two for a wide character, none for a mark that joins the one before.
 *
 * <p>Wide are the characters that Unicode's East Asian Width (UAX 11) calls W or F, by the blocks that hold them. Those
 * it calls ambiguous, such as {@code ·} and {@code —}, count as one, which is what terminals do outside of legacy
 * encodings.
 */
final class DisplayWidth {

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return between(c, 0x1100, 0x115F) // Hangul letters that begin a syllable
                || between(c, 0x2E80, 0x303E) // radicals and Chinese punctuation
                || between(c, 0x3041, 0xA4CF) // kana, ideographs, Yi
                || between(c, 0xAC00, 0xD7A3) // Hangul syllables
                || between(c, 0xF900, 0xFAFF) // compatibility ideographs
                || between(c, 0xFE30, 0xFE6F) // vertical and small forms
                || between(c, 0xFF01, 0xFF60) // full-width Latin and punctuation
                || between(c, 0xFFE0, 0xFFE6) // full-width signs, ￥ among them
                || between(c, 0x1F300, 0x1F64F) // pictures
                || between(c, 0x20000, 0x3FFFD); // rare ideographs, found in names
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
