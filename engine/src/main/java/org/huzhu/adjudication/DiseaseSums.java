package org.huzhu.adjudication;

import java.util.Arrays;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Payments;
import org.huzhu.columns.Words;
import org.huzhu.kernel.Money;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.TierAmounts;
import org.jspecify.annotations.Nullable;

/**
 * Sums by disease (疾病定额), one after the other by the day of the event, since one may exclude the next, or end the cover
 * of this coverage period.
 */
final class DiseaseSums {

    private final Bench bench;
    private final Drafting drafting;
    private int[] picked = new int[8];
    private int[] paid = new int[8];
    private int[] paidClaims = new int[8];
    private int paidCount;

    DiseaseSums(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    void draft() {
        paidCount = 0;
        int count = pick();
        if (count == 0) {
            return;
        }
        long[] keys = drafting.keys(count);
        for (int i = 0; i < count; i++) {
            // By day, then event; of one event, claims stand in the order of clauses as printed.
            keys[i] = ((long) bench.claims.day(picked[i]) << 32) | bench.claims.event(picked[i]);
        }
        Drafting.sort(picked, keys, count);
        for (int i = 0; i < count; i++) {
            int claim = picked[i];
            Pricing.Disease sum = (Pricing.Disease) bench.claims.clause(claim).pricing();
            Reason refusal = refusal(claim, sum);
            if (refusal != null) {
                drafting.refuse(claim, refusal);
            } else {
                draft(claim, sum);
            }
        }
    }

    private int pick() {
        int count = 0;
        for (int claim = 0; claim < bench.claims.size(); claim++) {
            if (bench.claims.clause(claim).isByDisease()) {
                if (count == picked.length) {
                    picked = Arrays.copyOf(picked, count * 2);
                }
                picked[count++] = claim;
            }
        }
        return count;
    }

    private @Nullable Reason refusal(int claim, Pricing.Disease sum) {
        int ended = ended(claim);
        if (ended != Day.NONE) {
            return new Reason.TermEnded(Day.date(ended));
        }
        int disease = bench.facts.diagnoses().disease(bench.facts.row(bench.claims.event(claim)));
        int listed = bench.claims.listed(claim) == Words.NONE ? disease : bench.claims.listed(claim);
        if (sum.sum().onceForLife() && isPaidBefore(claim, listed)) {
            return new Reason.PaidBefore(bench.word(listed));
        }
        return sum.timesMax() != Pricing.UNLIMITED && timesPaid(claim) >= sum.timesMax()
                ? new Reason.TimesReached(sum.timesMax())
                : null;
    }

    /** Whether the class of the list was paid, under its own name or under that of another list. */
    private boolean isPaidBefore(int claim, int listed) {
        Drafts drafts = bench.drafts;
        int person = bench.facts.person(bench.claims.event(claim));
        for (int i = 0; i < paidCount; i++) {
            int draft = paid[i];
            if (drafts.person(draft) == person
                    && drafts.firstEvent(draft) != bench.claims.event(claim)
                    && bench.rules.isSameDisease(drafts.listed(draft), listed)) {
                return true;
            }
        }
        Payments payments = bench.facts.payments();
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (bench.isLooselyPaid(at)
                    && payments.person(at) == person
                    && payments.disease(at) != Words.NONE
                    && bench.rules.isSameDisease(payments.disease(at), listed)) {
                return true;
            }
        }
        return false;
    }

    private long timesPaid(int claim) {
        long times = 0;
        ClauseRules clause = bench.claims.clause(claim);
        int cover = bench.claims.cover(claim);
        int person = bench.facts.person(bench.claims.event(claim));
        for (int i = 0; i < paidCount; i++) {
            boolean isSame = bench.claims.cover(paidClaims[i]) == cover
                    && bench.drafts.person(paid[i]) == person
                    && bench.drafts.clause(paid[i]).number() == clause.number();
            times += isSame ? 1 : 0;
        }
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            boolean isSame = bench.isLooselyPaid(at)
                    && bench.facts.payments().clause(at) == clause.number()
                    && bench.facts.payments().person(at) == person
                    && bench.covers.contains(cover, bench.facts.payments().on(at));
            times += isSame ? 1 : 0;
        }
        return times;
    }

    private void draft(int claim, Pricing.Disease sum) {
        drafting.begin(claim);
        int disease = bench.facts.diagnoses().disease(bench.facts.row(bench.claims.event(claim)));
        int listed = bench.claims.listed(claim);
        if (bench.trace.isOn() && listed != disease) {
            bench.trace.say(new Step.Listed(bench.word(disease), bench.word(listed)));
        }
        int full = bench.claims.fullUnits(claim) == 0 ? TierAmounts.NO_ROW : drafting.row(claim, sum.full());
        TierAmounts less = sum.reduced();
        int reduced =
                less == null || bench.claims.reducedUnits(claim) == 0 ? TierAmounts.NO_ROW : drafting.row(claim, less);
        if (full == TierAmounts.NO_ROW && reduced == TierAmounts.NO_ROW) {
            return;
        }
        long fen = full == TierAmounts.NO_ROW ? 0 : times(sum.full(), full, bench.claims.fullUnits(claim));
        boolean illustrative = full != TierAmounts.NO_ROW && sum.full().isIllustrative(full);
        if (less != null && reduced != TierAmounts.NO_ROW) {
            fen = Math.addExact(fen, times(less, reduced, bench.claims.reducedUnits(claim)));
            illustrative |= less.isIllustrative(reduced);
        }
        bench.drafts.pool(bench.claims.event(claim));
        drafting.giveForPooled(claim, fen, 0, illustrative);
        note(claim);
    }

    private long times(TierAmounts amounts, int row, int units) {
        long gives = Math.multiplyExact(amounts.fen(row), (long) units);
        if (bench.trace.isOn()) {
            bench.trace.say(new Step.PerUnit(Money.ofFen(amounts.fen(row)), units, Money.ofFen(gives)));
        }
        return gives;
    }

    private void note(int claim) {
        if (paidCount == paid.length) {
            paid = Arrays.copyOf(paid, paidCount * 2);
            paidClaims = Arrays.copyOf(paidClaims, paidCount * 2);
        }
        paid[paidCount] = bench.drafts.size() - 1;
        paidClaims[paidCount] = claim;
        paidCount++;
    }

    /** Whether the cover of the clause goes on on the day of the claim; refuses where it does not. */
    boolean goesOn(int claim) {
        if (paidCount == 0 && !bench.hasPayments()) {
            return true;
        }
        int ended = ended(claim);
        if (ended != Day.NONE) {
            drafting.refuse(claim, new Reason.TermEnded(Day.date(ended)));
        }
        return ended == Day.NONE;
    }

    /** The day on which the cover of the clause had ended, by another event that was paid, or {@link Day#NONE}. */
    private int ended(int claim) {
        Claims claims = bench.claims;
        FactColumns facts = bench.facts;
        int event = claims.event(claim);
        for (int i = 0; i < paidCount; i++) {
            int by = paidClaims[i];
            if (claims.cover(by) == claims.cover(claim)
                    && facts.person(claims.event(by)) == facts.person(event)
                    && claims.event(by) != event
                    && claims.day(by) <= claims.day(claim)
                    && ends(claims.clause(by), claims.clause(claim))) {
                return claims.day(by);
            }
        }
        return bench.hasPayments() ? endedByPayment(claim) : Day.NONE;
    }

    private int endedByPayment(int claim) {
        Payments payments = bench.facts.payments();
        ClauseRules clause = bench.claims.clause(claim);
        int person = bench.facts.person(bench.claims.event(claim));
        int earliest = Day.END;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (bench.isLooselyPaid(at)
                    && payments.person(at) == person
                    && bench.covers.contains(bench.claims.cover(claim), payments.on(at))
                    && payments.on(at) <= bench.claims.day(claim)
                    && endedBy(payments.clause(at), clause)) {
                earliest = Math.min(earliest, payments.on(at));
            }
        }
        return earliest == Day.END ? Day.NONE : earliest;
    }

    private boolean endedBy(int number, ClauseRules clause) {
        for (ClauseRules by : bench.version(clause).clauses()) {
            if (by.number() == number) {
                return ends(by, clause);
            }
        }
        return false;
    }

    private static boolean ends(ClauseRules by, ClauseRules clause) {
        return by.pricing() instanceof Pricing.Disease sum && (sum.ends() & clause.bit()) != 0;
    }
}
