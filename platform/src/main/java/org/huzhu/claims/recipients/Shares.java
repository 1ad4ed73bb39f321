package org.huzhu.claims.recipients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.huzhu.kernel.Money;

/** How shares are weighed against each other, and a sum divided by weights so that no fen is left over. */
final class Shares {

    private Shares() {}

    /** The weights; empty where the shares are not one whole, or parts stand beside sums. */
    static Optional<List<Long>> weights(List<Share> shares) {
        List<Share.Part> parts = new ArrayList<>();
        List<Long> sums = new ArrayList<>();
        for (Share share : shares) {
            switch (share) {
                case Share.Part part -> parts.add(part);
                case Share.Sum sum -> sums.add(sum.sum().fen());
            }
        }
        if (parts.isEmpty()) {
            return Optional.of(sums);
        }
        return sums.isEmpty() ? ofParts(parts) : Optional.empty();
    }

    private static Optional<List<Long>> ofParts(List<Share.Part> parts) {
        try {
            long whole = 1;
            for (Share.Part part : parts) {
                whole = Math.multiplyExact(whole / commonDivisor(whole, part.whole()), part.whole());
            }
            long all = whole;
            List<Long> weights = parts.stream()
                    .map(part -> part.part() * (all / part.whole()))
                    .toList();
            boolean isWhole = weights.stream().reduce(0L, Math::addExact) == all;
            return isWhole ? Optional.of(weights) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long commonDivisor(long one, long other) {
        return other == 0 ? one : commonDivisor(other, one % other);
    }

    /** The sum by the places, without who gets nothing; below zero where it is. */
    static SequencedMap<Integer, Money> divided(List<Integer> places, List<Long> weights, Money sum) {
        Money size = sum.isNegative() ? Money.ZERO.minus(sum) : sum;
        List<Money> parts = size.shareOut(weights);
        SequencedMap<Integer, Money> divided = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            if (parts.get(i).isPositive()) {
                divided.put(places.get(i), sum.isNegative() ? Money.ZERO.minus(parts.get(i)) : parts.get(i));
            }
        }
        return divided;
    }
}
