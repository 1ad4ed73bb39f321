package org.huzhu.bench.drools;

import java.util.List;

/** The arithmetic that the rules call. */
public final class Sums {

    private static final int WHOLE = 10_000;

    private Sums() {}

    /** The share of the amount. */
    public static long share(long fen, int rate, int rounding) {
        return (fen * rate + rounding) / WHOLE;
    }

    /** The amount, raised to the least if it is anything at all. */
    public static long atLeast(long least, long fen) {
        return fen > 0 ? Math.max(least, fen) : 0;
    }

    /** The ratio of the grade, less that of an earlier disability. */
    public static int ratio(int grade, int prior, int[] ratios) {
        int less = prior > 0 && prior <= ratios.length ? ratios[prior - 1] : 0;
        return Math.max(0, ratios[grade - 1] - less);
    }

    /** The share of a year's cost above the deductibles. */
    public static long yearly(List<?> of, long[] deductibles, int rate, int rounding) {
        long visits = 0;
        long above = 0;
        boolean isFirst = true;
        for (Part part : sorted(of)) {
            if (part.stay()) {
                above += Math.max(0, part.fen() - deductibles[isFirst ? 1 : 2]);
                isFirst = false;
            } else {
                visits += part.fen();
            }
        }
        return share(Math.max(0, visits - deductibles[0]) + above, rate, rounding);
    }

    /** The shares, by bands, of a year's cost less what others paid. */
    public static long banded(List<?> of, long[] above, int[] rates, int rounding) {
        long fen = 0;
        for (Part part : sorted(of)) {
            fen += part.fen() - part.others();
        }
        long sum = 0;
        for (int i = 0; i < above.length; i++) {
            long top = i + 1 < above.length ? Math.min(fen, above[i + 1]) : fen;
            sum += Math.max(0, top - above[i]) * rates[i];
        }
        return (sum + rounding) / WHOLE;
    }

    /** The parts in the order of their beginning. */
    public static List<Part> sorted(List<?> of) {
        return of.stream().map(Part.class::cast).sorted().toList();
    }

    /** The last day of the parts. */
    public static int lastDay(List<?> of) {
        return of.stream().mapToInt(each -> ((Part) each).day()).max().orElseThrow();
    }

    /** The first of the parts. */
    public static Part first(List<?> of) {
        return sorted(of).getFirst();
    }

    /** Fen or days of the parts together. */
    public static long sum(List<?> of) {
        return of.stream().mapToLong(each -> ((Part) each).fen()).sum();
    }
}
