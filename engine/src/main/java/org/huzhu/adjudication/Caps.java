package org.huzhu.adjudication;

import java.math.RoundingMode;
import java.util.List;
import org.huzhu.columns.Payments;
import org.huzhu.kernel.Money;
import org.huzhu.rules.CapRules;
import org.huzhu.rules.TierAmounts;

/** What limits clauses of the plan at hand, alone or together (限额). */
final class Caps {

    private final Bench bench;
    private int[] order = new int[0];
    private int count;

    Caps(Bench bench) {
        this.bench = bench;
    }

    /**
     * Applies the caps to the leading drafts, which use them up in their order; what was paid for events that are not
     * among the facts uses them first.
     *
     * @param alone whether only the caps are applied that bind one clause alone
     */
    void cap(int[] drafts, int size, boolean alone) {
        order = drafts;
        count = size;
        for (int at = 0; at < size; at++) {
            List<CapRules> caps = bench.drafts.clause(drafts[at]).caps();
            for (int c = 0; c < caps.size(); c++) {
                if (!alone || caps.get(c).isAlone()) {
                    cap(at, caps.get(c));
                }
            }
        }
    }

    private void cap(int at, CapRules cap) {
        TierAmounts max = cap.max();
        if (max == null) {
            capDays(at, cap);
            return;
        }
        int row = max.row(bench.facts.terms().tier(bench.drafts.term(order[at])));
        if (row != TierAmounts.NO_ROW) {
            capMoney(at, cap, max, row);
        }
    }

    private void capDays(int at, CapRules cap) {
        Drafts drafts = bench.drafts;
        int draft = order[at];
        long used = bench.hasPayments() ? paid(draft, cap, true) : 0;
        for (int before = 0; before < at; before++) {
            used += uses(draft, order[before], cap) ? drafts.days(order[before]) : 0;
        }
        int left = Math.clamp(cap.daysMax() - used, 0, cap.daysMax());
        if (drafts.days(draft) > left) {
            long gives = Money.ofFen(drafts.amountFen(draft))
                    .proportion(left, drafts.days(draft), RoundingMode.HALF_UP)
                    .fen();
            Step why = new Step.DaysLeft(cap.per(), cap.daysMax(), left, left);
            bench.trace.sayOfDays(draft, left, why, gives);
            drafts.give(draft, gives, left);
        }
    }

    private void capMoney(int at, CapRules cap, TierAmounts max, int row) {
        Drafts drafts = bench.drafts;
        int draft = order[at];
        long used = bench.hasPayments() ? paid(draft, cap, false) : 0;
        for (int before = 0; before < at; before++) {
            if (uses(draft, order[before], cap)) {
                used = Math.addExact(used, drafts.amountFen(order[before]));
            }
        }
        long left = Math.max(0, max.fen(row) - used);
        if (drafts.amountFen(draft) <= left) {
            return;
        }
        if (bench.trace.isOn()) {
            Money gives = Money.ofFen(left);
            bench.trace.say(
                    draft, new Step.Capped(cap.cap().number(), cap.per(), Money.ofFen(max.fen(row)), gives, gives));
            if (max.isIllustrative(row)) {
                drafts.illustrate(draft);
            }
        }
        drafts.give(draft, left, left > 0 ? drafts.days(draft) : 0);
    }

    /** Whether a draft that stands before has used the cap already. */
    private boolean uses(int draft, int before, CapRules cap) {
        return cap.binds(bench.drafts.clause(before).bit()) && bench.drafts.meets(draft, before, cap.per());
    }

    /** The days, or the fen, by which payments for events that are not among the facts have used the cap. */
    private long paid(int draft, CapRules cap, boolean days) {
        Payments payments = bench.facts.payments();
        long used = 0;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (payments.isLoose(at)
                    && payments.plan(at) == bench.plan.word()
                    && cap.binds(bench.plan.bit(payments.clause(at)))
                    && bench.drafts.meetsPayment(draft, payments, at, cap.per())
                    && !isForAny(at)) {
                used = Math.addExact(used, days ? payments.days(at) : payments.amountFen(at));
            }
        }
        return used;
    }

    /** Whether the payment is for one of the drafts, so that it is not held against another. */
    private boolean isForAny(int payment) {
        for (int i = 0; i < count; i++) {
            if (bench.drafts.isPaidBy(order[i], bench.facts.payments(), payment)) {
                return true;
            }
        }
        return false;
    }
}
