package org.huzhu.adjudication;

import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.Diagnoses;
import org.huzhu.columns.EventKind;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.StayChain;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.ExclusionRules;
import org.huzhu.rules.Pricing;
import org.jspecify.annotations.Nullable;

/** What a clause asks of an event before it gives anything. */
record Conditions(Bench bench) {

    /** Whether the clause, which may be about events of this kind, is about this one. */
    boolean isAbout(ClauseRules clause, int event) {
        return FactColumns.isInsured(bench.facts.person(event), clause.insured())
                && (clause.isOfAny() || isAboutSuch(clause.pricing(), event));
    }

    /** Whether the event left behind what the clause is about. */
    private boolean isAboutSuch(Pricing pricing, int event) {
        FactColumns facts = bench.facts;
        Accidents accidents = facts.accidents();
        return switch (pricing) {
            case Pricing.Banded banded -> knows(event, banded.share().base());
            case Pricing.Allowance(var daily, var unused) ->
                switch (daily.days()) {
                    case HOSPITAL -> true;
                    case REST -> accidents.restDays(facts.row(event)) > 0;
                    case CARE -> accidents.careDays(facts.row(event)) > 0;
                };
            case Pricing.Disability unused -> accidents.heaviest(facts.row(event)) > 0;
            case Pricing.Injury unused -> accidents.hasInjuries(facts.row(event));
            case Pricing.Disease unused -> true;
            case Pricing.Share unused -> true;
            case Pricing.Yearly unused -> true;
            case Pricing.Death unused -> true;
            case Pricing.Property unused -> true;
            case Pricing.Maturity unused -> true;
        };
    }

    /** The cost of the event of which the clause gives a share, in fen; zero for a clause that gives none. */
    long costFen(ClauseRules clause, int event) {
        CostField base = clause.base();
        return base == null ? 0 : bench.facts.bills().fenOrZero(base, bench.facts.bill(event));
    }

    private boolean knows(int event, CostField field) {
        return bench.facts.bills().fen(field, bench.facts.bill(event)) != Bills.UNKNOWN;
    }

    /** The first condition of the clause that the event does not meet, under the cover and on the day; null if all. */
    @Nullable Reason unmet(ClauseRules clause, int cover, int event, int day) {
        int row = bench.facts.row(event);
        return switch (clause.pricing()) {
            case Pricing.Yearly yearly ->
                knows(event, yearly.share().base())
                        ? null
                        : new Reason.NoCost(yearly.share().base());
            case Pricing.Disease sum -> unmetBy(sum, clause, cover, event, day);
            case Pricing.Allowance(var daily, var unused) -> unmetBy(daily, event);
            case Pricing.Share(var share, var unused) -> unmetBy(share, event);
            case Pricing.Death(var sum, var unused) -> unmetBy(sum, event);
            case Pricing.Disability(var share, var unused) -> unmetBy(share, event);
            case Pricing.Property(var loss) -> unmetBy(loss, row);
            case Pricing.Maturity unused ->
                bench.facts.terms().contributionFen(bench.covers.term(cover)) == Terms.UNKNOWN
                        ? new Reason.FactMissing("已缴会费")
                        : null;
            case Pricing.Banded unused -> null;
            case Pricing.Injury unused -> null;
        };
    }

    /** The class of the clause's list that the disease is, or is part of; {@link Words#NONE} if it is none. */
    int listed(ClauseRules clause, int cover, int event, int day) {
        if (!(clause.pricing() instanceof Pricing.Disease sum)) {
            return Words.NONE;
        }
        int office = bench.facts.terms().office(bench.covers.term(cover));
        return sum.classes()
                .listed(
                        bench.facts.diagnoses().disease(bench.facts.row(event)),
                        office == Words.NONE ? bench.version(clause).office() : office,
                        day);
    }

    private @Nullable Reason unmetBy(Pricing.Disease sum, ClauseRules clause, int cover, int event, int day) {
        if (listed(clause, cover, event, day) != Words.NONE) {
            return null;
        }
        int disease = bench.facts.diagnoses().disease(bench.facts.row(event));
        return new Reason.NotListed(bench.word(disease), sum.sum().list());
    }

    private @Nullable Reason unmetBy(Benefit.DailyAllowance daily, int event) {
        if (daily.days() != DayKind.HOSPITAL) {
            return daily.causes().contains(Cause.ACCIDENT) ? null : new Reason.CauseNotCovered();
        }
        int stay = bench.facts.row(event);
        if (!daily.causes().contains(bench.facts.stays().cause(stay))) {
            return new Reason.CauseNotCovered();
        }
        int level = bench.facts.stays().hospitalLevel(stay);
        return level < daily.hospitalLevelMin() ? new Reason.HospitalLevel(level, daily.hospitalLevelMin()) : null;
    }

    private @Nullable Reason unmetBy(Benefit.CostShare share, int event) {
        int stay = bench.facts.row(event);
        if (!share.causes().contains(bench.facts.stays().cause(stay))) {
            return new Reason.CauseNotCovered();
        }
        if (knows(event, share.base())) {
            return null;
        }
        return bench.facts.bills().isEmpty(bench.facts.stays().bill(stay))
                ? new Reason.NoCost(share.base())
                : new Reason.FactMissing(ChineseWording.of(share.base()));
    }

    private @Nullable Reason unmetBy(Benefit.DeathSum sum, int event) {
        Cause cause = bench.facts.deaths().cause(bench.facts.row(event));
        if (!sum.causes().contains(cause)) {
            return new Reason.CauseNotCovered();
        }
        if (cause != Cause.ACCIDENT || sum.withinDays().isEmpty()) {
            return null;
        }
        int on = accidentOf(event);
        if (on == Day.NONE) {
            return new Reason.FactMissing("事故日");
        }
        long days = (long) bench.facts.day(event) - on;
        int max = sum.withinDays().getAsInt();
        return days <= max ? null : new Reason.TooLateAfterAccident(days, max);
    }

    private @Nullable Reason unmetBy(Benefit.DisabilityShare share, int event) {
        int accident = bench.facts.row(event);
        int grade = AccidentSums.grade(share, bench.facts.accidents(), accident);
        if (grade > share.ratios().size()) {
            return new Reason.GradeNotInScale(grade);
        }
        int assessedOn = bench.facts.accidents().assessedOn(accident);
        long days = assessedOn == Day.NONE ? 0 : (long) assessedOn - bench.facts.day(event);
        return days > share.assessedByDay() ? new Reason.AssessedTooLate(days, share.assessedByDay()) : null;
    }

    private @Nullable Reason unmetBy(Benefit.PropertyLoss benefit, int loss) {
        boolean isKnown = benefit.rows().stream()
                .anyMatch(row -> row.cause() == bench.facts.losses().cause(loss));
        if (!isKnown) {
            return new Reason.CauseNotCovered();
        }
        return bench.facts.losses().amountFen(loss) == 0 ? new Reason.FactMissing("损失金额") : null;
    }

    /** The exclusion of the clause that excludes the event under the cover; null if none does. */
    @Nullable ExclusionRules exclusion(ClauseRules clause, int cover, int event) {
        for (int i = 0; i < clause.exclusions().size(); i++) {
            if (excludes(clause.exclusions().get(i), cover, event)) {
                return clause.exclusions().get(i);
            }
        }
        return null;
    }

    private boolean excludes(ExclusionRules exclusion, int cover, int event) {
        FactColumns facts = bench.facts;
        if ((facts.circumstances(event) & exclusion.circumstances()) != 0) {
            return true;
        }
        if (facts.isStay(event)) {
            int icd = facts.stays().icd(facts.row(event));
            return icd != Words.NONE && exclusion.namesCodes() && exclusion.excludes(bench.word(icd));
        }
        if (exclusion.exclusion().preExisting() && facts.kind(event) == EventKind.DIAGNOSIS) {
            int first = facts.diagnoses().firstDiagnosedOn(facts.row(event));
            return first != Day.NONE && first < bench.covers.from(cover);
        }
        return false;
    }

    /**
     * Which day of the event counts, by the rule of the clause; for a sum by the day, that of the stay which it goes on
     * from. {@link Day#NONE} when the facts do not know that day.
     */
    int day(ClauseRules clause, int event) {
        FactColumns facts = bench.facts;
        return switch (facts.kind(event)) {
            case STAY -> dayOfStay(clause, event);
            case DIAGNOSIS -> dayOfDiagnosis(clause.eventDay(), event);
            case DEATH -> dayOfDeath(clause.eventDay(), event);
            case VISIT, ACCIDENT, LOSS, MATURITY -> facts.day(event);
        };
    }

    private int dayOfStay(ClauseRules clause, int event) {
        FactColumns facts = bench.facts;
        int stay = clause.pricing() instanceof Pricing.Allowance(var daily, var unused)
                ? StayChain.first(facts, event, daily.transferHoursMax())
                : event;
        return switch (clause.eventDay()) {
            case SETTLEMENT -> facts.stays().settledOn(facts.row(stay));
            case ACCIDENT -> orElse(facts.stays().accidentOn(facts.row(stay)), facts.day(stay));
            case PATHOLOGY_OR_ADMISSION, DIAGNOSIS, ADMISSION, DEATH, LOSS, MATURITY -> facts.day(stay);
        };
    }

    private int dayOfDiagnosis(EventDay rule, int event) {
        Diagnoses diagnoses = bench.facts.diagnoses();
        int row = bench.facts.row(event);
        return switch (rule) {
            case PATHOLOGY_OR_ADMISSION ->
                bench.rules.isMalignant(diagnoses.disease(row))
                        ? diagnoses.pathologyOn(row)
                        : diagnoses.admittedOn(row);
            case ADMISSION -> diagnoses.admittedOn(row);
            case DIAGNOSIS, ACCIDENT, SETTLEMENT, DEATH, LOSS, MATURITY -> bench.facts.day(event);
        };
    }

    private int dayOfDeath(EventDay rule, int event) {
        int died = bench.facts.day(event);
        return rule == EventDay.ACCIDENT ? orElse(accidentOf(event), died) : died;
    }

    /** The day of the accident that a death goes back to, or {@link Day#NONE}. */
    private int accidentOf(int event) {
        FactColumns facts = bench.facts;
        int death = facts.row(event);
        int accident = facts.deaths().accident(death);
        boolean isKnown = accident >= 0 && facts.kind(accident) == EventKind.ACCIDENT;
        return orElse(facts.deaths().accidentOn(death), isKnown ? facts.day(accident) : Day.NONE);
    }

    private static int orElse(int day, int other) {
        return day == Day.NONE ? other : day;
    }
}
