package org.huzhu.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Require;

/**
 * The waiting period (等待期): what an event soon after the start of cover gives.
 *
 * @param number the clause, as printed
 * @param wording word for word
 * @param zones days in which nothing or less is given, in ascending order; after the last zone all is given
 * @param exempt causes that do not wait
 * @param renewal how a renewal keeps the first start; empty when every coverage period waits anew
 * @param waiver how cover under other plans stands in for waiting; empty when it does not
 */
public record Waiting(
        String number,
        String wording,
        FirstDay firstDay,
        List<Zone> zones,
        Set<Cause> exempt,
        Optional<Renewal> renewal,
        Optional<Waiver> waiver,
        Basis basis) {

    public Waiting {
        zones = List.copyOf(zones);
        exempt = Set.copyOf(exempt);
        for (int i = 1; i < zones.size(); i++) {
            Require.that(
                    zones.get(i - 1).untilDay() < zones.get(i).untilDay(),
                    "The zones of %s must have ascending ends",
                    number);
        }
    }

    /** The treatment on the given day of cover, where day one is the first day. */
    public Treatment on(long day) {
        for (int i = 0; i < zones.size(); i++) {
            if (day <= zones.get(i).untilDay()) {
                return zones.get(i).treatment();
            }
        }
        return Treatment.FULL;
    }

    /** Which day is day one (起算). Texts differ, so each plan says it. */
    public enum FirstDay {
        /** 生效当日: the first day of cover is day one. */
        EFFECTIVE_DAY(1),
        /** 生效次日: the day after it is day one. */
        DAY_AFTER(0);

        private final int offset;

        FirstDay(int offset) {
            this.offset = offset;
        }

        /** The number of the first day of cover itself: one, or zero. */
        public int offset() {
            return offset;
        }
    }

    /** What is given in a zone (待遇). */
    public enum Treatment {
        NONE,
        REDUCED,
        FULL
    }

    /** Days up to and including {@code untilDay}, from the end of the zone before. */
    public record Zone(int untilDay, Treatment treatment) {
        public Zone {
            Require.that(untilDay >= 0, "A zone cannot end on day %d", untilDay);
            Require.that(treatment != Treatment.FULL, "A zone gives nothing or less; after the last zone all is given");
        }
    }

    /**
     * How a renewal keeps the first start (续保).
     *
     * @param gapDaysMax days that may lie between the old end and the new start; zero for none
     * @param extraUnitsWait whether units of cover that are added at the renewal wait by themselves
     * @param gapCovered whether an event in the gap is covered once the renewal is made
     */
    public record Renewal(int gapDaysMax, boolean extraUnitsWait, boolean gapCovered) {
        public Renewal {
            Require.that(gapDaysMax >= 0, "A gap of %d days makes no sense", gapDaysMax);
        }
    }

    /**
     * How membership in other plans stands in for waiting (会员豁免).
     *
     * <p>A person who holds, when the cover starts, any plan other than {@code plansNotCounted} does not wait. Who
     * holds none is a new member and waits.
     */
    public record Waiver(Set<String> plansNotCounted) {
        public Waiver {
            plansNotCounted = Set.copyOf(plansNotCounted);
        }
    }
}
