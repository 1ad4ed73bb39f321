package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event.Stay;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.ShareRow;
import org.huzhu.plan.Benefit.StayOrder;

/** Shares of the cost of each stay (费用比例) of one clause within one coverage period. */
record CostShares(Drafting drafting) {

    List<Draft> drafts(CostShare share, List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        List<Claim> stays = claims.stream()
                .filter(claim -> claim.fullUnits() > 0)
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

    private Optional<Draft> draft(CostShare share, Claim claim, int ordinal) {
        Stay stay = (Stay) claim.event();
        if (share.order() == StayOrder.FILING && stay.filedOn().isEmpty()) {
            drafting.refuse(claim, new Reason.FactMissing("申报日"));
            return Optional.empty();
        }
        if (share.paymentsMax().isPresent() && ordinal > share.paymentsMax().getAsInt()) {
            drafting.refuse(claim, new Reason.TimesReached(share.paymentsMax().getAsInt()));
            return Optional.empty();
        }
        Optional<ShareRow> row = share.row(ordinal, stay.hospitalLevel());
        if (row.isEmpty()) {
            drafting.refuse(claim, new Reason.TimesReached(ordinal - 1));
            return Optional.empty();
        }
        Money cost = stay.costs().of(share.base()).orElseThrow();
        return Optional.of(priced(share, claim, row.get(), ordinal, cost));
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
