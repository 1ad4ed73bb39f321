package org.huzhu.bench.drools;

import java.util.List;

/**
 * A coverage period; days are numbers.
 *
 * @param plan the number of the word that is the name of the plan
 * @param runFrom the start of the first of the periods that follow on each other without a break up to this one
 * @param since for each unit the day from which it waits, the longest held first
 */
public record Cover(int plan, int from, int until, int runFrom, int tier, List<Integer> since) {

    public int getUnits() {
        return since.size();
    }

    /** How many units are past the day of cover. */
    public int after(int day, int offset, int number) {
        int units = 0;
        for (int begun : since) {
            units += Math.max(0L, (long) day - begun) + offset > number ? 1 : 0;
        }
        return units;
    }
}
