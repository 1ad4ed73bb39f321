package org.huzhu.testkit;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Generated cases for a property: a statement that must hold for every input, not only for those we thought of.
 *
 * <p>Cases grow from small to large, so the first one to fail is usually small enough to read. A failure says how to
 * run that one case again: {@code -Dcases.again=…}.
 */
public final class Cases {

    private static final int SIZE_MAX = 64;

    private final SplittableRandom random;
    private final int size;

    private Cases(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
    }

    /** Checks the property against {@code count} generated cases, or against the one named by {@code cases.again}. */
    public static void check(int count, Consumer<Cases> property) {
        String again = System.getProperty("cases.again");
        if (again != null) {
            int slash = again.indexOf('/');
            checkOne(Long.parseLong(again.substring(0, slash)), Integer.parseInt(again.substring(slash + 1)), property);
            return;
        }
        SplittableRandom seeds = new SplittableRandom();
        for (int i = 0; i < count; i++) {
            checkOne(seeds.nextLong(), 1 + i * SIZE_MAX / count, property);
        }
    }

    private static void checkOne(long seed, int size, Consumer<Cases> property) {
        try {
            property.accept(new Cases(seed, size));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Run this case again with -Dcases.again=" + seed + "/" + size, e);
        }
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public long wholeBetween(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A list of at least one item; later cases have longer lists. */
    public <T> List<T> listOf(Function<Cases, T> item) {
        return IntStream.rangeClosed(0, random.nextInt(size))
                .mapToObj(_ -> item.apply(this))
                .toList();
    }
}
