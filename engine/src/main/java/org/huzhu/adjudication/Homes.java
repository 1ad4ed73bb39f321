package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event.Loss;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.LossRow;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Scope;

/** Losses of property at home (家财损失), and the return of savings (满期返还). */
record Homes(Case facts, Drafting drafting) {

    List<Draft> drafts(PropertyLoss benefit, List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        claims.stream()
                .sorted(Comparator.comparing(Claim::day)
                        .thenComparing(claim -> claim.event().id()))
                .forEach(claim -> {
                    if (isPaid(claim, drafts)) {
                        drafting.refuse(claim, new Reason.AddressPaid());
                    } else {
                        drafts.add(draft(benefit, claim));
                    }
                });
        return drafts;
    }

    /** Whether this address was paid for this event, to this member or to another who lives there. */
    private boolean isPaid(Claim claim, List<Draft> drafts) {
        Loss loss = (Loss) claim.event();
        boolean among = drafts.stream()
                .map(draft -> (Loss) draft.events().getFirst())
                .anyMatch(other -> other.address().equals(loss.address())
                        && other.on().equals(loss.on())
                        && other.cause() == loss.cause());
        return among
                || facts.payments().stream()
                        .filter(payment ->
                                payment.event().isEmpty() && payment.amount().isPositive())
                        .filter(payment ->
                                payment.plan().equals(claim.plan().id().plan()))
                        .filter(payment -> payment.on().equals(loss.on()))
                        .flatMap(payment -> payment.address().stream())
                        .anyMatch(loss.address()::equals);
    }

    private Draft draft(PropertyLoss benefit, Claim claim) {
        Loss loss = (Loss) claim.event();
        LossRow row = benefit.rows().stream()
                .filter(each -> each.cause() == loss.cause())
                .findFirst()
                .orElseThrow();
        List<Step> steps = new ArrayList<>();
        Money gives = loss.amount().at(row.share(), RoundingMode.HALF_UP);
        steps.add(new Step.Share(loss.amount(), row.share(), RoundingMode.HALF_UP, gives));
        if (gives.compareTo(row.max()) > 0) {
            gives = row.max();
            steps.add(new Step.Capped(claim.clause().number(), Scope.EVENT, row.max(), row.max(), gives));
        }
        return drafting.draft(claim, gives, 0, steps, false);
    }

    static List<Draft> drafts(MaturityReturn benefit, List<Claim> claims, Drafting drafting) {
        return claims.stream()
                .map(claim -> {
                    Money paidIn = claim.cover().term().contribution().orElseThrow();
                    Money gives = paidIn.at(benefit.share(), RoundingMode.HALF_UP);
                    Step step = new Step.Share(paidIn, benefit.share(), RoundingMode.HALF_UP, gives);
                    return drafting.draft(claim, gives, 0, List.of(step), false);
                })
                .toList();
    }
}
