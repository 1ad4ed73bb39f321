package org.huzhu.bench.drools;

import java.util.Map;
import java.util.Optional;
import org.huzhu.plan.CostField;

/**
 * A stay; {@link #NO_DAY} for days that are not known.
 *
 * @param settledYear the year of the settlement
 * @param before the stay that a transfer within a day joins it to
 */
public record Stay(
        int event,
        int circumstances,
        int day,
        int year,
        int discharged,
        int level,
        int cause,
        int accidentOn,
        int icd,
        int settled,
        int settledYear,
        Map<CostField, Long> costs,
        Optional<Stay> before) {

    /** Stands for no day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    public long cost(CostField field) {
        return costs.getOrDefault(field, -1L);
    }

    /** Days in hospital, at least one. */
    public int days() {
        return Math.max(1, discharged - day);
    }

    /** The admission of the first of the stays that transfers join. */
    public int firstDay() {
        return before.map(Stay::firstDay).orElse(day);
    }

    /** The day of the accident of the first of the stays that transfers join, else its admission. */
    public int firstAccident() {
        return before.map(Stay::firstAccident).orElse(accidentOn == NO_DAY ? day : accidentOn);
    }

    /** The first of the stays that transfers join, in hospitals of the level. */
    public int start(int levelMin) {
        return before.filter(stay -> stay.level >= levelMin)
                .map(stay -> stay.start(levelMin))
                .orElse(event);
    }

    /** The days in the stays before this one, in hospitals of the level. */
    public int daysBefore(int levelMin) {
        return before.filter(stay -> stay.level >= levelMin)
                .map(stay -> stay.days() + stay.daysBefore(levelMin))
                .orElse(0);
    }

    /** The days that are paid when so many at the beginning of stays that are joined are not. */
    public long paidDays(int unpaid, int levelMin) {
        return (long) days() - skipped(unpaid, levelMin);
    }

    /** As {@link #paidDays(int, int)}, of which those that lie in the cover. */
    public long paidDays(int unpaid, int levelMin, int from, int until) {
        return Math.max(0, Math.min(day + days(), until) - Math.max(day + skipped(unpaid, levelMin), from));
    }

    private int skipped(int unpaid, int levelMin) {
        return Math.min(days(), Math.max(0, unpaid - daysBefore(levelMin)));
    }
}
