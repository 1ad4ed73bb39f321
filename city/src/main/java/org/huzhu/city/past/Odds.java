package org.huzhu.city.past;

import java.util.Arrays;
import java.util.List;

/** Weights, added up once, so that one of many is found in a few steps. */
final class Odds {

    private final int[] ends;

    Odds(List<Integer> weights) {
        ends = new int[weights.size()];
        int sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += weights.get(i);
            ends[i] = sum;
        }
    }

    int sum() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** The place of the weight on which the point lies; {@code point} is from 0 to one less than the sum. */
    int place(int point) {
        int found = Arrays.binarySearch(ends, point);
        int place = found < 0 ? -found - 1 : found + 1;
        while (ends[place] <= point) { // weights of nothing
            place++;
        }
        return place;
    }
}
