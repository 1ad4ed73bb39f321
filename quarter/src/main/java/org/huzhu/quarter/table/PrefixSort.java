package org.huzhu.quarter.table;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sorts by the first eight bytes of texts, byte by byte from the last to the first, and asks for more only where they
 * agree.
 */
public final class PrefixSort {

    private static final int VALUES = 256;

    private PrefixSort() {}

    /**
     * The items sorted by their prefixes as unsigned numbers, then those with one prefix by the comparator. Both arrays
     * are used up.
     */
    public static int[] sorted(long[] prefixes, int[] items, Comparator<Integer> ofEqual) {
        long[] fromPrefixes = prefixes;
        int[] fromItems = items;
        long[] toPrefixes = new long[prefixes.length];
        int[] toItems = new int[items.length];
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            int[] ends = starts(fromPrefixes, shift);
            if (ends.length == 0) {
                continue;
            }
            for (int i = 0; i < fromItems.length; i++) {
                int to = ends[valueOf(fromPrefixes[i], shift)]++;
                toPrefixes[to] = fromPrefixes[i];
                toItems[to] = fromItems[i];
            }
            long[] prefixesNow = toPrefixes;
            int[] itemsNow = toItems;
            toPrefixes = fromPrefixes;
            toItems = fromItems;
            fromPrefixes = prefixesNow;
            fromItems = itemsNow;
        }
        sortEqual(fromPrefixes, fromItems, ofEqual);
        return fromItems;
    }

    /** The first eight bytes of a text; in the order of unsigned numbers they are in the order of bytes. */
    public static long prefix(byte[] bytes, int from, int to) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << Byte.SIZE | (from + i < to ? bytes[from + i] & 0xFF : 0);
        }
        return prefix;
    }

    /** Where the items with each value of one byte begin; nothing if all have the same. */
    private static int[] starts(long[] prefixes, int shift) {
        int[] starts = new int[VALUES];
        for (long prefix : prefixes) {
            starts[valueOf(prefix, shift)]++;
        }
        int total = 0;
        for (int value = 0; value < VALUES; value++) {
            int count = starts[value];
            if (count == prefixes.length) {
                return new int[0];
            }
            starts[value] = total;
            total += count;
        }
        return starts;
    }

    private static int valueOf(long prefix, int shift) {
        return (int) (prefix >>> shift) & (VALUES - 1);
    }

    private static void sortEqual(long[] prefixes, int[] items, Comparator<Integer> ofEqual) {
        for (int from = 0; from < items.length; ) {
            int to = from + 1;
            while (to < items.length && prefixes[to] == prefixes[from]) {
                to++;
            }
            if (to > from + 1) {
                Integer[] run = Arrays.stream(items, from, to).boxed().toArray(Integer[]::new);
                Arrays.sort(run, ofEqual);
                for (int i = from; i < to; i++) {
                    items[i] = run[i - from];
                }
            }
            from = to;
        }
    }
}
