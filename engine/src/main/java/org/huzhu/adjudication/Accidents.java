package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event.Accident;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.InjuryRate;

/** Disability, injuries and death (伤残、伤情慰问、身故). */
final class Accidents {

    private Accidents() {}

    /**
     * The grade that counts: the heaviest, raised where several are equally heavy, never above grade 1 (JR/T 0083-2013,
     * rules of combination).
     */
    static int grade(DisabilityShare share, List<Integer> assessed) {
        int heaviest = Collections.min(assessed);
        boolean several = Collections.frequency(assessed, heaviest) > 1;
        return several ? Math.max(1, heaviest - share.equalRaise()) : heaviest;
    }

    static List<Draft> drafts(DisabilityShare share, List<Claim> claims, Drafting drafting) {
        List<Draft> drafts = new ArrayList<>();
        for (Claim claim : claims) {
            for (Amounts.Row row : drafting.row(claim, share.sum())) {
                drafts.add(disability(share, claim, row, drafting));
            }
        }
        return drafts;
    }

    private static Draft disability(DisabilityShare share, Claim claim, Amounts.Row row, Drafting drafting) {
        Accident accident = (Accident) claim.event();
        List<Step> steps = new ArrayList<>();
        int grade = grade(share, accident.grades());
        steps.add(new Step.Grade(accident.grades().stream().sorted().toList(), grade));
        Rate ratio = share.ratios().get(grade - 1);
        if (share.lessPrior()
                && accident.priorGrade().isPresent()
                && accident.priorGrade().getAsInt() <= share.ratios().size()) {
            int before = accident.priorGrade().getAsInt();
            Rate prior = share.ratios().get(before - 1);
            Rate left = new Rate(Math.max(0, ratio.basisPoints() - prior.basisPoints()));
            steps.add(new Step.LessPrior(before, ratio, prior, left));
            ratio = left;
        }
        return drafting.draft(claim, share(steps, row, ratio, claim), 0, steps, row.illustrative());
    }

    static List<Draft> drafts(InjuryConsolation consolation, List<Claim> claims, Drafting drafting) {
        List<Draft> drafts = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<InjuryRate> highest = consolation.rates().stream()
                    .filter(rate -> ((Accident) claim.event()).injuries().contains(rate.injury()))
                    .max(Comparator.comparingInt(rate -> rate.share().basisPoints()));
            if (highest.isEmpty()) {
                drafting.refuse(claim, new Reason.CauseNotCovered());
                continue;
            }
            for (Amounts.Row row : drafting.row(claim, consolation.sum())) {
                List<Step> steps = new ArrayList<>();
                steps.add(
                        new Step.OfInjury(highest.get().injury(), highest.get().share()));
                Money amount = share(steps, row, highest.get().share(), claim);
                drafts.add(drafting.draft(claim, amount, 0, steps, row.illustrative()));
            }
        }
        return drafts;
    }

    private static Money share(List<Step> steps, Amounts.Row row, Rate rate, Claim claim) {
        Money sum = row.amount();
        if (claim.fullUnits() > 1) {
            sum = sum.times(claim.fullUnits());
            steps.add(new Step.PerUnit(row.amount(), claim.fullUnits(), sum));
        }
        Money amount = sum.at(rate, RoundingMode.HALF_UP);
        steps.add(new Step.Share(sum, rate, RoundingMode.HALF_UP, amount));
        return amount;
    }

    static List<Draft> drafts(DeathSum death, List<Claim> claims, Drafting drafting) {
        List<Draft> drafts = new ArrayList<>();
        for (Claim claim : claims) {
            for (Amounts.Row row : drafting.row(claim, death.sum())) {
                Money amount = row.amount().times(claim.fullUnits());
                Step step = claim.fullUnits() == 1
                        ? new Step.Fixed(amount)
                        : new Step.PerUnit(row.amount(), claim.fullUnits(), amount);
                drafts.add(drafting.draft(claim, amount, 0, List.of(step), row.illustrative()));
            }
        }
        return drafts;
    }
}
