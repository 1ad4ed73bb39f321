package org.huzhu.quarters.working;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.Determination;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterLine.Above;
import org.huzhu.rules.Rulebook;

/** What a year gives for costs above the ceiling of the insurance: the judge of single cases says it. */
public final class AboveCeiling {

    private final Rulebook rules;
    private final Quarter quarter;
    private final String below;
    private final String above;
    private final String version;

    /**
     * By the plan and year of the quarter.
     *
     * @throws java.util.NoSuchElementException if the plan gives nothing for such costs in the whole year
     */
    public AboveCeiling(Rulebook rules, YearlyRules yearly, Quarter quarter) {
        this.rules = rules;
        this.quarter = quarter;
        this.below = yearly.rule(quarter).clause();
        this.version = yearly.rule(quarter).version();
        this.above = yearly.above(quarter).orElseThrow();
    }

    /** The version of the plan. */
    public String version() {
        return version;
    }

    /** What the year gives to whoever filed this. */
    public Money entitled(Above filed) {
        return found(filed, Money.ZERO).map(Determination.Line::entitled).orElse(Money.ZERO);
    }

    /**
     * The same, with its working; empty where nothing counts.
     *
     * @param before what earlier runs of the year gave
     */
    Optional<Determination.Line> found(Above filed, Money before) {
        return Adjudicator.determine(rules, facts(filed, before)).lines().stream()
                .filter(each -> each.clause().number().equals(above)
                        && each.plan().plan().equals(quarter.plan()))
                .findFirst();
    }

    /** One visit stands for all that was filed: the clause counts what the year comes to. */
    private Case facts(Above filed, Money before) {
        DateSpan year = new DateSpan(LocalDate.of(quarter.year(), 1, 1), LocalDate.of(quarter.year() + 1, 1, 1));
        Term term = new Term(quarter.plan(), Optional.empty(), year, 1, Optional.empty(), Optional.empty());
        Costs costs = new Costs(Map.of(
                CostField.ABOVE_CEILING, filed.sum(),
                CostField.EMPLOYER_SUPPLEMENT, filed.supplement(),
                CostField.COMMERCIAL, filed.commercial(),
                CostField.MEDICAL_ASSISTANCE, filed.assistance()));
        Event all = new Event.Visit("全年申报", Person.MEMBER, year.until().minusDays(1), costs, Set.of());
        List<Payment> paid = new ArrayList<>();
        pay(paid, below, year.from(), filed.below());
        pay(paid, above, year.from(), before);
        return new Case(List.of(term), List.of(all), paid);
    }

    private void pay(List<Payment> paid, String clause, LocalDate day, Money sum) {
        if (sum.isPositive()) {
            paid.add(new Payment(
                    quarter.plan(),
                    clause,
                    day,
                    Person.MEMBER,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    sum,
                    0));
        }
    }
}
