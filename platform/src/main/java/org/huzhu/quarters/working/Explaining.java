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
import org.huzhu.plan.CostField;
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

    /** How it comes about, by the plan as it stands. */
    public Working of(QuarterLine line) {
        Rulebook rules = catalogue.rulebook();
        String clause = yearly.rule(line.quarter()).clause();
        Determination.Line found = Adjudicator.determine(rules, facts(line, clause)).lines().stream()
                .filter(each -> each.clause().number().equals(clause)
                        && each.plan().plan().equals(line.quarter().plan()))
                .findFirst()
                .orElseThrow();
        String title = rules.library().versions(found.plan().plan()).stream()
                .filter(plan -> plan.id().equals(found.plan()))
                .findFirst()
                .orElseThrow()
                .title();
        return new Working(
                title,
                found.plan().version(),
                found.clause().number(),
                found.clause().title(),
                found.clause().wording(),
                ChineseWording.list(found.working()),
                found.entitled(),
                found.illustrative());
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
            events.add(stay("第%d次住院".formatted(number), stay));
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

    private static Event stay(String name, QuarterLine.Stay stay) {
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
                Optional.of(stay.admitted()),
                costs(stay.selfPay()),
                Set.of());
    }

    private static Costs costs(Money selfPay) {
        return new Costs(Map.of(CostField.SELF_PAY_1, selfPay));
    }
}
