package org.huzhu.quarters.working;

import java.util.List;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarters.Quarter;
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
