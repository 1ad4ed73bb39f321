package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Library;
import org.huzhu.plan.PlanId;

/**
 * What the claims on one plan give, clause by clause, before anything that binds clauses together.
 *
 * @param denials grows by what is refused on the way
 */
record Drafting(Library library, Case facts, EventKeys keys, List<Denial> denials) {

    List<Draft> drafts(List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        List<Claim> sums = new ArrayList<>();
        Map<Group, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (claim.clause().benefit() instanceof DiseaseSum) {
                sums.add(claim);
            } else {
                groups.computeIfAbsent(Group.of(claim), unused -> new ArrayList<>())
                        .add(claim);
            }
        }
        Endings endings = new Endings(facts);
        drafts.addAll(new DiseaseSums(library, facts, this, endings).drafts(sums));
        groups.values().forEach(group -> drafts.addAll(group(endings.goingOn(group, denials))));
        return drafts;
    }

    /** Claims are worked out together by clause and coverage period; those of a year by clause and year. */
    private record Group(PlanId plan, String clause, Person person, Optional<Cover> cover, int year) {

        static Group of(Claim claim) {
            boolean yearly = claim.clause().benefit() instanceof YearlyShare
                    || claim.clause().benefit() instanceof BandedShare;
            return new Group(
                    claim.plan().id(),
                    claim.clause().number(),
                    claim.event().person(),
                    yearly ? Optional.empty() : Optional.of(claim.cover()),
                    yearly ? claim.day().getYear() : 0);
        }
    }

    private List<Draft> group(List<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        return switch (claims.getFirst().clause().benefit()) {
            case DailyAllowance daily -> new Allowances(this).drafts(daily, claims);
            case CostShare share -> new CostShares(this).drafts(share, claims);
            case YearlyShare share -> Years.drafts(share, claims, this);
            case BandedShare share -> Years.drafts(share, claims, this);
            case DisabilityShare share -> Accidents.drafts(share, claims, this);
            case InjuryConsolation consolation -> Accidents.drafts(consolation, claims, this);
            case DeathSum sum -> Accidents.drafts(sum, claims, this);
            case PropertyLoss loss -> new Homes(facts, this).drafts(loss, claims);
            case MaturityReturn maturity -> Homes.drafts(maturity, claims, this);
            case DiseaseSum unused -> throw new IllegalStateException("Sums by disease are worked out by themselves");
        };
    }

    Draft draft(Claim claim, Money amount, int days, List<Step> steps, boolean illustrative) {
        List<Step> all = new ArrayList<>(claim.opening());
        all.addAll(steps);
        return new Draft(
                claim.plan(),
                claim.clause(),
                claim.cover(),
                claim.day(),
                claim.event().person(),
                List.of(claim.event()),
                keys.key(claim.event()),
                amount,
                days,
                claim.listed(),
                false,
                all,
                illustrative || claim.clause().basis().illustrative());
    }

    void refuse(Claim claim, Reason reason) {
        denials.add(new Denial(
                claim.plan().id(), claim.clause().number(), claim.event().id(), reason));
    }

    /** The amount for the tier of the cover; refuses and answers with nothing when the plan has no such tier. */
    List<Amounts.Row> row(Claim claim, Amounts amounts) {
        List<Amounts.Row> row = claim.row(amounts).stream().toList();
        if (row.isEmpty()) {
            refuse(claim, new Reason.FactMissing("档次"));
        }
        return row;
    }
}
