package org.huzhu.adjudication;

import org.huzhu.rules.YearlyShareRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.Band;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.CostField;

/** Shares of what a member bore in a calendar year: one line for all events of the year, rounded once. */
final class Years {

    private Years() {}

    static List<Draft> drafts(YearlyShare share, List<Claim> claims, Drafting drafting) {
        List<Step> steps = new ArrayList<>();
        List<Claim> ordered = ordered(claims);
        Money outpatient = Money.sum(ordered.stream()
                .map(Claim::event)
                .filter(Visit.class::isInstance)
                .map(event -> cost(event, share.base()))
                .toList());
        if (outpatient.isPositive()) {
            steps.add(new Step.Cost(share.base(), Optional.of("全年门诊"), outpatient));
            steps.add(above(outpatient, share.outpatientDeductible()));
        }
        List<Stay> stays = ordered.stream()
                .map(Claim::event)
                .filter(Stay.class::isInstance)
                .map(Stay.class::cast)
                .toList();
        long[] stayFen = new long[stays.size()];
        // The yearly maximum is a cap of the plan and applied as one.
        YearlyShareRule rule = YearlyShareRule.of(share, Long.MAX_VALUE);
        for (int i = 0; i < stayFen.length; i++) {
            Money cost = cost(stays.get(i), share.base());
            stayFen[i] = cost.fen();
            steps.add(new Step.Ordinal(i + 1));
            steps.add(new Step.Cost(share.base(), Optional.of(stays.get(i).id()), cost));
            steps.add(above(cost, Money.ofFen(rule.stayDeductibleFen(i))));
        }
        Money above = Money.ofFen(rule.aboveDeductiblesFen(outpatient.fen(), stayFen, stayFen.length));
        Money gives = Money.ofFen(rule.shareFen(above.fen()));
        steps.add(new Step.Share(above, share.share(), share.rounding(), gives));
        return List.of(draft(ordered, gives, steps, drafting));
    }

    static List<Draft> drafts(BandedShare share, List<Claim> claims, Drafting drafting) {
        List<Step> steps = new ArrayList<>();
        List<Claim> ordered = ordered(claims);
        Money sum = Money.sum(
                ordered.stream().map(claim -> cost(claim.event(), share.base())).toList());
        steps.add(new Step.Cost(share.base(), Optional.empty(), sum));
        Money others = Money.sum(ordered.stream()
                .flatMap(claim -> share.lessOthers().stream().map(field -> cost(claim.event(), field)))
                .toList());
        if (others.isPositive()) {
            Money left = sum.minus(others).atLeast(Money.ZERO);
            steps.add(new Step.LessOthers(sum, others, left));
            sum = left;
        }
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < share.bands().size(); i++) {
            Band band = share.bands().get(i);
            Optional<Money> upTo = i + 1 < share.bands().size()
                    ? Optional.of(share.bands().get(i + 1).above())
                    : Optional.empty();
            Money top = upTo.map(sum::atMost).orElse(sum);
            Money part = top.minus(band.above()).atLeast(Money.ZERO);
            if (part.isPositive()) {
                steps.add(new Step.InBand(band.above(), upTo, part, band.share()));
                exact = exact.add(
                        BigDecimal.valueOf(part.fen()).multiply(band.share().fraction()));
            }
        }
        Money gives = Money.ofFen(exact.setScale(0, share.rounding()).longValueExact());
        steps.add(new Step.SumOfParts(share.rounding(), gives));
        return List.of(draft(ordered, gives, steps, drafting));
    }

    private static Step above(Money cost, Money deductible) {
        return new Step.Above(cost, deductible, cost.minus(deductible).atLeast(Money.ZERO));
    }

    /** Stays by admission and then by id, so that the first stay is the first by any order of the input. */
    private static List<Claim> ordered(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparing(
                                (Claim claim) -> claim.event() instanceof Stay stay ? stay.admittedOn() : claim.day())
                        .thenComparing(claim -> claim.event().id()))
                .toList();
    }

    private static Money cost(Event event, CostField field) {
        Costs costs = switch (event) {
            case Visit visit -> visit.costs();
            case Stay stay -> stay.costs();
            default -> throw new IllegalStateException("Only visits and stays have costs: " + event.id());
        };
        return costs.of(field).orElse(Money.ZERO);
    }

    private static Draft draft(List<Claim> ordered, Money gives, List<Step> steps, Drafting drafting) {
        Claim last = ordered.stream()
                .max(Comparator.comparing(Claim::day)
                        .thenComparing(claim -> claim.event().id()))
                .orElseThrow();
        List<Event> events = ordered.stream().map(Claim::event).toList();
        return drafting.draft(last, gives, 0, steps, false).ofYear(events, last.day());
    }
}
