package org.huzhu.claims.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.huzhu.kernel.Money;

/**
 * Draws samples. The same way, seed and claims give the same sample, on every machine: {@link Random} is laid down to
 * the bit, and claims are taken in the order of their numbers.
 */
final class Draw {

    /** Seeds that lie side by side would begin almost alike. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final Random chance;

    private Draw(long seed) {
        this.chance = new Random(seed * APART);
    }

    /**
     * A claim that can be drawn.
     *
     * @param stratum the path of its agency
     */
    record Candidate(UUID claim, String number, String stratum, Money due) {}

    /** Why it was drawn. Names are stored: never rename one. */
    enum Why {
        CHANCE,
        LARGE,
        BY_SUM,
        STRATUM,
        MACHINE
    }

    /** A claim that was drawn. */
    record Drawn(Candidate candidate, Why why) {}

    static List<Drawn> of(Way way, long seed, List<Candidate> candidates) {
        List<Candidate> ordered = candidates.stream()
                .sorted(Comparator.comparing(Candidate::number))
                .toList();
        Draw draw = new Draw(seed);
        List<Drawn> drawn = switch (way) {
            case Way.Evenly evenly -> draw.evenly(ordered, evenly.size(), Why.CHANCE);
            case Way.ByValue byValue -> draw.byValue(ordered, byValue);
            case Way.ByVariance byVariance -> draw.byVariance(ordered, byVariance.size());
        };
        return drawn.stream()
                .sorted(Comparator.comparing(each -> each.candidate().number()))
                .toList();
    }

    private List<Drawn> evenly(List<Candidate> from, int size, Why why) {
        List<Candidate> mixed = new ArrayList<>(from);
        Collections.shuffle(mixed, chance);
        return mixed.stream().limit(size).map(each -> new Drawn(each, why)).toList();
    }

    /** Of the rest: equal steps through all sums laid end to end, from a place by chance within the first step. */
    private List<Drawn> byValue(List<Candidate> all, Way.ByValue way) {
        List<Drawn> drawn = new ArrayList<>();
        List<Candidate> rest = new ArrayList<>();
        for (Candidate each : all) {
            if (each.due().compareTo(way.above()) >= 0) {
                drawn.add(new Drawn(each, Why.LARGE));
            } else if (each.due().isPositive()) {
                rest.add(each);
            }
        }
        double step = Money.sum(rest.stream().map(Candidate::due).toList()).fen() / (double) way.size();
        double next = chance.nextDouble() * step;
        double end = 0;
        for (Candidate each : rest) {
            end += each.due().fen();
            if (next < end) {
                drawn.add(new Drawn(each, Why.BY_SUM));
                // One that is longer than a step is drawn once.
                next += step * Math.max(1, Math.ceil((end - next) / step));
            }
        }
        return drawn;
    }

    private List<Drawn> byVariance(List<Candidate> all, int size) {
        Map<String, List<Candidate>> strata = new TreeMap<>();
        all.forEach(each ->
                strata.computeIfAbsent(each.stratum(), _ -> new ArrayList<>()).add(each));
        Map<String, Double> weights = new TreeMap<>();
        strata.forEach((agency, claims) -> weights.put(agency, claims.size() * spread(claims)));
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Drawn> drawn = new ArrayList<>();
        strata.forEach((agency, claims) -> {
            double share = total > 0 ? weights.getOrDefault(agency, 0.0) / total : claims.size() / (double) all.size();
            int count = (int) Math.max(1, Math.round(size * share));
            drawn.addAll(evenly(claims, count, Why.STRATUM));
        });
        return drawn;
    }

    /** How far the sums of an agency lie apart: their standard deviation. */
    private static double spread(List<Candidate> claims) {
        double mean =
                claims.stream().mapToLong(each -> each.due().fen()).average().orElse(0);
        return Math.sqrt(claims.stream()
                .mapToDouble(each -> Math.pow(each.due().fen() - mean, 2))
                .average()
                .orElse(0));
    }
}
