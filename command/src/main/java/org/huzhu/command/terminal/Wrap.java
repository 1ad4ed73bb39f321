package org.huzhu.command.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of so many columns of a terminal: between Chinese characters, and between Latin words.
 *
 * <p>No line begins with a mark that closes something, or ends with one that opens something; a closing mark may stand
 * one place beyond the end of a line. A single word that is wider than a line stays whole.
 */
final class Wrap {

    private static final String CLOSING = "，。、；：！？）》”’】…";

    private static final String OPENING = "（《“‘【[(";

    private Wrap() {}

    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String piece : pieces(paragraph)) {
                boolean fits = DisplayWidth.of(line.toString()) + DisplayWidth.of(piece.stripTrailing()) <= columns;
                if (!fits && !line.isEmpty() && !CLOSING.contains(piece)) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(piece);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A Chinese character is a piece by itself; a run of others is one up to and with the blank that ends it. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            boolean isWide = DisplayWidth.of(letter) == 2;
            if (isWide && !run.isEmpty() && !opens(run)) {
                pieces.add(run.toString());
                run.setLength(0);
            }
            run.append(letter);
            if ((isWide && !opens(run)) || c == ' ') {
                pieces.add(run.toString());
                run.setLength(0);
            }
        });
        pieces.add(run.toString());
        return pieces;
    }

    /** Whether the last mark opens something and so belongs to what follows. */
    private static boolean opens(StringBuilder run) {
        return OPENING.indexOf(run.charAt(run.length() - 1)) >= 0;
    }
}
