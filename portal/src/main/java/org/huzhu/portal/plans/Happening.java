package org.huzhu.portal.plans;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Plan;

/** What somebody can say has happened, to see what a plan gives for it. */
public enum Happening {
    STAY,
    DIAGNOSIS,
    ACCIDENT,
    DEATH,
    LOSS;

    /** What the clauses of the plan ask for. */
    static Set<Happening> of(Plan plan) {
        Set<Happening> asked = EnumSet.noneOf(Happening.class);
        plan.clauses().forEach(clause -> of(clause.benefit()).ifPresent(asked::add));
        return asked;
    }

    /** What the benefit asks for; empty for the return of money, for which nothing need happen. */
    static Optional<Happening> of(Benefit benefit) {
        return switch (benefit) {
            case Benefit.DiseaseSum _ -> Optional.of(DIAGNOSIS);
            case Benefit.DailyAllowance allowance ->
                Optional.of(allowance.days() == DayKind.HOSPITAL ? STAY : ACCIDENT);
            case Benefit.CostShare _, Benefit.YearlyShare _, Benefit.BandedShare _ -> Optional.of(STAY);
            case Benefit.DisabilityShare _, Benefit.InjuryConsolation _ -> Optional.of(ACCIDENT);
            case Benefit.DeathSum _ -> Optional.of(DEATH);
            case Benefit.PropertyLoss _ -> Optional.of(LOSS);
            case Benefit.MaturityReturn _ -> Optional.empty();
        };
    }
}
