package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Relation.Manner;

/**
 * What holds between clauses of one plan (各条关系). Clauses meet with all that they give within the scope.
 *
 * @param denials grows by what a relation takes away altogether
 */
record Relations(Case facts, List<Denial> denials) {

    /** Which clause stands is settled before what one gives is deducted from another. */
    private static final List<Manner> MANNERS = List.of(Manner.ONE_ONLY, Manner.LARGEST, Manner.DEDUCT);

    /**
     * What relations and caps together leave of the drafts.
     *
     * <p>Clauses meet in a relation with what each gives under its own caps. What no relation touches then uses the
     * caps afresh, so that a clause that stands back uses none of them.
     */
    List<Draft> bound(List<Draft> drafts) {
        List<Draft> free = drafts.stream().sorted(Draft.IN_ORDER).toList();
        Caps caps = new Caps(facts, free);
        List<Draft> alone = caps.capped(free, cap -> cap.clauses().size() == 1);
        List<Draft> related = related(alone);
        List<Draft> left = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            left.add(related.get(i).equals(alone.get(i)) ? free.get(i) : related.get(i));
        }
        return caps.capped(left, unused -> true);
    }

    /** The drafts, in the same order, after what each relation leaves of them. */
    private List<Draft> related(List<Draft> drafts) {
        List<Plan> versions = drafts.stream().map(Draft::plan).distinct().toList();
        List<Draft> related = drafts;
        for (Manner manner : MANNERS) {
            for (Plan version : versions) {
                for (Relation relation : version.relations()) {
                    if (relation.manner() == manner) {
                        related = related(related, version, relation);
                    }
                }
            }
        }
        return related;
    }

    private List<Draft> related(List<Draft> drafts, Plan version, Relation relation) {
        return drafts.stream()
                .map(draft -> draft.plan().equals(version)
                                && draft.amount().isPositive()
                                && relation.clauses().contains(draft.clause().number())
                        ? related(draft, relation, drafts)
                        : draft)
                .toList();
    }

    private Draft related(Draft draft, Relation relation, List<Draft> drafts) {
        List<Draft> together = drafts.stream()
                .filter(other -> draft.meets(other, relation.within()))
                .filter(other -> relation.clauses().contains(other.clause().number()))
                .filter(other -> other.amount().isPositive())
                .toList();
        return switch (relation.manner()) {
            case BOTH -> draft;
            case ONE_ONLY -> oneOnly(draft, relation, together);
            case LARGEST -> largest(draft, relation, together);
            case DEDUCT ->
                relation.clauses().getFirst().equals(draft.clause().number())
                        ? less(draft, relation, Money.sum(amounts(others(draft, together))), together)
                        : draft;
        };
    }

    /** What was paid first stands; of what is judged together, the largest, the one printed earlier on a tie. */
    private Draft oneOnly(Draft draft, Relation relation, List<Draft> together) {
        String wins = paidFirst(draft, relation, together).orElseGet(() -> winner(draft, together));
        if (wins.equals(draft.clause().number())) {
            return draft;
        }
        draft.events()
                .forEach(event -> denials.add(
                        new Denial(draft.plan().id(), relation.number(), event.id(), new Reason.NotTogether(wins))));
        return draft.reducedTo(Money.ZERO, new Step.ByRelation(relation.number(), wins, Money.ZERO));
    }

    /** The clause that was paid first, of those that were not given back since. */
    private Optional<String> paidFirst(Draft draft, Relation relation, List<Draft> together) {
        List<Payment> payments = facts.payments().stream()
                .filter(payment -> relation.clauses().contains(payment.clause()))
                .filter(payment -> draft.meets(payment, relation.within())
                        || together.stream().anyMatch(other -> other.isPaidBy(payment)))
                .toList();
        Map<String, Money> net = new TreeMap<>();
        payments.forEach(payment -> net.merge(payment.clause(), payment.amount(), Money::plus));
        return payments.stream()
                .filter(payment ->
                        net.getOrDefault(payment.clause(), Money.ZERO).isPositive())
                .min(Comparator.comparing(Payment::on).thenComparing(Payment::clause))
                .map(Payment::clause);
    }

    /** The clause that gives most in all. */
    private static String winner(Draft draft, List<Draft> together) {
        Map<String, Money> gives = new TreeMap<>();
        together.forEach(each -> gives.merge(each.clause().number(), each.amount(), Money::plus));
        return draft.plan().clauses().stream()
                .map(Clause::number)
                .filter(gives::containsKey)
                .reduce((one, next) ->
                        gives.getOrDefault(next, Money.ZERO).compareTo(gives.getOrDefault(one, Money.ZERO)) > 0
                                ? next
                                : one)
                .orElseThrow();
    }

    /** The largest gives what the others have not been paid already; the others give no more than they were paid. */
    private Draft largest(Draft draft, Relation relation, List<Draft> together) {
        String wins = winner(draft, together);
        if (wins.equals(draft.clause().number())) {
            Money kept = Money.sum(others(draft, together).stream()
                    .map(other -> paid(other).atMost(other.amount()))
                    .toList());
            return less(draft, relation, kept, together);
        }
        Money kept = paid(draft).atMost(draft.amount());
        return draft.reducedTo(kept, new Step.ByRelation(relation.number(), wins, kept));
    }

    /**
     * The draft less what the others give, as far as the drafts of its clause before it have not borne that already.
     */
    private Draft less(Draft draft, Relation relation, Money byOthers, List<Draft> together) {
        Money before = Money.sum(together.stream()
                .takeWhile(other -> !other.equals(draft))
                .filter(other -> other.clause().number().equals(draft.clause().number()))
                .map(Draft::amount)
                .toList());
        Money given = byOthers.plus(unattached(draft, relation, together)).minus(before);
        if (!given.isPositive()) {
            return draft;
        }
        Money gives = draft.amount().minus(given).atLeast(Money.ZERO);
        String other = others(draft, together).stream()
                .map(each -> each.clause().number())
                .findFirst()
                .orElse(relation.clauses().getLast());
        return draft.reducedTo(gives, new Step.ByRelation(relation.number(), other, gives));
    }

    /** What was paid under the other clauses for events that are not among the facts, within the scope. */
    private Money unattached(Draft draft, Relation relation, List<Draft> together) {
        return Money.sum(facts.payments().stream()
                .filter(payment -> payment.event().isEmpty())
                .filter(payment -> relation.clauses().contains(payment.clause())
                        && !payment.clause().equals(draft.clause().number()))
                .filter(payment -> draft.meets(payment, relation.within()))
                .filter(payment -> together.stream().noneMatch(other -> other.isPaidBy(payment)))
                .map(Payment::amount)
                .toList());
    }

    private static List<Draft> others(Draft draft, List<Draft> together) {
        return together.stream()
                .filter(other -> !other.clause().number().equals(draft.clause().number()))
                .toList();
    }

    private static List<Money> amounts(List<Draft> drafts) {
        return drafts.stream().map(Draft::amount).toList();
    }

    private Money paid(Draft draft) {
        return Money.sum(facts.payments().stream()
                .filter(draft::isPaidBy)
                .map(Payment::amount)
                .toList());
    }
}
