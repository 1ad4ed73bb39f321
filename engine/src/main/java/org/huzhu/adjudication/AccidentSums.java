package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huzhu.columns.Accidents;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.InjuryRate;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.TierAmounts;
import org.jspecify.annotations.Nullable;

/** Disability, injuries and death (伤残、伤情慰问、身故). */
final class AccidentSums {

    private final Bench bench;
    private final Drafting drafting;

    AccidentSums(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    /**
     * The grade that counts: the heaviest, raised where several are equally heavy, never above grade 1 (JR/T 0083-2013,
     * rules of combination).
     */
    static int grade(DisabilityShare share, Accidents accidents, int accident) {
        int heaviest = accidents.heaviest(accident);
        boolean several = accidents.count(accident, heaviest) > 1;
        return several ? Math.max(1, heaviest - share.equalRaise()) : heaviest;
    }

    void draft(Pricing.Disability disability, int[] claims, int count) {
        for (int i = 0; i < count; i++) {
            int row = drafting.row(claims[i], disability.sum());
            if (row != TierAmounts.NO_ROW) {
                disability(disability, claims[i], row);
            }
        }
    }

    private void disability(Pricing.Disability disability, int claim, int row) {
        DisabilityShare share = disability.share();
        Accidents accidents = bench.facts.accidents();
        int accident = bench.facts.row(bench.claims.event(claim));
        int grade = grade(share, accidents, accident);
        drafting.begin(claim);
        if (bench.trace.isOn()) {
            bench.trace.say(new Step.Grade(grades(accidents, accident), grade));
        }
        Rate ratio = share.ratios().get(grade - 1);
        int before = accidents.priorGrade(accident);
        if (share.lessPrior() && before > 0 && before <= share.ratios().size()) {
            Rate prior = share.ratios().get(before - 1);
            Rate left = new Rate(Math.max(0, ratio.basisPoints() - prior.basisPoints()));
            if (bench.trace.isOn()) {
                bench.trace.say(new Step.LessPrior(before, ratio, prior, left));
            }
            ratio = left;
        }
        giveShare(claim, disability.sum(), row, ratio);
    }

    private static List<Integer> grades(Accidents accidents, int accident) {
        List<Integer> grades = new ArrayList<>();
        for (int grade = 1; grade <= Accidents.GRADES; grade++) {
            grades.addAll(Collections.nCopies(accidents.count(accident, grade), grade));
        }
        return grades;
    }

    void draft(Pricing.Injury injury, int[] claims, int count) {
        for (int i = 0; i < count; i++) {
            InjuryRate highest = highest(injury.consolation(), bench.facts.row(bench.claims.event(claims[i])));
            if (highest == null) {
                drafting.refuse(claims[i], new Reason.CauseNotCovered());
                continue;
            }
            int row = drafting.row(claims[i], injury.sum());
            if (row != TierAmounts.NO_ROW) {
                drafting.begin(claims[i]);
                bench.trace.say(new Step.OfInjury(highest.injury(), highest.share()));
                giveShare(claims[i], injury.sum(), row, highest.share());
            }
        }
    }

    /** The rate of the injury that gives most, the one printed first on a tie; null where no injury is rated. */
    private @Nullable InjuryRate highest(InjuryConsolation consolation, int accident) {
        InjuryRate highest = null;
        for (InjuryRate rate : consolation.rates()) {
            if (bench.facts.accidents().hasInjury(accident, rate.injury())
                    && (highest == null
                            || rate.share().basisPoints() > highest.share().basisPoints())) {
                highest = rate;
            }
        }
        return highest;
    }

    private void giveShare(int claim, TierAmounts amounts, int row, Rate rate) {
        int units = bench.claims.fullUnits(claim);
        long sum = Math.multiplyExact(amounts.fen(row), (long) units);
        long gives = rate.of(sum, RoundingMode.HALF_UP);
        if (bench.trace.isOn()) {
            if (units > 1) {
                bench.trace.say(new Step.PerUnit(Money.ofFen(amounts.fen(row)), units, Money.ofFen(sum)));
            }
            bench.trace.say(new Step.Share(Money.ofFen(sum), rate, RoundingMode.HALF_UP, Money.ofFen(gives)));
        }
        drafting.give(claim, gives, amounts.isIllustrative(row));
    }

    void draft(Pricing.Death death, int[] claims, int count) {
        for (int i = 0; i < count; i++) {
            int row = drafting.row(claims[i], death.sum());
            if (row == TierAmounts.NO_ROW) {
                continue;
            }
            int units = bench.claims.fullUnits(claims[i]);
            Money each = Money.ofFen(death.sum().fen(row));
            Money gives = each.times(units);
            drafting.begin(claims[i]);
            bench.trace.say(units == 1 ? new Step.Fixed(gives) : new Step.PerUnit(each, units, gives));
            drafting.give(claims[i], gives.fen(), death.sum().isIllustrative(row));
        }
    }
}
