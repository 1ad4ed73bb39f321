package org.huzhu.claims.money;

import java.util.UUID;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment.Funding;
import org.huzhu.plan.PlanId;
import org.springframework.stereotype.Component;

/** Which fund bears what a plan gives, and which clauses there are. */
@Component
public class Bearers {

    private final OfficeFunds funds;
    private final PlanCatalogue catalogue;

    Bearers(OfficeFunds funds, PlanCatalogue catalogue) {
        this.funds = funds;
        this.catalogue = catalogue;
    }

    /** The fund that bears what the plan gives to who was enrolled at the unit. */
    public Fund fund(UUID unit, PlanId plan) {
        Funding funding = catalogue.rulebook().library().versions(plan.plan()).stream()
                .filter(version -> version.id().equals(plan))
                .findFirst()
                .orElseThrow()
                .enrolment()
                .funding();
        return funds.of(
                unit,
                switch (funding) {
                    case CONTRIBUTION -> Fund.Kind.CONTRIBUTION;
                    case PUBLIC_BENEFIT -> Fund.Kind.PUBLIC;
                    case GIFT -> Fund.Kind.SPONSORED;
                });
    }

    /** Whether some version of the plan has the clause. */
    public boolean knows(String plan, String clause) {
        return catalogue.rulebook().library().versions(plan).stream()
                .anyMatch(version -> version.clause(clause).isPresent()
                        || version.exclusions().stream()
                                .anyMatch(each -> each.number().equals(clause))
                        || version.waiting()
                                .filter(waiting -> waiting.number().equals(clause))
                                .isPresent());
    }
}
