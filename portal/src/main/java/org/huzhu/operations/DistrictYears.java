package org.huzhu.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Require;
import org.huzhu.operations.FirstTargets.Year;

/**
 * How many people of the district take part each year so that their contributions come to what the district collected,
 * to the yuan.
 *
 * @param divisor of all figures: 1 for the district as it was
 */
record DistrictYears(int divisor) {

    /** Hospital cash 60 yuan, hospital expense 50, accident 26. */
    static final int THREE_PLANS_YUAN = 136;

    /** Without accident. */
    static final int TWO_PLANS_YUAN = 110;

    private static final int UNITS = 60;
    private static final int UNITS_MIN = 8;
    private static final int UNITS_IN_THREE = 4;
    private static final int FEN = 100;

    /** How many hundredths of all units take part in each of the years, so that those that do grow slowly. */
    private static final List<Integer> TAKING_PART = List.of(70, 76, 84, 93, 100);

    DistrictYears {
        Require.that(divisor >= 1 && divisor <= 100, "The district is divided by 1 to 100, not %d", divisor);
    }

    /** The years, each at its scale. */
    List<Year> years() {
        return Year.ALL.stream()
                .map(year -> new Year(
                        year.year(), divided(year.target()), divided(year.collected()), year.personTimes() / divisor))
                .toList();
    }

    private Money divided(Money money) {
        return Money.ofFen(money.fen() / divisor / FEN * FEN);
    }

    /** How many units there are in the end. */
    int units() {
        return Math.max(UNITS_MIN, UNITS / divisor);
    }

    /** How many of the units take part in three plans, the first ones. */
    int unitsInThree() {
        return units() * UNITS_IN_THREE / 5;
    }

    /** How many of so many units take part in the year of a place from 0. */
    static int takingPart(int units, int place) {
        return Math.max(1, units * TAKING_PART.get(Math.min(place, TAKING_PART.size() - 1)) / 100);
    }

    /** So many people in three plans, and so many in two. */
    record Heads(int three, int two) {

        /** Those who pay the sum together, four in five yuan of it for three plans. */
        static Heads paying(Money sum) {
            long yuan = sum.fen() / FEN;
            long most = yuan * UNITS_IN_THREE / 5 / THREE_PLANS_YUAN;
            long three = LongStream.iterate(most, heads -> heads >= 0, heads -> heads - 1)
                    .filter(heads -> (yuan - heads * THREE_PLANS_YUAN) % TWO_PLANS_YUAN == 0)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody pays just " + sum));
            return new Heads((int) three, (int) ((yuan - three * THREE_PLANS_YUAN) / TWO_PLANS_YUAN));
        }
    }

    /** Shares the heads out to so many units, some of them twice as large as others. */
    static List<Integer> shares(int heads, int units) {
        List<Integer> weights = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            weights.add(4 + unit * 3 % 5);
        }
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        List<Integer> shares = new ArrayList<>();
        int before = 0;
        int given = 0;
        for (int weight : weights) {
            before += weight;
            int upTo = (int) ((long) heads * before / sum);
            shares.add(upTo - given);
            given = upTo;
        }
        return shares;
    }
}
