package org.huzhu.adjudication;

import java.math.RoundingMode;
import org.huzhu.columns.Losses;
import org.huzhu.columns.Payments;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.LossRow;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Scope;

/** Losses of property at home (家财损失), and the return of savings (满期返还). */
final class Homes {

    private final Bench bench;
    private final Drafting drafting;

    Homes(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    void draft(PropertyLoss benefit, int[] claims, int count) {
        long[] keys = drafting.keys(count);
        for (int i = 0; i < count; i++) {
            keys[i] = drafting.key(claims[i], bench.claims.day(claims[i]));
        }
        Drafting.sort(claims, keys, count);
        int paid = 0;
        for (int i = 0; i < count; i++) {
            if (isPaid(claims, paid, claims[i])) {
                drafting.refuse(claims[i], new Reason.AddressPaid());
            } else {
                draft(benefit, claims[i]);
                // Those that are paid move to the front, which is behind where we read.
                claims[paid++] = claims[i];
            }
        }
    }

    private int person(int claim) {
        return bench.facts.person(bench.claims.event(claim));
    }

    /** Whether this address was paid for this event, to this member or to another who lives there. */
    private boolean isPaid(int[] paid, int count, int claim) {
        Losses losses = bench.facts.losses();
        int event = bench.claims.event(claim);
        int loss = bench.facts.row(event);
        for (int i = 0; i < count; i++) {
            int other = bench.claims.event(paid[i]);
            if (person(paid[i]) == person(claim)
                    && bench.claims.cover(paid[i]) == bench.claims.cover(claim)
                    && losses.address(bench.facts.row(other)) == losses.address(loss)
                    && bench.facts.day(other) == bench.facts.day(event)
                    && losses.cause(bench.facts.row(other)) == losses.cause(loss)) {
                return true;
            }
        }
        Payments payments = bench.facts.payments();
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (bench.isLooselyPaid(at)
                    && payments.on(at) == bench.facts.day(event)
                    && payments.address(at) == losses.address(loss)) {
                return true;
            }
        }
        return false;
    }

    private void draft(PropertyLoss benefit, int claim) {
        int loss = bench.facts.row(bench.claims.event(claim));
        LossRow row = benefit.rows().stream()
                .filter(each -> each.cause() == bench.facts.losses().cause(loss))
                .findFirst()
                .orElseThrow();
        long lost = bench.facts.losses().amountFen(loss);
        long gives = row.share().of(lost, RoundingMode.HALF_UP);
        drafting.begin(claim);
        bench.trace.say(new Step.Share(Money.ofFen(lost), row.share(), RoundingMode.HALF_UP, Money.ofFen(gives)));
        if (gives > row.max().fen()) {
            gives = row.max().fen();
            String number = bench.claims.clause(claim).clause().number();
            bench.trace.say(new Step.Capped(number, Scope.EVENT, row.max(), row.max(), row.max()));
        }
        drafting.give(claim, gives, false);
    }

    void draft(MaturityReturn benefit, int[] claims, int count) {
        for (int i = 0; i < count; i++) {
            long paidIn = bench.facts.terms().contributionFen(bench.covers.term(bench.claims.cover(claims[i])));
            long gives = benefit.share().of(paidIn, RoundingMode.HALF_UP);
            drafting.begin(claims[i]);
            bench.trace.say(
                    new Step.Share(Money.ofFen(paidIn), benefit.share(), RoundingMode.HALF_UP, Money.ofFen(gives)));
            drafting.give(claims[i], gives, false);
        }
    }
}
