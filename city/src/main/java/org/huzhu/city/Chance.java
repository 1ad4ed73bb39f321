package org.huzhu.city;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of chance that belongs to one person and one purpose, so that asking for more in one place moves nothing in
 * another.
 *
 * <p>Only {@link SplittableRandom#nextLong} is used, and {@link StrictMath}: how a bounded number or a normal deviate
 * is drawn from it is written out here, since the library may change its own ways between releases.
 */
public final class Chance {

    /** What a stream is for. Its number is part of what a seed means and never changes. */
    public enum Purpose {
        BIRTH(1),
        CARDS(2),
        ILLNESS(3),
        REPORTING(4),
        FLAWS(5),
        SELF(6),
        COVER(7),
        HEALTH(8),
        BILLS(9),
        DISEASE(10),
        MISHAP(11),
        HOME(12),
        WORK(13);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private static final long MIX_1 = 0xff51afd7ed558ccdL;
    private static final long MIX_2 = 0xc4ceb9fe1a85ec53L;
    private static final double UNIT = 0x1.0p-53;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of the person for the purpose. */
    public static Chance of(long seed, long person, Purpose purpose) {
        return new Chance(mix(mix(mix(seed) + person) + purpose.number));
    }

    /** The finaliser of MurmurHash3: neighbouring seeds end far apart. */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 33)) * MIX_1;
        mixed = (mixed ^ (mixed >>> 33)) * MIX_2;
        return mixed ^ (mixed >>> 33);
    }

    /** A whole number from 0 to one less than {@code bound}. */
    public int below(int bound) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in {@code share} of a thousand cases. */
    public boolean inThousand(int share) {
        return below(1_000) < share;
    }

    /** True in {@code share} of a million cases. */
    public boolean inMillion(int share) {
        return below(1_000_000) < share;
    }

    /** One of the choices, each as likely as any other. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The place of one of the weights, each as likely as it weighs. */
    public int weighted(List<Integer> weights) {
        int left = below(weights.stream().mapToInt(Integer::intValue).sum());
        int place = 0;
        while (left >= weights.get(place)) {
            left -= weights.get(place);
            place++;
        }
        return place;
    }

    /** The place of one of the weights, each as likely as it weighs. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int place = 0;
        while (left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }

    /** How often something happens that happens {@code mean} times on average (Poisson); mean below 100. */
    public int count(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = fraction();
        int count = 0;
        while (product > limit) {
            product *= fraction();
            count++;
        }
        return count;
    }

    /** An amount whose logarithm is normal around that of the median; the tail is cut at six deviations. */
    public long logNormal(long median, double deviation) {
        double normal = -6;
        for (int i = 0; i < 12; i++) {
            normal += fraction();
        }
        return (long) (median * StrictMath.exp(deviation * normal));
    }

    private double fraction() {
        return (random.nextLong() >>> 11) * UNIT;
    }
}
