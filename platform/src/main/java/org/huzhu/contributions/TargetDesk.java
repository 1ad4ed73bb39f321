package org.huzhu.contributions;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * What agencies are to collect in a year, and how far they have come (任务与进度).
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link ContributionRefused} if it
 * cannot be.
 */
public interface TargetDesk {

    /** Sets what an agency is to collect; what was set before no longer holds. */
    void set(Caller caller, UUID organisation, Optional<String> plan, int year, Money target);

    /** Brings over what was collected in a month under an earlier system; what was brought before no longer holds. */
    void carry(Caller caller, UUID organisation, String plan, YearMonth month, Money collected, int personTimes);

    /** How far each stands that is the organisation or below it, and has a target for the year, by path and plan. */
    List<Progress> progress(Caller caller, UUID organisation, int year);

    /**
     * How far an agency has come in a year.
     *
     * @param plan empty for all plans
     * @param collected in each month, from January on: what came into the bank for units at or below it
     * @param lastYear the same of the year before
     * @param hasCarried whether some of these figures were brought over from an earlier system
     * @param persons in the batches whose last money came in the year; not among what was brought over
     * @param personTimes their covers, and those that were brought over
     */
    record Progress(
            UUID organisation,
            Optional<String> plan,
            int year,
            Money target,
            List<Money> collected,
            List<Money> lastYear,
            boolean hasCarried,
            long persons,
            long personTimes) {

        private static final int MONTHS = 12;
        private static final long WHOLE = 10_000;

        public Progress {
            collected = List.copyOf(collected);
            lastYear = List.copyOf(lastYear);
        }

        /** What was collected from January to the end of the month. */
        public Money until(int month) {
            return Money.sum(collected.subList(0, month));
        }

        /** What was collected in the year. */
        public Money reached() {
            return until(MONTHS);
        }

        /** What should have been collected by the end of the month, at a twelfth of the target each. */
        public Money pace(int month) {
            return target.proportion(month, MONTHS, java.math.RoundingMode.HALF_UP);
        }

        /** What was collected of the target, in hundredths of a per cent. */
        public long completion() {
            return ratio(reached(), target);
        }

        /**
         * How much more was collected from January to the end of the month than a year before, in hundredths of a per
         * cent; empty where nothing was collected then.
         */
        public OptionalLong growth(int month) {
            Money before = Money.sum(lastYear.subList(0, month));
            return before.isPositive()
                    ? OptionalLong.of(ratio(until(month).minus(before), before))
                    : OptionalLong.empty();
        }

        private static long ratio(Money part, Money whole) {
            return part.proportion(WHOLE, whole.fen(), java.math.RoundingMode.HALF_UP)
                    .fen();
        }
    }
}
