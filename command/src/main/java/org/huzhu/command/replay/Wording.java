package org.huzhu.command.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.huzhu.command.terminal.Sums;
import org.huzhu.replay.Comparison.Totals;
import org.huzhu.replay.Dimension;

/** Words the figures of a replay. */
final class Wording {

    static final String NONE = "—";

    private static final long FEN_PER_TEN_THOUSAND = 1_000_000;
    private static final long TEN_THOUSAND = 10_000;

    private Wording() {}

    static String sum(long fen) {
        return Sums.ofFen(fen);
    }

    static String sum(OptionalLong fen) {
        return fen.isPresent() ? sum(fen.getAsLong()) : NONE;
    }

    /** A large sum in two or three words: 1.23亿元, 45.60万元, 780.00元. */
    static String brief(long fen) {
        long size = Math.abs(fen);
        if (size >= FEN_PER_TEN_THOUSAND * TEN_THOUSAND) {
            return over(fen, FEN_PER_TEN_THOUSAND * TEN_THOUSAND) + "亿元";
        }
        return size >= FEN_PER_TEN_THOUSAND ? over(fen, FEN_PER_TEN_THOUSAND) + "万元" : sum(fen);
    }

    private static String over(long number, long by) {
        BigDecimal quotient = BigDecimal.valueOf(number).divide(BigDecimal.valueOf(by), 2, RoundingMode.HALF_UP);
        return "%,.2f".formatted(quotient);
    }

    static String count(long count) {
        return "%,d".formatted(count);
    }

    /** With its sign: ＋ for more, － for less. */
    static String signed(long number, String size) {
        return number == 0 ? "0" : (number > 0 ? "＋" : "－") + size;
    }

    static String signedSum(long fen) {
        return fen == 0 ? "0元" : signed(fen, sum(Math.abs(fen)));
    }

    static String signedBrief(long fen) {
        return fen == 0 ? "0元" : signed(fen, brief(Math.abs(fen)));
    }

    static String signedCount(long count) {
        return signed(count, count(Math.abs(count)));
    }

    /** The change in per cent of what was before. */
    static String change(long before, long after) {
        if (before == 0) {
            return NONE;
        }
        BigDecimal change = BigDecimal.valueOf(after)
                .subtract(BigDecimal.valueOf(before))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(Math.abs(before)), 1, RoundingMode.HALF_UP);
        return (change.signum() > 0 ? "＋" : change.signum() < 0 ? "－" : "") + "%,.1f%%".formatted(change.abs());
    }

    /** Tenths of a per cent. */
    static String perMille(OptionalLong perMille) {
        return perMille.isPresent() ? "%,d.%d%%".formatted(perMille.getAsLong() / 10, perMille.getAsLong() % 10) : NONE;
    }

    static String dimension(Dimension dimension) {
        return switch (dimension) {
            case PLAN -> "计划条款";
            case YEAR -> "年份";
            case AGENCY -> "代办处";
            case SEX -> "性别";
            case AGE -> "年龄";
        };
    }

    static String dimensions(List<Dimension> by) {
        return by.stream().map(Wording::dimension).collect(Collectors.joining("、"));
    }

    /** One line of the headline figures: what it is, before, after, difference, in per cent. */
    record Line(String name, String before, String after, String difference, String change) {

        static Line ofCounts(String name, long before, long after) {
            return new Line(
                    name,
                    Wording.count(before),
                    Wording.count(after),
                    signedCount(after - before),
                    Wording.change(before, after));
        }

        static Line ofSums(String name, OptionalLong before, OptionalLong after) {
            boolean both = before.isPresent() && after.isPresent();
            return new Line(
                    name,
                    sum(before),
                    sum(after),
                    both ? signedSum(after.getAsLong() - before.getAsLong()) : NONE,
                    both ? Wording.change(before.getAsLong(), after.getAsLong()) : NONE);
        }

        static Line ofSums(String name, long before, long after) {
            return ofSums(name, OptionalLong.of(before), OptionalLong.of(after));
        }
    }

    /** The headline figures of the plan, then what it costs and takes. */
    static List<Line> lines(Totals before, Totals after) {
        return List.of(
                Line.ofSums("互助金", before.plan().fen(), after.plan().fen()),
                Line.ofCounts("给付笔数", before.plan().payments(), after.plan().payments()),
                Line.ofCounts("受益人数", before.plan().persons(), after.plan().persons()),
                Line.ofCounts(
                        "参保人次", before.enrolments().terms(), after.enrolments().terms()),
                Line.ofCounts(
                        "参保份数", before.enrolments().units(), after.enrolments().units()),
                Line.ofSums(
                        "会费",
                        before.enrolments().contributionFen(),
                        after.enrolments().contributionFen()),
                Line.ofSums("每参保人次互助金", before.perTermFen(), after.perTermFen()),
                Line.ofSums("保本会费（每份）", before.breakEvenFen(), after.breakEvenFen()),
                ratio(before, after));
    }

    private static Line ratio(Totals before, Totals after) {
        OptionalLong one = before.payoutPerMille();
        OptionalLong other = after.payoutPerMille();
        String difference = NONE;
        if (one.isPresent() && other.isPresent()) {
            long points = other.getAsLong() - one.getAsLong();
            difference = signed(points, "%,d.%d个百分点".formatted(Math.abs(points) / 10, Math.abs(points) % 10));
        }
        return new Line("给付率（互助金÷会费）", perMille(one), perMille(other), difference, "");
    }
}
