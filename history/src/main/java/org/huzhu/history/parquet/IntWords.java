package org.huzhu.history.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The different numbers of a column that has few of them, within a small span; and the place of each among them. */
final class IntWords {

    private static final int SPAN_MAX = 1 << 16;
    /** A column must say each word so many times for words to be worth it. */
    private static final int TIMES_MIN = 4;

    private final int[] values;
    private final IntPredicate isThere;
    private final int least;
    private final int[] words;
    private final int[] places;

    private IntWords(int[] values, IntPredicate isThere, int least, int[] words, int[] places) {
        this.values = values;
        this.isThere = isThere;
        this.least = least;
        this.words = words;
        this.places = places;
    }

    /** The words of the values that are there; empty where they are too many. */
    static Optional<IntWords> of(int[] values, IntPredicate isThere, int least, int most) {
        if ((long) most - least >= SPAN_MAX) {
            return Optional.empty();
        }
        int[] places = new int[most - least + 1];
        for (int value : values) {
            if (isThere.test(value)) {
                places[value - least] = 1;
            }
        }
        int[] words = new int[places.length];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (places[i] == 1) {
                words[count] = least + i;
                places[i] = count++;
            }
        }
        return (long) count * TIMES_MIN > values.length
                ? Optional.empty()
                : Optional.of(new IntWords(values, isThere, least, Arrays.copyOf(words, count), places));
    }

    int count() {
        return words.length;
    }

    /** How many bits the place of a word takes. */
    int width() {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(words.length - 1));
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    /** Finds the places of the values that are there, and answers how many there are. */
    int look(int[] into, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (isThere.test(values[i])) {
                into[count++] = places[values[i] - least];
            }
        }
        return count;
    }
}
