package org.huzhu.adjudication;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.huzhu.columns.Day;
import org.huzhu.columns.Payments;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.StayOrder;
import org.huzhu.rules.Pricing;

/** Shares of the cost of each stay (费用比例) of one clause, coverage period by coverage period. */
final class CostShares {

    private final Bench bench;
    private final Drafting drafting;
    private boolean byFiling;

    CostShares(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    void draft(Pricing.Share share, int[] claims, int count) {
        byFiling = share.share().order() == StayOrder.FILING;
        long[] keys = drafting.keys(count);
        for (int i = 0; i < count; i++) {
            keys[i] = drafting.key(claims[i], ordered(claims[i]));
        }
        Drafting.sort(claims, keys, count);
        int place = 0;
        for (int i = 0; i < count; i++) {
            place = i > 0 && isOfOneGroup(claims[i - 1], claims[i]) ? place + 1 : 1;
            draft(share, claims[i], place);
        }
    }

    private boolean isOfOneGroup(int one, int other) {
        return bench.claims.cover(one) == bench.claims.cover(other) && person(one) == person(other);
    }

    private int person(int claim) {
        return bench.facts.person(bench.claims.event(claim));
    }

    private int ordered(int claim) {
        int event = bench.claims.event(claim);
        if (!byFiling) {
            return bench.facts.day(event);
        }
        int filed = bench.facts.stays().filedOn(bench.facts.row(event));
        return filed == Day.NONE ? Day.END : filed;
    }

    private void draft(Pricing.Share pricing, int claim, int place) {
        CostShare share = pricing.share();
        int stay = bench.facts.row(bench.claims.event(claim));
        if (byFiling && bench.facts.stays().filedOn(stay) == Day.NONE) {
            drafting.refuse(claim, new Reason.FactMissing("申报日"));
            return;
        }
        int others = bench.hasPayments() ? paidOnly(claim, Day.END) : 0;
        int before = others == 0 || byFiling ? others : paidOnly(claim, bench.facts.day(bench.claims.event(claim)));
        if (place + others > pricing.paymentsMax()) {
            drafting.refuse(claim, new Reason.TimesReached(pricing.paymentsMax()));
            return;
        }
        int level = bench.facts.stays().hospitalLevel(stay);
        Optional<ShareRow> row = share.row(place + before, level);
        if (row.isEmpty()) {
            drafting.refuse(claim, noRow(share, place + before, level));
            return;
        }
        price(share, claim, row.get(), place + before);
    }

    /**
     * Payments of this coverage period until the day, inclusive, for stays that are not among the facts; they count as
     * stays all the same.
     */
    private int paidOnly(int claim, int until) {
        int paid = 0;
        Payments payments = bench.facts.payments();
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            boolean counts = bench.isLooselyPaid(at)
                    && payments.clause(at) == bench.claims.clause(claim).number()
                    && payments.person(at) == person(claim)
                    && bench.covers.contains(bench.claims.cover(claim), payments.on(at))
                    && payments.on(at) <= until;
            paid += counts ? 1 : 0;
        }
        return paid;
    }

    /** No row is for so late a stay, or none is for so low a hospital. */
    private static Reason noRow(CostShare share, int ordinal, int hospitalLevel) {
        OptionalInt lowest = IntStream.rangeClosed(hospitalLevel + 1, 3)
                .filter(level -> share.row(ordinal, level).isPresent())
                .findFirst();
        return lowest.isPresent()
                ? new Reason.HospitalLevel(hospitalLevel, lowest.getAsInt())
                : new Reason.TimesReached(ordinal - 1);
    }

    private void price(CostShare share, int claim, ShareRow row, int ordinal) {
        int event = bench.claims.event(claim);
        long cost = bench.claims.costFen(claim);
        long deductible = row.deductible().fen();
        long above = Math.max(0, cost - deductible);
        long gives = row.share().of(above, share.rounding());
        boolean isRaised = gives > 0 && gives < share.minimum().fen();
        drafting.begin(claim);
        if (bench.trace.isOn()) {
            Trace trace = bench.trace;
            trace.say(new Step.Ordinal(ordinal));
            trace.say(new Step.Cost(share.base(), Optional.of(trace.name(event)), Money.ofFen(cost)));
            if (deductible > 0) {
                trace.say(new Step.Above(Money.ofFen(cost), row.deductible(), Money.ofFen(above)));
            }
            trace.say(new Step.Share(Money.ofFen(above), row.share(), share.rounding(), Money.ofFen(gives)));
            if (isRaised) {
                trace.say(new Step.AtLeast(share.minimum()));
            }
        }
        drafting.give(claim, isRaised ? share.minimum().fen() : gives, false);
    }
}
