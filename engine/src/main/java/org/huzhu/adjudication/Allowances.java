package org.huzhu.adjudication;

import java.util.Arrays;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.StayChain;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.TierAmounts;

/** Sums by the day (日津贴) of one clause. Stays that transfers join are paid together; {@link Caps} limits the days. */
final class Allowances {

    private final Bench bench;
    private final Drafting drafting;
    private int[] starts = new int[8];
    private int all;
    private int unpaid;
    private int counted;

    Allowances(Bench bench, Drafting drafting) {
        this.bench = bench;
        this.drafting = drafting;
    }

    void draft(Pricing.Allowance allowance, int[] claims, int count) {
        long[] keys = drafting.keys(count);
        for (int i = 0; i < count; i++) {
            keys[i] = drafting.key(claims[i], began(claims[i]));
        }
        Drafting.sort(claims, keys, count);
        starts = starts.length < count ? Arrays.copyOf(starts, count * 2) : starts;
        for (int i = 0; i < count; i++) {
            starts[i] = start(allowance.daily(), bench.claims.event(claims[i]));
        }
        for (int i = 0; i < count; i++) {
            if (isFirst(claims, i)) {
                draft(allowance, claims, i, count);
            }
        }
    }

    private int person(int claim) {
        return bench.facts.person(bench.claims.event(claim));
    }

    private int began(int claim) {
        int event = bench.claims.event(claim);
        return bench.facts.isStay(event) ? bench.facts.day(event) : bench.claims.day(claim);
    }

    private boolean isOfOneEpisode(int[] claims, int one, int other) {
        return starts[one] == starts[other]
                && bench.claims.cover(claims[one]) == bench.claims.cover(claims[other])
                && person(claims[one]) == person(claims[other]);
    }

    private boolean isFirst(int[] claims, int i) {
        for (int before = 0; before < i; before++) {
            if (isOfOneEpisode(claims, before, i)) {
                return false;
            }
        }
        return true;
    }

    /** The stay that this one goes on from, if transfers join them in hospitals of the level; else the event itself. */
    private int start(DailyAllowance daily, int event) {
        int first = event;
        int before = bench.facts.isStay(event) ? before(daily, event) : FactColumns.NO_EVENT;
        while (before != FactColumns.NO_EVENT && before != event) {
            first = before;
            before = before(daily, before);
        }
        return before == event ? event : first;
    }

    private int before(DailyAllowance daily, int event) {
        int before = StayChain.before(bench.facts, event, daily.transferHoursMax());
        boolean counts = before != FactColumns.NO_EVENT
                && bench.facts.stays().hospitalLevel(bench.facts.row(before)) >= daily.hospitalLevelMin();
        return counts ? before : FactColumns.NO_EVENT;
    }

    private void draft(Pricing.Allowance allowance, int[] claims, int first, int count) {
        int claim = claims[first];
        int row = drafting.row(claim, allowance.perDay());
        if (row == TierAmounts.NO_ROW) {
            return;
        }
        all = 0;
        unpaid = 0;
        counted = 0;
        for (int i = first; i < count; i++) {
            if (isOfOneEpisode(claims, first, i)) {
                count(allowance.daily(), bench.claims.cover(claim), bench.claims.event(claims[i]));
                bench.drafts.pool(bench.claims.event(claims[i]));
            }
        }
        int units = bench.claims.fullUnits(claim);
        long perDay = allowance.perDay().fen(row);
        long fen = Math.multiplyExact(perDay, Math.multiplyExact((long) counted, units));
        drafting.begin(claim);
        if (bench.trace.isOn()) {
            bench.trace.say(new Step.DaysCounted(all, unpaid, counted));
            bench.trace.say(new Step.PerDay(Money.ofFen(perDay), counted, units, Money.ofFen(fen)));
        }
        drafting.giveForPooled(claim, fen, counted, allowance.perDay().isIllustrative(row));
    }

    private void count(DailyAllowance daily, int cover, int event) {
        int days = days(daily.days(), event);
        int skipped = Math.min(days, unpaidLeft(daily, event));
        all = Math.addExact(all, days);
        unpaid = Math.addExact(unpaid, skipped);
        boolean isStay = bench.facts.isStay(event);
        int counts = isStay && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM
                ? inside(cover, bench.facts.day(event) + skipped, days - skipped)
                : days - skipped;
        counted = Math.addExact(counted, counts);
    }

    private int days(DayKind kind, int event) {
        int row = bench.facts.row(event);
        return switch (kind) {
            case HOSPITAL -> stayed(event);
            case REST -> bench.facts.accidents().restDays(row);
            case CARE -> bench.facts.accidents().careDays(row);
        };
    }

    /** Discharge minus admission; a stay of one day is one day (算头不算尾). */
    private int stayed(int event) {
        int discharged = bench.facts.stays().dischargedOn(bench.facts.row(event));
        return Math.max(1, discharged - bench.facts.day(event));
    }

    /** The unpaid days that the stays before, which this one goes on from, have not used up. */
    private int unpaidLeft(DailyAllowance daily, int event) {
        int left = daily.daysUnpaid();
        if (!bench.facts.isStay(event) || start(daily, event) == event) {
            return left;
        }
        int before = before(daily, event);
        while (before != FactColumns.NO_EVENT) {
            left = Math.max(0, left - stayed(before));
            before = before(daily, before);
        }
        return left;
    }

    private int inside(int cover, int from, int days) {
        int first = Math.max(from, bench.covers.from(cover));
        int end = Math.min(from + days, bench.covers.until(cover));
        return Math.max(0, end - first);
    }
}
