package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Relation.Manner;

/**
 * What binds the clauses of one plan together: relations first, then caps.
 *
 * @param denials grows by what a relation takes away altogether
 */
record Binding(Case facts, List<Denial> denials) {

    List<Draft> bound(List<Draft> drafts) {
        List<Draft> bound = new ArrayList<>(drafts);
        for (int i = 0; i < bound.size(); i++) {
            for (Relation relation : bound.get(i).plan().relations()) {
                if (relation.clauses().contains(bound.get(i).clause().number())) {
                    bound.set(i, related(bound.get(i), relation, drafts));
                }
            }
        }
        return capped(bound);
    }

    private Draft related(Draft draft, Relation relation, List<Draft> all) {
        if (relation.manner() == Manner.BOTH || !draft.amount().isPositive()) {
            return draft;
        }
        List<Draft> others = all.stream()
                .filter(other -> draft.meets(other, relation.within()))
                .filter(other -> relation.clauses().contains(other.clause().number())
                        && !other.clause().number().equals(draft.clause().number()))
                .filter(other -> other.amount().isPositive())
                .toList();
        return switch (relation.manner()) {
            case BOTH -> draft;
            case ONE_ONLY -> oneOnly(draft, relation, others);
            case LARGEST -> largest(draft, relation, others);
            case DEDUCT ->
                relation.clauses().getFirst().equals(draft.clause().number()) ? less(draft, relation, others) : draft;
        };
    }

    /** What was paid first stands; of what is judged together, the largest, the one printed earlier on a tie. */
    private Draft oneOnly(Draft draft, Relation relation, List<Draft> others) {
        Optional<Payment> first = facts.payments().stream()
                .filter(payment -> payment.amount().isPositive())
                .filter(payment -> relation.clauses().contains(payment.clause()))
                .filter(payment -> draft.isPaidBy(payment)
                        || draft.meets(payment, relation.within())
                        || others.stream().anyMatch(other -> other.isPaidBy(payment)))
                .min(Comparator.comparing(Payment::on).thenComparing(Payment::clause));
        String wins = first.map(Payment::clause).orElseGet(() -> winner(draft, others));
        if (wins.equals(draft.clause().number())) {
            return draft;
        }
        draft.events()
                .forEach(event -> denials.add(
                        new Denial(draft.plan().id(), relation.number(), event.id(), new Reason.NotTogether(wins))));
        return draft.reducedTo(Money.ZERO, new Step.ByRelation(relation.number(), wins, Money.ZERO));
    }

    private static String winner(Draft draft, List<Draft> others) {
        List<Draft> group = new ArrayList<>(others);
        group.add(draft);
        return group.stream()
                .min(Comparator.comparing(Draft::amount)
                        .reversed()
                        .thenComparingInt(each -> each.plan().clauses().indexOf(each.clause())))
                .orElseThrow()
                .clause()
                .number();
    }

    /** The largest gives what the others have not been paid already; the others give no more than they were paid. */
    private Draft largest(Draft draft, Relation relation, List<Draft> others) {
        String wins = winner(draft, others);
        if (!wins.equals(draft.clause().number())) {
            Money kept = paid(draft).atMost(draft.amount());
            return draft.reducedTo(kept, new Step.ByRelation(relation.number(), wins, kept));
        }
        Money kept = Money.sum(
                others.stream().map(other -> paid(other).atMost(other.amount())).toList());
        Money given = kept.plus(unattached(draft, relation));
        return given.isPositive() ? lessGiven(draft, relation, given, others) : draft;
    }

    private Draft less(Draft draft, Relation relation, List<Draft> others) {
        Money given = Money.sum(others.stream().map(Draft::amount).toList()).plus(unattached(draft, relation));
        return given.isPositive() ? lessGiven(draft, relation, given, others) : draft;
    }

    private static Draft lessGiven(Draft draft, Relation relation, Money given, List<Draft> others) {
        Money gives = draft.amount().minus(given).atLeast(Money.ZERO);
        String other = others.stream()
                .map(each -> each.clause().number())
                .findFirst()
                .orElse(relation.clauses().getLast());
        return draft.reducedTo(gives, new Step.ByRelation(relation.number(), other, gives));
    }

    /** What was paid under the other clauses for events that are not among the facts, within the scope. */
    private Money unattached(Draft draft, Relation relation) {
        return Money.sum(facts.payments().stream()
                .filter(payment -> payment.event().isEmpty())
                .filter(payment -> relation.clauses().contains(payment.clause())
                        && !payment.clause().equals(draft.clause().number()))
                .filter(payment -> draft.meets(payment, relation.within()))
                .map(Payment::amount)
                .toList());
    }

    private Money paid(Draft draft) {
        return Money.sum(facts.payments().stream()
                .filter(draft::isPaidBy)
                .map(Payment::amount)
                .toList());
    }

    /** Caps are used up in order; what was paid for events that are not among the facts uses them first. */
    private List<Draft> capped(List<Draft> drafts) {
        List<Draft> done = new ArrayList<>();
        for (Draft draft : drafts.stream().sorted(Draft.IN_ORDER).toList()) {
            Draft under = draft;
            for (Cap cap : draft.plan().capsOn(draft.clause().number())) {
                under = capped(under, cap, done);
            }
            done.add(under);
        }
        return done;
    }

    private Draft capped(Draft draft, Cap cap, List<Draft> done) {
        return switch (cap.limit()) {
            case Cap.Limit.OfMoney(Amounts max) ->
                max.row(draft.cover().term().tier())
                        .map(row -> capped(draft, cap, row.amount(), done))
                        .orElse(draft);
            case Cap.Limit.OfDays(int max) -> cap.clauses().size() > 1 ? capped(draft, cap, max, done) : draft;
        };
    }

    private Draft capped(Draft draft, Cap cap, int daysMax, List<Draft> done) {
        int among = within(done, draft, cap).mapToInt(Draft::days).sum();
        int before = before(done, draft, cap).mapToInt(Payment::days).sum();
        int left = Math.max(0, daysMax - among - before);
        if (draft.days() <= left) {
            return draft;
        }
        Money perDay = Money.ofFen(draft.amount().fen() / draft.days());
        Step why = new Step.DaysLeft(cap.per(), daysMax, left, left);
        return draft.ofDays(left).reducedTo(perDay.times(left), why);
    }

    private Draft capped(Draft draft, Cap cap, Money max, List<Draft> done) {
        Money among = Money.sum(within(done, draft, cap).map(Draft::amount).toList());
        Money before = Money.sum(before(done, draft, cap).map(Payment::amount).toList());
        Money left = max.minus(among).minus(before).atLeast(Money.ZERO);
        if (draft.amount().compareTo(left) <= 0) {
            return draft;
        }
        return draft.reducedTo(left, new Step.Capped(cap.number(), cap.per(), max, left, left));
    }

    /** The drafts that have used the cap already. */
    private static Stream<Draft> within(List<Draft> done, Draft draft, Cap cap) {
        return done.stream()
                .filter(other -> cap.clauses().contains(other.clause().number()))
                .filter(other -> draft.meets(other, cap.per()));
    }

    /** The payments that have used the cap, for events that are not among the facts. */
    private Stream<Payment> before(List<Draft> done, Draft draft, Cap cap) {
        return facts.payments().stream()
                .filter(payment -> payment.event().isEmpty() && cap.clauses().contains(payment.clause()))
                .filter(payment -> draft.meets(payment, cap.per()))
                .filter(payment -> !draft.isPaidBy(payment) && done.stream().noneMatch(it -> it.isPaidBy(payment)));
    }
}
