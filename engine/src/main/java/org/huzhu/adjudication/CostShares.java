package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.StayOrder;

/** Shares of the cost of each stay (费用比例) of one clause within one coverage period. */
record CostShares(Drafting drafting) {

    List<Draft> drafts(CostShare share, List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        List<Claim> stays = claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> ordered(share, (Stay) claim.event()))
                        .thenComparing(claim -> claim.event().id()))
                .toList();
        for (int i = 0; i < stays.size(); i++) {
            draft(share, stays.get(i), i + 1).ifPresent(drafts::add);
        }
        return drafts;
    }

    private static LocalDate ordered(CostShare share, Stay stay) {
        return share.order() == StayOrder.FILING ? stay.filedOn().orElse(LocalDate.MAX) : stay.admittedOn();
    }

    private Optional<Draft> draft(CostShare share, Claim claim, int place) {
        Stay stay = (Stay) claim.event();
        if (share.order() == StayOrder.FILING && stay.filedOn().isEmpty()) {
            drafting.refuse(claim, new Reason.FactMissing("申报日"));
            return Optional.empty();
        }
        List<Payment> others = paidOnly(claim);
        long before = others.stream()
                .filter(payment ->
                        share.order() == StayOrder.FILING || !payment.on().isAfter(stay.admittedOn()))
                .count();
        int ordinal = Math.toIntExact(place + before);
        OptionalInt max = share.paymentsMax();
        if (max.isPresent() && place + others.size() > max.getAsInt()) {
            drafting.refuse(claim, new Reason.TimesReached(max.getAsInt()));
            return Optional.empty();
        }
        Optional<ShareRow> row = share.row(ordinal, stay.hospitalLevel());
        if (row.isEmpty()) {
            drafting.refuse(claim, noRow(share, ordinal, stay.hospitalLevel()));
            return Optional.empty();
        }
        Money cost = stay.costs().of(share.base()).orElseThrow();
        return Optional.of(priced(share, claim, row.get(), ordinal, cost));
    }

    /** Payments of this coverage period for stays that are not among the facts; they count as stays all the same. */
    private List<Payment> paidOnly(Claim claim) {
        return drafting.facts().payments().stream()
                .filter(payment -> payment.event().isEmpty() && payment.amount().isPositive())
                .filter(payment -> payment.plan().equals(claim.plan().id().plan())
                        && payment.clause().equals(claim.clause().number())
                        && payment.person().equals(claim.event().person())
                        && claim.cover().span().contains(payment.on()))
                .toList();
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

    private Draft priced(CostShare share, Claim claim, ShareRow row, int ordinal, Money cost) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Ordinal(ordinal));
        steps.add(new Step.Cost(share.base(), Optional.of(claim.event().id()), cost));
        Money above = cost.minus(row.deductible()).atLeast(Money.ZERO);
        if (row.deductible().isPositive()) {
            steps.add(new Step.Above(cost, row.deductible(), above));
        }
        Money gives = above.at(row.share(), share.rounding());
        steps.add(new Step.Share(above, row.share(), share.rounding(), gives));
        if (gives.isPositive() && gives.compareTo(share.minimum()) < 0) {
            gives = share.minimum();
            steps.add(new Step.AtLeast(gives));
        }
        return drafting.draft(claim, gives, 0, steps, false);
    }
}
