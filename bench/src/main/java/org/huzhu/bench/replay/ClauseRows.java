package org.huzhu.bench.replay;

import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Words;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cause;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Insured;
import org.huzhu.rules.CapRules;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.ExclusionRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.TierAmounts;
import org.huzhu.rules.VersionRules;

/** The rows of one clause. */
record ClauseRows(RuleTables tables, Rulebook rules, PlanRules plan, ClauseRules clause) {

    private static final int ORDINALS = 9;
    private static final int LEVELS = 3;
    private static final int HOURS_PER_DAY = 24;

    void add() {
        Refused.unless(clause.insured() == Insured.MEMBER.ordinal(), "被保障人不是会员");
        int circumstances = clause.exclusions().stream()
                .mapToInt(ExclusionRules::circumstances)
                .reduce(0, (a, b) -> a | b);
        boolean preExisting =
                clause.exclusions().stream().anyMatch(each -> each.exclusion().preExisting());
        row("p_clause", clause.place(), circumstances, preExisting);
        for (String code : Society.CODES) {
            int word = rules.words().find(code);
            if (clause.exclusions().stream().anyMatch(each -> each.excludes(code))) {
                row("p_icd", word);
            }
        }
        clause.caps().forEach(this::cap);
        price();
    }

    private void row(String table, Object... values) {
        Object[] key = {plan.word(), clause.version(), clause.number()};
        tables.row(table, Stream.concat(Stream.of(key), Stream.of(values)).toArray());
    }

    private VersionRules version() {
        return plan.versions().get(clause.version());
    }

    private void cap(CapRules cap) {
        TierAmounts max = cap.max();
        Refused.unless(max == null || max.row(Words.NONE) != TierAmounts.NO_ROW, "分档的限额");
        row(
                "p_cap",
                cap.isAlone(),
                quoted(cap.per()),
                max == null ? cap.daysMax() : "null",
                max == null ? "null" : max.fen(0));
    }

    private static String quoted(Enum<?> word) {
        return "'%s'".formatted(word);
    }

    private void price() {
        switch (clause.pricing()) {
            case Pricing.Yearly yearly -> yearly(yearly.share());
            case Pricing.Banded banded -> banded(banded.share());
            case Pricing.Share share -> share(share);
            case Pricing.Allowance allowance -> allowance(allowance);
            case Pricing.Disease disease -> disease(disease);
            case Pricing.Disability disability -> disability(disability);
            case Pricing.Injury injury -> injury(injury);
            case Pricing.Death death -> death(death);
            case Pricing.Property _ -> Refused.unless(false, "家财损失");
            case Pricing.Maturity _ -> Refused.unless(false, "满期返还");
        }
    }

    /** What is added before the cut to whole fen. */
    static int rounding(RoundingMode mode) {
        return switch (mode) {
            case HALF_UP -> 5_000;
            case DOWN, FLOOR -> 0;
            case UP, CEILING -> 9_999;
            case HALF_DOWN, HALF_EVEN, UNNECESSARY -> {
                Refused.unless(false, "舍入 " + mode);
                yield 0;
            }
        };
    }

    private void yearly(Benefit.YearlyShare share) {
        onDay(EventDay.SETTLEMENT);
        row(
                "p_yearly",
                share.outpatientDeductible().fen(),
                share.firstStayDeductible().fen(),
                share.laterStayDeductible().fen(),
                share.share().basisPoints(),
                rounding(share.rounding()));
    }

    private void onDay(EventDay... known) {
        Refused.unless(List.of(known).contains(clause.eventDay()), "事件日 " + clause.eventDay());
    }

    private void banded(Benefit.BandedShare share) {
        onDay(EventDay.SETTLEMENT);
        for (int i = 0; i < share.bands().size(); i++) {
            boolean isLast = i + 1 == share.bands().size();
            row(
                    "p_band",
                    share.bands().get(i).above().fen(),
                    isLast
                            ? "9223372036854775807"
                            : share.bands().get(i + 1).above().fen(),
                    share.bands().get(i).share().basisPoints(),
                    rounding(share.rounding()));
        }
    }

    static int causes(Set<Cause> causes) {
        return causes.stream().mapToInt(cause -> 1 << cause.ordinal()).sum();
    }

    private void share(Pricing.Share pricing) {
        Benefit.CostShare share = pricing.share();
        onDay(EventDay.ADMISSION);
        Refused.unless(share.order() == Benefit.StayOrder.ADMISSION, "按申报先后");
        for (int ordinal = 1; ordinal <= Math.min(ORDINALS, pricing.paymentsMax()); ordinal++) {
            for (int level = 1; level <= LEVELS; level++) {
                int of = ordinal;
                int at = level;
                share.row(ordinal, level)
                        .ifPresent(row -> row(
                                "p_share",
                                of,
                                at,
                                causes(share.causes()),
                                row.deductible().fen(),
                                row.share().basisPoints(),
                                share.minimum().fen(),
                                rounding(share.rounding())));
            }
        }
    }

    private void allowance(Pricing.Allowance pricing) {
        Benefit.DailyAllowance daily = pricing.daily();
        boolean inHospital = daily.days() == Benefit.DayKind.HOSPITAL;
        onDay(EventDay.ADMISSION, EventDay.ACCIDENT);
        row(
                "p_allowance",
                quoted(daily.days()),
                clause.eventDay() == EventDay.ACCIDENT,
                causes(daily.causes()),
                daily.hospitalLevelMin(),
                daily.daysUnpaid(),
                daily.transferHoursMax() / HOURS_PER_DAY,
                inHospital && clause.paysDaysInTerm());
        amounts(false, pricing.perDay());
    }

    /** The amount for each tier there is, and for none. */
    private void amounts(boolean isReduced, TierAmounts amounts) {
        Stream.concat(
                        Stream.of(Words.NONE),
                        Society.TIERS.stream().map(tier -> rules.words().find(tier)))
                .filter(tier -> amounts.row(tier) != TierAmounts.NO_ROW)
                .forEach(tier -> row("p_amount", isReduced, tier, amounts.fen(amounts.row(tier))));
    }

    private void disease(Pricing.Disease disease) {
        onDay(EventDay.DIAGNOSIS);
        int times = disease.timesMax();
        row("p_disease", clause.bit(), disease.ends(), times, disease.sum().onceForLife());
        amounts(false, disease.full());
        if (disease.reduced() != null) {
            amounts(true, disease.reduced());
        }
        for (String each : rules.library().dictionary().classes().keySet()) {
            int word = rules.words().find(each);
            int listed = disease.classes().listed(word, version().office(), 0);
            if (listed != Words.NONE) {
                row("p_listed", word, listed);
            }
        }
    }

    private void disability(Pricing.Disability disability) {
        onDay(EventDay.ACCIDENT);
        Benefit.DisabilityShare share = disability.share();
        List<Integer> ratios =
                share.ratios().stream().map(ratio -> ratio.basisPoints()).toList();
        row("p_disability", share.equalRaise(), share.assessedByDay());
        for (int grade = 1; grade <= ratios.size(); grade++) {
            for (int prior = 0; prior <= Accidents.GRADES; prior++) {
                boolean counts = share.lessPrior() && prior > 0 && prior <= ratios.size();
                int less = counts ? ratios.get(prior - 1) : 0;
                row("p_ratio", grade, prior, Math.max(0, ratios.get(grade - 1) - less));
            }
        }
        amounts(false, disability.sum());
    }

    private void injury(Pricing.Injury injury) {
        onDay(EventDay.ACCIDENT);
        for (int set = 1; set < 1 << Benefit.Injury.values().length; set++) {
            int injuries = set;
            injury.consolation().rates().stream()
                    .filter(rate -> (injuries & Accidents.bit(rate.injury())) != 0)
                    .mapToInt(rate -> rate.share().basisPoints())
                    .max()
                    .ifPresent(highest -> row("p_injury", injuries, highest));
        }
        amounts(false, injury.sum());
    }

    private void death(Pricing.Death death) {
        onDay(EventDay.ACCIDENT);
        int within = death.death().withinDays().orElse(Integer.MAX_VALUE);
        row("p_death", causes(death.death().causes()), within);
        amounts(false, death.sum());
    }
}
