package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Library;
import org.huzhu.plan.Waiting.Treatment;

/** Sums by disease (疾病定额), one after the other by the day of the event, since one may end or exclude the next. */
record DiseaseSums(Library library, Case facts, Drafting drafting, Endings endings) {

    private static final Comparator<Claim> IN_ORDER = Comparator.comparing(Claim::day)
            .thenComparing(claim -> claim.event().id())
            .thenComparingInt(claim -> claim.plan().clauses().indexOf(claim.clause()));

    List<Draft> drafts(List<Claim> claims) {
        List<Draft> drafts = new ArrayList<>();
        for (Claim claim : claims.stream().sorted(IN_ORDER).toList()) {
            DiseaseSum sum = (DiseaseSum) claim.clause().benefit();
            Optional<Reason> refusal = refusal(claim, sum, drafts);
            if (refusal.isPresent()) {
                drafting.refuse(claim, refusal.get());
                continue;
            }
            draft(claim, sum).ifPresent(draft -> {
                drafts.add(draft);
                endings.paid(claim);
            });
        }
        return drafts;
    }

    private Optional<Reason> refusal(Claim claim, DiseaseSum sum, List<Draft> drafts) {
        Optional<LocalDate> ended = endings.ended(claim);
        if (ended.isPresent()) {
            return Optional.of(new Reason.TermEnded(ended.get()));
        }
        String disease = ((Diagnosis) claim.event()).disease();
        if (sum.onceForLife() && paidBefore(claim, claim.listed().orElse(disease), drafts)) {
            return Optional.of(new Reason.PaidBefore(claim.listed().orElse(disease)));
        }
        if (sum.timesPerTerm().isPresent()) {
            int times = sum.timesPerTerm().getAsInt();
            return timesPaid(claim, drafts) < times ? Optional.empty() : Optional.of(new Reason.TimesReached(times));
        }
        return Optional.empty();
    }

    /** Whether the class of the list was paid, under its own name or under that of another list. */
    private boolean paidBefore(Claim claim, String listed, List<Draft> drafts) {
        boolean among = drafts.stream()
                .filter(draft -> draft.person().equals(claim.event().person()))
                .filter(draft -> !draft.hasEvent(claim.event().id()))
                .flatMap(draft -> draft.listed().stream())
                .anyMatch(paid -> library.dictionary().sameDisease(paid, listed));
        return among
                || facts.payments().stream()
                        .filter(payment ->
                                payment.event().isEmpty() && payment.amount().isPositive())
                        .filter(payment ->
                                payment.plan().equals(claim.plan().id().plan()))
                        .filter(payment -> payment.person().equals(claim.event().person()))
                        .flatMap(payment -> payment.disease().stream())
                        .anyMatch(paid -> library.dictionary().sameDisease(paid, listed));
    }

    private long timesPaid(Claim claim, List<Draft> drafts) {
        long among = drafts.stream()
                .filter(draft -> draft.cover().equals(claim.cover())
                        && draft.person().equals(claim.event().person())
                        && draft.isOf(claim.plan().id().plan(), claim.clause().number()))
                .count();
        long before = facts.payments().stream()
                .filter(payment -> payment.event().isEmpty() && payment.amount().isPositive())
                .filter(payment -> payment.plan().equals(claim.plan().id().plan())
                        && payment.clause().equals(claim.clause().number())
                        && payment.person().equals(claim.event().person())
                        && claim.cover().span().contains(payment.on()))
                .count();
        return among + before;
    }

    private Optional<Draft> draft(Claim claim, DiseaseSum sum) {
        List<Step> steps = new ArrayList<>();
        String disease = ((Diagnosis) claim.event()).disease();
        claim.listed()
                .filter(listed -> !listed.equals(disease))
                .ifPresent(listed -> steps.add(new Step.Listed(disease, listed)));
        Money amount = Money.ZERO;
        boolean illustrative = false;
        boolean paying = false;
        for (Claim.Zone zone : claim.zones()) {
            Amounts amounts = zone.treatment() == Treatment.FULL
                    ? sum.full()
                    : sum.reduced().orElseThrow();
            for (Amounts.Row row : drafting.row(claim, amounts)) {
                Money gives = row.amount().times(zone.units());
                steps.add(new Step.PerUnit(row.amount(), zone.units(), gives));
                amount = amount.plus(gives);
                illustrative |= row.illustrative();
                paying = true;
            }
        }
        if (!paying) {
            return Optional.empty();
        }
        return Optional.of(drafting.draft(claim, amount, 0, steps, illustrative));
    }
}
