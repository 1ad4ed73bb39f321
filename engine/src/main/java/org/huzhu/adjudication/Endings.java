package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Clause;

/** Which cover has ended within its coverage period because a sum by disease was paid. */
final class Endings {

    /** By {@code by} the clauses {@code ends} of the cover ended on the day. */
    private record Ending(Cover cover, Clause by, LocalDate on, Event event) {}

    private final Case facts;
    private final List<Ending> endings = new ArrayList<>();

    Endings(Case facts) {
        this.facts = facts;
    }

    void paid(Claim claim) {
        endings.add(new Ending(claim.cover(), claim.clause(), claim.day(), claim.event()));
    }

    /** The day on which the cover of the claim's clause had ended, by another event that was paid. */
    Optional<LocalDate> ended(Claim claim) {
        Optional<LocalDate> byClaim = endings.stream()
                .filter(ending -> ending.cover().equals(claim.cover()))
                .filter(ending -> ending.event().person().equals(claim.event().person()))
                .filter(ending -> !ending.event().equals(claim.event()))
                .filter(ending -> !ending.on().isAfter(claim.day()))
                .filter(ending -> ends(ending.by(), claim.clause().number()))
                .map(Ending::on)
                .findFirst();
        return byClaim.or(() -> facts.payments().stream()
                .filter(payment -> payment.event().isEmpty() && payment.amount().isPositive())
                .filter(payment -> payment.plan().equals(claim.plan().id().plan()))
                .filter(payment -> payment.person().equals(claim.event().person()))
                .filter(payment -> claim.cover().span().contains(payment.on()))
                .filter(payment -> !payment.on().isAfter(claim.day()))
                .filter(payment -> claim.plan()
                        .clause(payment.clause())
                        .filter(by -> ends(by, claim.clause().number()))
                        .isPresent())
                .map(Payment::on)
                .min(Comparator.naturalOrder()));
    }

    private static boolean ends(Clause by, String clause) {
        return by.benefit() instanceof DiseaseSum sum && sum.ends().contains(clause);
    }

    /** The claims whose cover goes on; the others are refused. */
    List<Claim> goingOn(List<Claim> claims, List<Denial> denials) {
        List<Claim> going = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<LocalDate> ended = ended(claim);
            if (ended.isEmpty()) {
                going.add(claim);
            } else {
                denials.add(new Denial(
                        claim.plan().id(),
                        claim.clause().number(),
                        claim.event().id(),
                        new Reason.TermEnded(ended.get())));
            }
        }
        return going;
    }
}
