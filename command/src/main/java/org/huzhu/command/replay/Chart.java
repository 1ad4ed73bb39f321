package org.huzhu.command.replay;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Drawings in SVG: bars that start at zero, before beside after. Each says in its title what it shows; the figures
 * stand in a table beside it.
 */
final class Chart {

    private static final int WIDTH = 760;
    private static final int TICKS = 4;

    private final String title;
    private final String description;
    private final LongFunction<String> wording;

    /** {@code wording} says an amount shortly, for axes and bars. */
    Chart(String title, String description, LongFunction<String> wording) {
        this.title = title;
        this.description = description;
        this.wording = wording;
    }

    /** Two amounts, none below zero, and what they are of. */
    record Pair(String label, long before, long after) {
        long largest() {
            return Math.max(before, after);
        }
    }

    /** One piece of a bar; {@code kind} is one of the classes of the style sheet. */
    record Piece(String label, String kind, long size) {}

    private static long largest(List<Pair> pairs) {
        return Math.max(1, pairs.stream().mapToLong(Pair::largest).max().orElse(1));
    }

    /** Bars that stand, for a run of years. */
    String columns(List<Pair> pairs) {
        int left = 84;
        int top = 16;
        int height = 230;
        long step = step(largest(pairs));
        long scale = step * Math.ceilDiv(largest(pairs), step);
        StringBuilder svg = begin(top + height + 34);
        for (long tick = 0; tick <= scale; tick += step) {
            double y = top + height - (double) height * tick / scale;
            svg.append("<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    .formatted(tick == 0 ? "base" : "grid", left, WIDTH, y, y));
            svg.append(text(
                    "axis",
                    left - 8,
                    y + 4,
                    "end",
                    tick == 0 ? "0" : wording.apply(tick).replace(".00", "")));
        }
        double slot = (double) (WIDTH - left) / Math.max(1, pairs.size());
        double bar = Math.min(34, slot * 0.38);
        for (int i = 0; i < pairs.size(); i++) {
            double middle = left + slot * (i + 0.5);
            Pair pair = pairs.get(i);
            for (boolean isAfter : new boolean[] {false, true}) {
                long amount = isAfter ? pair.after() : pair.before();
                double tall = (double) height * amount / scale;
                double x = isAfter ? middle + 1 : middle - bar - 1;
                svg.append(bar(
                        isAfter ? "after" : "before",
                        x,
                        top + height - tall,
                        bar,
                        tall,
                        pair.label() + (isAfter ? " 变更后 " : " 变更前 ") + wording.apply(amount)));
            }
            svg.append(text("", middle, top + height + 20, "middle", pair.label()));
        }
        return svg.append("</svg>").toString();
    }

    /** Bars that lie, one below the other, with their amounts at their ends. */
    String rows(List<Pair> pairs, int left) {
        int each = 46;
        int right = 118;
        long scale = largest(pairs);
        StringBuilder svg = begin(pairs.size() * each + 8);
        double room = WIDTH - left - right;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double y = i * each + 8.0;
            svg.append(text("", left - 10, y + 21, "end", pair.label()));
            row(svg, "before", pair.label() + " 变更前", left, y, room * pair.before() / scale, pair.before());
            row(svg, "after", pair.label() + " 变更后", left, y + 18, room * pair.after() / scale, pair.after());
        }
        svg.append("<line class=\"base\" x1=\"%d\" x2=\"%d\" y1=\"0\" y2=\"%d\"/>"
                .formatted(left, left, pairs.size() * each + 4));
        return svg.append("</svg>").toString();
    }

    private void row(StringBuilder svg, String kind, String label, double x, double y, double length, long amount) {
        svg.append(bar(kind, x, y, length, 16, label + " " + wording.apply(amount)));
        svg.append(text("axis", x + length + 6, y + 13, "start", wording.apply(amount)));
    }

    /** One bar that lies, in pieces; a piece too short for its amount goes without it. */
    String pieces(List<Piece> pieces) {
        long sum = Math.max(1, pieces.stream().mapToLong(Piece::size).sum());
        StringBuilder svg = begin(64);
        double x = 0;
        for (Piece piece : pieces) {
            double length = (double) WIDTH * piece.size() / sum;
            String amount = wording.apply(piece.size());
            svg.append(bar(piece.kind(), x, 4, length, 34, piece.label() + " " + amount));
            if (length > amount.length() * 8 + 8) {
                svg.append(text("axis", x + length / 2, 56, "middle", amount));
            }
            x += length;
        }
        return svg.append("</svg>").toString();
    }

    private StringBuilder begin(int height) {
        return new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">"
                        .formatted(WIDTH, height))
                .append("<title>%s</title><desc>%s</desc>".formatted(Page.escaped(title), Page.escaped(description)));
    }

    private static String bar(String kind, double x, double y, double width, double height, String title) {
        return "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>"
                .formatted(kind, x, y, width, height, Page.escaped(title));
    }

    private static String text(String kind, double x, double y, String anchor, String text) {
        return "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>"
                .formatted(kind, x, y, anchor, Page.escaped(text));
    }

    /** A round step, of which a few reach the amount: 1, 2 or 5 with zeros. */
    private static long step(long largest) {
        long step = 1;
        while (step * TICKS < largest) {
            String digits = String.valueOf(step);
            step = digits.startsWith("2") ? step / 2 * 5 : step * 2;
        }
        return step;
    }
}
