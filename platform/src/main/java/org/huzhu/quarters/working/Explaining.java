package org.huzhu.quarters.working;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Plan;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarters.QuarterLine;
import org.huzhu.rules.Rulebook;
import org.springframework.stereotype.Component;

/** Has the judge of single cases work out what a line rests on, so that its steps can be read. */
@Component
public class Explaining {

    /** The yearly share does not ask for it. */
    private static final int HOSPITAL_LEVEL = 1;

    private final PlanCatalogue catalogue;
    private final YearlyRules yearly;

    Explaining(PlanCatalogue catalogue, YearlyRules yearly) {
        this.catalogue = catalogue;
        this.yearly = yearly;
    }

    /** How it comes about, by the plan as it stands; where nothing counts any more there are no steps. */
    public Working of(QuarterLine line) {
        Rulebook rules = catalogue.rulebook();
        QuarterRule rule = yearly.rule(line.quarter());
        String number = line.above().isPresent() ? yearly.above(line.quarter()).orElseThrow() : rule.clause();
        Plan plan = rules.library().versions(rule.plan()).stream()
                .filter(each -> each.id().version().equals(rule.version()))
                .findFirst()
                .orElseThrow();
        Clause clause = plan.clause(number).orElseThrow();
        Optional<Determination.Line> found = found(rules, line, number);
        return new Working(
                plan.title(),
                rule.version(),
                number,
                clause.title(),
                clause.wording(),
                found.map(each -> ChineseWording.list(each.working())).orElseGet(List::of),
                found.map(Determination.Line::entitled).orElse(Money.ZERO),
                found.map(Determination.Line::illustrative)
                        .orElse(clause.basis().illustrative()));
    }

    private Optional<Determination.Line> found(Rulebook rules, QuarterLine line, String clause) {
        return line.above().isPresent()
                ? new AboveCeiling(rules, yearly, line.quarter())
                        .found(line.above().get(), line.before())
                : Adjudicator.determine(rules, facts(line, clause)).lines().stream()
                        .filter(each -> each.clause().number().equals(clause)
                                && each.plan().plan().equals(line.quarter().plan()))
                        .findFirst();
    }

    /** Visits count by what they come to together: one stands for all of them. */
    private static Case facts(QuarterLine line, String clause) {
        int year = line.quarter().year();
        DateSpan span = new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        Term term = new Term(line.quarter().plan(), Optional.empty(), span, 1, Optional.empty(), Optional.empty());
        List<Event> events = new ArrayList<>();
        if (line.outpatient().isPositive()) {
            events.add(new Event.Visit(
                    "门诊", Person.MEMBER, line.quarter().end().minusDays(1), costs(line.outpatient()), Set.of()));
        }
        int number = 0;
        for (QuarterLine.Stay stay : line.stays()) {
            number++;
            events.add(stay("第%d次住院".formatted(number), stay, span.from()));
        }
        List<Payment> before = line.before().fen() == 0
                ? List.of()
                : List.of(new Payment(
                        line.quarter().plan(),
                        clause,
                        span.from(),
                        Person.MEMBER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        line.before(),
                        0));
        return new Case(List.of(term), events, before);
    }

    /** Whoever was admitted in the year before is in the line because his bill was settled in this one. */
    private static Event stay(String name, QuarterLine.Stay stay, LocalDate first) {
        return new Event.Stay(
                name,
                Person.MEMBER,
                stay.admitted(),
                stay.admitted(),
                HOSPITAL_LEVEL,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stay.admitted().isBefore(first) ? first : stay.admitted()),
                costs(stay.selfPay()),
                Set.of());
    }

    private static Costs costs(Money selfPay) {
        return new Costs(Map.of(CostField.SELF_PAY_1, selfPay));
    }
}
