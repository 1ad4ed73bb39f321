package org.huzhu.quarters.working;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.designated.Designation;
import org.springframework.stereotype.Component;

/** Which plans are settled by the quarter, and by which rule. */
@Component
public class YearlyRules {

    private final PlanCatalogue catalogue;

    YearlyRules(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The plans that have such a rule for the whole year, by their short names. */
    public List<String> plans(int year) {
        return catalogue.rulebook().library().plans().stream()
                .map(plan -> plan.id().plan())
                .distinct()
                .sorted()
                .filter(plan -> isSettled(new Quarter(plan, year, 1)))
                .toList();
    }

    /** Whom alone the plan is for; empty where it is for all who hold a card. */
    public Optional<Designation.Kind> designation(String plan) {
        return catalogue.rulebook().library().versions(plan).stream()
                .reduce((_, later) -> later)
                .flatMap(YearlyRules::designation);
    }

    /** The same, of a version. */
    public static Optional<Designation.Kind> designation(Plan version) {
        return Stream.of(Designation.Kind.values())
                .filter(kind -> version.enrolment().categories().equals(Set.of(kind.category())))
                .findFirst();
    }

    /**
     * The quarter whose files it is settled by, where it has none of its own: a plan for designated people is settled
     * by what the insurance office sent for the one that is for all.
     */
    public Optional<Quarter> drawsOn(Quarter quarter) {
        return designation(quarter.plan())
                .flatMap(_ -> plans(quarter.year()).stream()
                        .filter(plan -> designation(plan).isEmpty())
                        .findFirst())
                .map(plan -> new Quarter(plan, quarter.year(), quarter.quarter()));
    }

    /** The number of the clause of the year that gives something for what lies above the ceiling. */
    public Optional<String> above(Quarter quarter) {
        QuarterRule rule = rule(quarter);
        return catalogue.rulebook().library().versions(quarter.plan()).stream()
                .filter(version -> version.id().version().equals(rule.version()))
                .flatMap(version -> version.clauses().stream())
                .filter(clause -> clause.benefit() instanceof BandedShare)
                .map(Clause::number)
                .findFirst();
    }

    private boolean isSettled(Quarter quarter) {
        try {
            QuarterRule _ = rule(quarter);
            return true;
        } catch (SettlementStopped _) {
            return false;
        }
    }

    /**
     * The rule of the year.
     *
     * @throws SettlementStopped if the plan has none for the whole year
     */
    public QuarterRule rule(Quarter quarter) {
        return QuarterRule.of(catalogue.rulebook().library(), quarter.plan(), quarter.year());
    }
}
