package org.huzhu.adjudication;

import java.util.List;
import java.util.Optional;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Benefit.Band;
import org.huzhu.plan.CostField;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.YearlyShareRule;

/** Shares of what a member bore in a calendar year: one line for all events of the year, rounded once. */
final class Years {

    private static final int YEAR_BITS = 16;

    private final Bench bench;
    private final Drafting drafting;
    private long[] keys = new long[0];
    private long[] stayFen = new long[8];

    Years(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    void draft(Pricing.Yearly yearly, int[] claims, int count) {
        sort(claims, count);
        for (int from = 0, to = 0; from < count; from = to) {
            to = end(from, count);
            draft(yearly, claims, from, to);
        }
    }

    void draft(Pricing.Banded banded, int[] claims, int count) {
        sort(claims, count);
        for (int from = 0, to = 0; from < count; from = to) {
            to = end(from, count);
            draft(banded, claims, from, to);
        }
    }

    /** Stays by admission and then by id, so that the first stay is the first by any order of the input. */
    private void sort(int[] claims, int count) {
        keys = drafting.keys(count);
        for (int i = 0; i < count; i++) {
            long person = bench.facts.person(bench.claims.event(claims[i]));
            long year = Day.year(bench.claims.day(claims[i]));
            keys[i] = ((person << YEAR_BITS | year) << 32) | Drafting.ascending(began(claims[i]));
        }
        Drafting.sort(claims, keys, count);
    }

    /** The end of the claims that are of one person and year with the one at {@code from}. */
    private int end(int from, int count) {
        long group = keys[from] >> 32;
        int to = from + 1;
        while (to < count && keys[to] >> 32 == group) {
            to++;
        }
        return to;
    }

    private int began(int claim) {
        return isStay(claim) ? bench.facts.day(bench.claims.event(claim)) : bench.claims.day(claim);
    }

    private boolean isStay(int claim) {
        return bench.facts.isStay(bench.claims.event(claim));
    }

    private long cost(int claim, CostField field) {
        Bills bills = bench.facts.bills();
        return bills.fenOrZero(field, bench.facts.bill(bench.claims.event(claim)));
    }

    private void draft(Pricing.Yearly yearly, int[] claims, int from, int to) {
        YearlyShareRule rule = yearly.rule();
        long outpatient = 0;
        int stays = 0;
        stayFen = stayFen.length < to - from ? new long[(to - from) * 2] : stayFen;
        for (int i = from; i < to; i++) {
            if (isStay(claims[i])) {
                stayFen[stays++] = bench.claims.costFen(claims[i]);
            } else {
                outpatient = Math.addExact(outpatient, bench.claims.costFen(claims[i]));
            }
        }
        long above = rule.aboveDeductiblesFen(outpatient, stayFen, stays);
        long gives = rule.shareFen(above);
        if (gives == 0 && !bench.keepsNothings()) {
            return;
        }
        int last = last(claims, from, to);
        drafting.begin(last);
        if (bench.trace.isOn()) {
            say(yearly, claims, from, to, outpatient);
            bench.trace.say(new Step.Share(
                    Money.ofFen(above), yearly.share().share(), yearly.share().rounding(), Money.ofFen(gives)));
        }
        give(claims, from, to, last, gives);
    }

    private void say(Pricing.Yearly yearly, int[] claims, int from, int to, long outpatient) {
        CostField base = yearly.share().base();
        Trace trace = bench.trace;
        if (outpatient > 0) {
            trace.say(new Step.Cost(base, Optional.of("全年门诊"), Money.ofFen(outpatient)));
            trace.say(above(outpatient, yearly.share().outpatientDeductible()));
        }
        int ordinal = 0;
        for (int i = from; i < to; i++) {
            if (isStay(claims[i])) {
                long cost = bench.claims.costFen(claims[i]);
                Money deductible = Money.ofFen(yearly.rule().stayDeductibleFen(ordinal++));
                trace.say(new Step.Ordinal(ordinal));
                String name = trace.name(bench.claims.event(claims[i]));
                trace.say(new Step.Cost(base, Optional.of(name), Money.ofFen(cost)));
                trace.say(above(cost, deductible));
            }
        }
    }

    private static Step above(long cost, Money deductible) {
        Money above = Money.ofFen(Math.max(0, cost - deductible.fen()));
        return new Step.Above(Money.ofFen(cost), deductible, above);
    }

    private void draft(Pricing.Banded banded, int[] claims, int from, int to) {
        CostField base = banded.share().base();
        long sum = 0;
        long others = 0;
        for (int i = from; i < to; i++) {
            sum = Math.addExact(sum, bench.claims.costFen(claims[i]));
            for (int field = 0; field < banded.lessOthers().size(); field++) {
                others = Math.addExact(
                        others, cost(claims[i], banded.lessOthers().get(field)));
            }
        }
        int last = last(claims, from, to);
        drafting.begin(last);
        if (bench.trace.isOn()) {
            bench.trace.say(new Step.Cost(base, Optional.empty(), Money.ofFen(sum)));
        }
        long left = Math.max(0, sum - others);
        if (others > 0 && bench.trace.isOn()) {
            bench.trace.say(new Step.LessOthers(Money.ofFen(sum), Money.ofFen(others), Money.ofFen(left)));
        }
        long gives = inBands(banded, left);
        if (bench.trace.isOn()) {
            bench.trace.say(new Step.SumOfParts(banded.rounding(), Money.ofFen(gives)));
        }
        give(claims, from, to, last, gives);
    }

    /** The shares of the parts in the bands, added exactly and rounded once. */
    private long inBands(Pricing.Banded banded, long sum) {
        List<Band> bands = banded.share().bands();
        long whole = 0;
        long tenThousandths = 0;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            Optional<Money> upTo =
                    i + 1 < bands.size() ? Optional.of(bands.get(i + 1).above()) : Optional.empty();
            long top = upTo.isPresent() ? Math.min(sum, upTo.get().fen()) : sum;
            long part = top - band.above().fen();
            if (part > 0) {
                whole += part / Rate.WHOLE.basisPoints() * band.share().basisPoints();
                tenThousandths += part % Rate.WHOLE.basisPoints() * band.share().basisPoints();
                if (bench.trace.isOn()) {
                    bench.trace.say(new Step.InBand(band.above(), upTo, Money.ofFen(part), band.share()));
                }
            }
        }
        return Rate.rounded(whole, tenThousandths, banded.rounding());
    }

    /** The claim of the last day, of the last event on it. */
    private int last(int[] claims, int from, int to) {
        int last = claims[from];
        for (int i = from + 1; i < to; i++) {
            int by = Integer.compare(bench.claims.day(claims[i]), bench.claims.day(last));
            boolean isLater = by != 0 ? by > 0 : bench.claims.event(claims[i]) > bench.claims.event(last);
            last = isLater ? claims[i] : last;
        }
        return last;
    }

    private void give(int[] claims, int from, int to, int last, long gives) {
        for (int i = from; i < to; i++) {
            bench.drafts.pool(bench.claims.event(claims[i]));
        }
        drafting.giveForPooled(last, gives, 0, false);
    }
}
