package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.adjudication.Judge.Names;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Payments;
import org.huzhu.columns.Terms;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;

/** Sets what was paid before against what is entitled. */
record Accounts(Bench bench, Names names) {

    /** A line for each draft, and one for each payment that nothing is entitled for any more. */
    List<Line> lines() {
        Drafts drafts = bench.drafts;
        long[] paid = new long[drafts.size()];
        int[] order = drafts.ordered(0, drafts.size(), new int[0]);
        Map<String, List<Integer>> loose = new LinkedHashMap<>();
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            int draft = paidFor(at, order);
            if (draft >= 0) {
                paid[draft] = Math.addExact(paid[draft], bench.facts.payments().amountFen(at));
            } else if (!bench.facts.payments().isLoose(at) || isOfKnownYear(at)) {
                loose.computeIfAbsent(key(at), unused -> new ArrayList<>()).add(at);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            lines.add(line(order[i], paid[order[i]]));
        }
        loose.values().forEach(group -> takenBack(group).ifPresent(lines::add));
        return lines;
    }

    private String key(int payment) {
        Payments payments = bench.facts.payments();
        String what = payments.isLoose(payment)
                ? "year " + Day.year(payments.on(payment))
                : "event " + payments.event(payment);
        return payments.plan(payment) + " " + payments.clause(payment) + " " + payments.person(payment) + " " + what;
    }

    /** The draft that the payment is for, or -1; of several that share an event, the one whose cover holds the day. */
    private int paidFor(int payment, int[] order) {
        Payments payments = bench.facts.payments();
        Drafts drafts = bench.drafts;
        int first = -1;
        for (int i = 0; i < drafts.size(); i++) {
            int draft = order[i];
            int word = bench.rules.plans().get(drafts.clause(draft).plan()).word();
            if (payments.plan(payment) != word || !drafts.isPaidBy(draft, payments, payment)) {
                continue;
            }
            if (drafts.coverHolds(draft, payments.on(payment))) {
                return draft;
            }
            first = first < 0 ? draft : first;
        }
        return first;
    }

    /** Whether it was paid for a year of which the facts know bills; another year stands here as a payment only. */
    private boolean isOfKnownYear(int payment) {
        FactColumns facts = bench.facts;
        if (!isYearly(payment)) {
            return false;
        }
        int year = Day.year(facts.payments().on(payment));
        for (int event = facts.eventsFrom(bench.member); event < facts.eventsTo(bench.member); event++) {
            int billed = billed(event);
            if (billed != Day.NONE
                    && Day.year(billed) == year
                    && facts.person(event) == facts.payments().person(payment)) {
                return true;
            }
        }
        return false;
    }

    private int billed(int event) {
        FactColumns facts = bench.facts;
        if (facts.isStay(event)) {
            int settled = facts.stays().settledOn(facts.row(event));
            return settled == Day.NONE ? facts.day(event) : settled;
        }
        return facts.isVisit(event) ? facts.day(event) : Day.NONE;
    }

    private boolean isYearly(int payment) {
        int place = bench.rules.place(bench.facts.payments().plan(payment));
        return place != Rulebook.NO_PLAN
                && bench.rules.plans().get(place).versions().stream()
                        .flatMap(version -> version.clauses().stream())
                        .anyMatch(clause -> clause.isYearly()
                                && clause.number() == bench.facts.payments().clause(payment));
    }

    private Line line(int draft, long paid) {
        Drafts drafts = bench.drafts;
        ClauseRules clause = drafts.clause(draft);
        Plan plan = bench.rules
                .plans()
                .get(clause.plan())
                .versions()
                .get(clause.version())
                .plan();
        Terms terms = bench.facts.terms();
        int term = drafts.term(draft);
        List<String> events = new ArrayList<>();
        for (int place = drafts.eventsFrom(draft); place < drafts.eventsTo(draft); place++) {
            events.add(bench.trace.name(drafts.event(place)));
        }
        return new Line(
                plan.id(),
                clause.clause(),
                Optional.of(new DateSpan(Day.date(terms.from(term)), Day.date(terms.until(term)))),
                names.persons().apply(drafts.person(draft)),
                events,
                Money.ofFen(drafts.amountFen(draft)),
                Money.ofFen(paid),
                Money.ofFen(Math.subtractExact(drafts.amountFen(draft), paid)),
                bench.trace.steps(draft),
                drafts.isIllustrative(draft));
    }

    private Optional<Line> takenBack(List<Integer> group) {
        Payments payments = bench.facts.payments();
        int first = group.getFirst();
        Money paid = Money.sum(
                group.stream().map(payments::amountFen).map(Money::ofFen).toList());
        PlanRules plan = bench.rules.plans().get(bench.rules.place(payments.plan(first)));
        String number = bench.word(payments.clause(first));
        int governing = plan.governing(payments.on(first), payments.on(first));
        List<Plan> versions = plan.versions().stream().map(VersionRules::plan).toList();
        Optional<Plan> under = Optional.of(governing)
                .filter(it -> it >= 0)
                .map(versions::get)
                .filter(it -> it.clause(number).isPresent())
                .or(() -> versions.stream()
                        .filter(it -> it.clause(number).isPresent())
                        .findFirst());
        return under.map(it -> takenBack(it, it.clause(number).orElseThrow(), first, paid));
    }

    private Line takenBack(Plan plan, Clause clause, int payment, Money paid) {
        Payments payments = bench.facts.payments();
        return new Line(
                plan.id(),
                clause,
                Optional.empty(),
                names.persons().apply(payments.person(payment)),
                payments.isLoose(payment) ? List.of() : List.of(bench.trace.name(payments.event(payment))),
                Money.ZERO,
                paid,
                Money.ZERO.minus(paid),
                List.of(),
                clause.basis().illustrative());
    }
}
