package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;

/** Sets what was paid before against what is entitled. */
record Accounts(Library library, Case facts) {

    private static final Comparator<Payment> IN_ORDER = Comparator.comparing(Payment::on)
            .thenComparing(payment -> payment.event().orElse(""))
            .thenComparing(Payment::amount);

    /** A line for each draft, and one for each payment that nothing is entitled for any more. */
    List<Line> lines(List<Draft> drafts) {
        Map<Draft, Money> paid = new LinkedHashMap<>();
        drafts.forEach(draft -> paid.put(draft, Money.ZERO));
        Map<String, List<Payment>> loose = new LinkedHashMap<>();
        for (Payment payment : facts.payments().stream().sorted(IN_ORDER).toList()) {
            Optional<Draft> draft = paidFor(payment, drafts);
            if (draft.isPresent()) {
                paid.merge(draft.get(), payment.amount(), Money::plus);
            } else if (payment.event().isPresent() || isOfKnownYear(payment)) {
                String key = payment.plan() + " " + payment.clause() + " " + payment.person() + " "
                        + payment.event()
                                .orElseGet(() -> String.valueOf(payment.on().getYear()));
                loose.computeIfAbsent(key, unused -> new ArrayList<>()).add(payment);
            }
        }
        List<Line> lines = new ArrayList<>();
        paid.forEach((draft, amount) -> lines.add(line(draft, amount)));
        loose.values().forEach(group -> takenBack(group).ifPresent(lines::add));
        return lines;
    }

    /** The draft that the payment is for; of several that share an event, the one whose cover holds the day. */
    private static Optional<Draft> paidFor(Payment payment, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.isPaidBy(payment))
                .min(Comparator.comparingInt(
                                (Draft draft) -> draft.cover().span().contains(payment.on()) ? 0 : 1)
                        .thenComparing(Draft.IN_ORDER));
    }

    /** Whether it was paid for a year of which the facts know bills; another year stands here as a payment only. */
    private boolean isOfKnownYear(Payment payment) {
        return isYearly(payment)
                && facts.events().stream()
                        .filter(event -> event.person().equals(payment.person()))
                        .flatMap(event -> billed(event).stream())
                        .anyMatch(day -> day.getYear() == payment.on().getYear());
    }

    private static Optional<LocalDate> billed(Event event) {
        return switch (event) {
            case Event.Visit visit -> Optional.of(visit.settledOn());
            case Event.Stay stay -> stay.settledOn().or(() -> Optional.of(stay.admittedOn()));
            default -> Optional.empty();
        };
    }

    private boolean isYearly(Payment payment) {
        return library.versions(payment.plan()).stream()
                .flatMap(plan -> plan.clause(payment.clause()).stream())
                .anyMatch(clause -> clause.benefit() instanceof YearlyShare || clause.benefit() instanceof BandedShare);
    }

    private static Line line(Draft draft, Money paid) {
        return new Line(
                draft.plan().id(),
                draft.clause(),
                Optional.of(draft.cover().term().span()),
                draft.person(),
                draft.events().stream().map(Event::id).toList(),
                draft.amount(),
                paid,
                draft.amount().minus(paid),
                draft.steps(),
                draft.illustrative());
    }

    private Optional<Line> takenBack(List<Payment> payments) {
        Payment first = payments.getFirst();
        LocalDate day = first.on();
        Money paid = Money.sum(payments.stream().map(Payment::amount).toList());
        Optional<Plan> plan = library.governing(first.plan(), day, day)
                .filter(it -> it.clause(first.clause()).isPresent())
                .or(() -> library.versions(first.plan()).stream()
                        .filter(it -> it.clause(first.clause()).isPresent())
                        .findFirst());
        return plan.map(it -> {
            Clause clause = it.clause(first.clause()).orElseThrow();
            return new Line(
                    it.id(),
                    clause,
                    Optional.empty(),
                    first.person(),
                    first.event().stream().toList(),
                    Money.ZERO,
                    paid,
                    Money.ZERO.minus(paid),
                    List.of(),
                    clause.basis().illustrative());
        });
    }
}
