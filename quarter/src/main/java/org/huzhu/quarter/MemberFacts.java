package org.huzhu.quarter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.quarter.FeedPart.State;
import org.huzhu.quarter.table.Drawers;

/** The rows of one person that count, as facts that the judge can show its working on. */
final class MemberFacts {

    /** The feed does not name the level of a hospital, and the yearly share does not ask for it. */
    static final int HOSPITAL_LEVEL = 1;

    private MemberFacts() {}

    /** The facts of a year: cover for the whole of it, since rows outside a card's span were rejected before. */
    static Case of(Feed feed, long key, long paidFen, QuarterRule rule, int year) {
        DateSpan span = new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        Term term = new Term(rule.plan(), Optional.empty(), span, 1, Optional.empty(), Optional.empty());
        List<Event> events = new ArrayList<>();
        for (int p = 0; p < feed.partCount(); p++) {
            FeedPart part = feed.part(p);
            for (int i = part.from(Drawers.of(key)); i < part.to(Drawers.of(key)); i++) {
                if (part.state(i) <= State.INPATIENT && part.key(i) == key) {
                    events.add(event(part, i));
                }
            }
        }
        return new Case(List.of(term), events, paidFen == 0 ? List.of() : List.of(paid(rule, span.from(), paidFen)));
    }

    private static Event event(FeedPart part, int row) {
        String number = part.numberText(row);
        Costs costs = new Costs(Map.of(CostField.SELF_PAY_1, Money.ofFen(part.selfPayFen(row))));
        LocalDate settledOn = LocalDate.ofEpochDay(part.settledOn(row));
        if (part.state(row) == State.OUTPATIENT) {
            return new Visit(number, Person.MEMBER, settledOn, costs, Set.of());
        }
        return new Stay(
                number,
                Person.MEMBER,
                LocalDate.ofEpochDay(part.admittedOn(row)),
                LocalDate.ofEpochDay(part.dischargedOn(row)),
                HOSPITAL_LEVEL,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(settledOn),
                costs,
                Set.of());
    }

    private static Payment paid(QuarterRule rule, LocalDate on, long fen) {
        return new Payment(
                rule.plan(),
                rule.clause(),
                on,
                Person.MEMBER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.ofFen(fen),
                0);
    }
}
