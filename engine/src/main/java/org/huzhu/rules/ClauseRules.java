package org.huzhu.rules;

import java.util.List;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.jspecify.annotations.Nullable;

/**
 * A clause of a version.
 *
 * @param plan the plan, by its place in the rulebook
 * @param version the version, by its place in the plan
 * @param place the place of the clause in its version
 * @param ordinal the place of the clause among those of all versions of the plan
 * @param number the number of the word that is the number of the clause
 * @param bit one bit for each number of a clause, the same through all versions of the plan
 * @param kinds the kinds of events that it may be about, a set of {@link org.huzhu.columns.EventKind#bit}
 * @param traits what follows from {@code pricing}
 * @param exclusions those that bear on it, in the order of the file
 * @param caps those that bind it, days before money, then in the order of the file
 */
public record ClauseRules(
        int plan,
        int version,
        int place,
        int ordinal,
        Clause clause,
        int number,
        long bit,
        int kinds,
        Pricing pricing,
        Traits traits,
        List<ExclusionRules> exclusions,
        List<CapRules> caps) {

    public ClauseRules {
        exclusions = List.copyOf(exclusions);
        caps = List.copyOf(caps);
    }

    public EventDay eventDay() {
        return clause.eventDay();
    }

    /** Whether its events are worked out together by the year. */
    public boolean isYearly() {
        return traits.yearly();
    }

    /** Whether it shares what the member bore of bills. */
    public boolean sharesCosts() {
        return traits.base() != null;
    }

    /** The cost of which it gives a share, null where it gives none of any cost. */
    public @Nullable CostField base() {
        return traits.base();
    }

    /** Whether it is a sum by disease. */
    public boolean isByDisease() {
        return traits.byDisease();
    }

    /** Whether it gives more for more units of cover. */
    public boolean growsByUnits() {
        return traits.growsByUnits();
    }

    /** Whether it is about any event of its kinds, without a look at what the event left behind. */
    public boolean isOfAny() {
        return traits.ofAny();
    }

    /** The ordinal of whose event it pays for. */
    public int insured() {
        return traits.insured();
    }

    /** Whether it pays, of a stay over the end of a coverage period, the days that lie in each. */
    public boolean paysDaysInTerm() {
        return traits.daysInTerm();
    }

    /** Whether both promise the same kind of benefit; sums by the day, for the same days. */
    public boolean isSameKind(ClauseRules other) {
        if (pricing instanceof Pricing.Allowance(var days, var unused)) {
            return other.pricing instanceof Pricing.Allowance(var its, var none) && its.days() == days.days();
        }
        return pricing.getClass() == other.pricing.getClass();
    }

    /** What follows from the kind of benefit, at hand for each event. */
    record Traits(
            boolean yearly,
            boolean byDisease,
            boolean growsByUnits,
            boolean daysInTerm,
            boolean ofAny,
            int insured,
            @Nullable CostField base) {

        static Traits of(Clause clause, Pricing pricing) {
            boolean yearly = pricing instanceof Pricing.Yearly || pricing instanceof Pricing.Banded;
            boolean daysInTerm = pricing instanceof Pricing.Allowance(var daily, var unused)
                    && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM;
            boolean ofAny = !(pricing instanceof Pricing.Banded
                    || pricing instanceof Pricing.Disability
                    || pricing instanceof Pricing.Injury
                    || (pricing instanceof Pricing.Allowance(var days, var none) && days.days() != DayKind.HOSPITAL));
            @Nullable CostField base = base(pricing);
            boolean grows = base == null && !(pricing instanceof Pricing.Property);
            return new Traits(
                    yearly,
                    pricing instanceof Pricing.Disease,
                    grows,
                    daysInTerm,
                    ofAny,
                    clause.insured().ordinal(),
                    base);
        }

        private static @Nullable CostField base(Pricing pricing) {
            return switch (pricing) {
                case Pricing.Share(var share, var unused) -> share.base();
                case Pricing.Yearly(var share, var unused) -> share.base();
                case Pricing.Banded banded -> banded.share().base();
                case Pricing.Allowance unused -> null;
                case Pricing.Disease unused -> null;
                case Pricing.Disability unused -> null;
                case Pricing.Injury unused -> null;
                case Pricing.Death unused -> null;
                case Pricing.Property unused -> null;
                case Pricing.Maturity unused -> null;
            };
        }
    }
}
