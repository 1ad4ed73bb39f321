package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huzhu.facts.Case;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Cap;

/**
 * What limits clauses of one plan, alone or together (限额).
 *
 * @param all all drafts of the plan, so that a payment for one of them is not held against another
 */
record Caps(Case facts, List<Draft> all) {

    /**
     * Caps are used up in the order of the drafts; what was paid for events that are not among the facts uses them
     * first.
     */
    List<Draft> capped(List<Draft> drafts, Predicate<Cap> which) {
        List<Draft> done = new ArrayList<>();
        for (Draft draft : drafts) {
            List<Cap> caps = draft.plan().capsOn(draft.clause().number()).stream()
                    .filter(which)
                    .sorted(Comparator.comparingInt(cap -> cap.limit() instanceof Cap.Limit.OfDays ? 0 : 1))
                    .toList();
            Draft under = draft;
            for (Cap cap : caps) {
                under = capped(under, cap, done);
            }
            done.add(under);
        }
        return done;
    }

    private Draft capped(Draft draft, Cap cap, List<Draft> done) {
        return switch (cap.limit()) {
            case Cap.Limit.OfMoney(Amounts max) -> {
                Optional<Amounts.Row> row = max.row(draft.cover().term().tier());
                yield row.isPresent() ? capped(draft, cap, row.get().amount(), done) : draft;
            }
            case Cap.Limit.OfDays(int max) -> capped(draft, cap, max, done);
        };
    }

    private Draft capped(Draft draft, Cap cap, int daysMax, List<Draft> done) {
        long among = within(done, draft, cap).mapToLong(Draft::days).sum();
        long before = before(draft, cap).mapToLong(Payment::days).sum();
        int left = Math.clamp(daysMax - among - before, 0, daysMax);
        return draft.days() <= left ? draft : draft.ofDays(left, new Step.DaysLeft(cap.per(), daysMax, left, left));
    }

    private Draft capped(Draft draft, Cap cap, Money max, List<Draft> done) {
        Money among = Money.sum(within(done, draft, cap).map(Draft::amount).toList());
        Money before = Money.sum(before(draft, cap).map(Payment::amount).toList());
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
    private Stream<Payment> before(Draft draft, Cap cap) {
        return facts.payments().stream()
                .filter(payment -> payment.event().isEmpty() && cap.clauses().contains(payment.clause()))
                .filter(payment -> draft.meets(payment, cap.per()))
                .filter(payment -> all.stream().noneMatch(it -> it.isPaidBy(payment)));
    }
}
