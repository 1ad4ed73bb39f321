package org.huzhu.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huzhu.plan.Applicability;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.LossRow;
import org.huzhu.plan.Clause;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Insured;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Waiting;

/** All of a version that decides which events its clauses must answer for. */
record Matched(
        PlanId id,
        String office,
        Applicability applicability,
        int unitsMax,
        Optional<Waiting> waiting,
        List<Exclusion> exclusions,
        List<OfClause> clauses) {

    /** All of a clause that decides; {@code asks} is what its kind of benefit asks of an event. */
    private record OfClause(String number, Insured insured, EventDay eventDay, List<Object> asks) {}

    static Matched of(VersionRules version) {
        Plan plan = version.plan();
        return new Matched(
                plan.id(),
                plan.office(),
                plan.applicability(),
                version.unitsMax(),
                plan.waiting(),
                plan.exclusions(),
                plan.clauses().stream().map(Matched::of).toList());
    }

    private static OfClause of(Clause clause) {
        return new OfClause(clause.number(), clause.insured(), clause.eventDay(), asks(clause.benefit()));
    }

    private static List<Object> asks(Benefit benefit) {
        return switch (benefit) {
            case Benefit.DiseaseSum it ->
                List.of("disease", it.list(), it.reduced().isPresent());
            case Benefit.DailyAllowance it ->
                List.of(
                        "daily",
                        it.days(),
                        it.causes(),
                        it.transferHoursMax(),
                        it.hospitalLevelMin(),
                        it.acrossTerms());
            case Benefit.CostShare it -> List.of("share", it.base(), it.causes());
            case Benefit.YearlyShare it -> List.of("yearly", it.base());
            case Benefit.BandedShare it -> List.of("banded", it.base());
            case Benefit.DisabilityShare it ->
                List.of("disability", it.ratios().size(), it.equalRaise(), it.assessedByDay());
            case Benefit.DeathSum it -> List.of("death", it.causes(), it.withinDays());
            case Benefit.InjuryConsolation unused -> List.of("injury");
            case Benefit.PropertyLoss it -> List.of("property", causes(it));
            case Benefit.MaturityReturn unused -> List.of("maturity");
        };
    }

    private static Set<Benefit.LossCause> causes(Benefit.PropertyLoss loss) {
        return loss.rows().stream().map(LossRow::cause).collect(Collectors.toSet());
    }
}
