package org.huzhu.adjudication;

import java.util.Arrays;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Payments;
import org.huzhu.plan.Scope;
import org.huzhu.rules.ClauseRules;

/**
 * What clauses give: lines in the making. Amounts and days shrink as what binds clauses together is applied; all else
 * stays as it was drafted.
 */
final class Drafts {

    private static final int YEAR_BITS = 14;

    private int size;
    private int pooled;
    private ClauseRules[] clause = new ClauseRules[8];
    private int[] term = new int[8];
    private int[] coverFrom = new int[8];
    private int[] coverUntil = new int[8];
    private int[] day = new int[8];
    private int[] year = new int[8];
    private int[] person = new int[8];
    private int[] key = new int[8];
    private int[] listed = new int[8];
    private int[] eventsEnd = new int[8];
    private boolean[] isYearly = new boolean[8];
    private boolean[] isIllustrative = new boolean[8];
    private long[] amount = new long[8];
    private int[] days = new int[8];
    private int[] pool = new int[16];

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        pooled = 0;
    }

    ClauseRules clause(int draft) {
        return clause[draft];
    }

    /** The coverage period that pays. */
    int term(int draft) {
        return term[draft];
    }

    /** The day that counts for year and order. */
    int day(int draft) {
        return day[draft];
    }

    int year(int draft) {
        return year[draft];
    }

    int person(int draft) {
        return person[draft];
    }

    /** Tells which event it is, the same for events that hang together; see {@link FactColumns#key}. */
    int key(int draft) {
        return key[draft];
    }

    /** The class of the list, for sums by disease. */
    int listed(int draft) {
        return listed[draft];
    }

    long amountFen(int draft) {
        return amount[draft];
    }

    int days(int draft) {
        return days[draft];
    }

    boolean isIllustrative(int draft) {
        return isIllustrative[draft];
    }

    void illustrate(int draft) {
        isIllustrative[draft] = true;
    }

    /** Sets what it gives; what gives nothing pays for no days. */
    void give(int draft, long fen, int paidDays) {
        amount[draft] = fen;
        days[draft] = paidDays;
    }

    int eventsFrom(int draft) {
        return draft == 0 ? 0 : eventsEnd[draft - 1];
    }

    int eventsTo(int draft) {
        return eventsEnd[draft];
    }

    /** An event, by its place from {@link #eventsFrom} to {@link #eventsTo}. */
    int event(int place) {
        return pool[place];
    }

    int firstEvent(int draft) {
        return pool[eventsFrom(draft)];
    }

    boolean hasEvent(int draft, int event) {
        for (int place = eventsFrom(draft); place < eventsTo(draft); place++) {
            if (pool[place] == event) {
                return true;
            }
        }
        return false;
    }

    /** One event more of the draft that is added next. */
    void pool(int event) {
        if (pooled == pool.length) {
            pool = Arrays.copyOf(pool, pooled * 2);
        }
        pool[pooled++] = event;
    }

    /** Adds a draft for the claim and the events that were pooled for it. */
    int add(Bench bench, int claim, long fen, int paidDays) {
        if (size == clause.length) {
            grow(size * 2);
        }
        Claims claims = bench.claims;
        int cover = claims.cover(claim);
        int event = claims.event(claim);
        clause[size] = claims.clause(claim);
        term[size] = bench.covers.term(cover);
        coverFrom[size] = bench.covers.from(cover);
        coverUntil[size] = bench.covers.until(cover);
        day[size] = claims.day(claim);
        year[size] = Day.year(day[size]);
        person[size] = bench.facts.person(event);
        listed[size] = claims.listed(claim);
        eventsEnd[size] = pooled;
        isYearly[size] = clause[size].isYearly();
        isIllustrative[size] = false;
        // A year is an event of its own, below all events and all accidents that are not among the facts.
        key[size] = isYearly[size]
                ? Integer.MIN_VALUE + (bench.plan.place() << YEAR_BITS) + year[size]
                : bench.facts.key(event);
        amount[size] = fen;
        days[size] = paidDays;
        return size++;
    }

    private void grow(int rows) {
        clause = Arrays.copyOf(clause, rows);
        term = Arrays.copyOf(term, rows);
        coverFrom = Arrays.copyOf(coverFrom, rows);
        coverUntil = Arrays.copyOf(coverUntil, rows);
        day = Arrays.copyOf(day, rows);
        year = Arrays.copyOf(year, rows);
        person = Arrays.copyOf(person, rows);
        key = Arrays.copyOf(key, rows);
        listed = Arrays.copyOf(listed, rows);
        eventsEnd = Arrays.copyOf(eventsEnd, rows);
        isYearly = Arrays.copyOf(isYearly, rows);
        isIllustrative = Arrays.copyOf(isIllustrative, rows);
        amount = Arrays.copyOf(amount, rows);
        days = Arrays.copyOf(days, rows);
    }

    /** The order in which drafts use up what is limited: by day, then event, then plan, then clause as printed. */
    int compare(int one, int other) {
        int by = Integer.compare(day[one], day[other]);
        by = by != 0 ? by : Integer.compare(firstEvent(one), firstEvent(other));
        by = by != 0 ? by : Integer.compare(clause[one].plan(), clause[other].plan());
        by = by != 0 ? by : Integer.compare(clause[one].place(), clause[other].place());
        return by != 0 ? by : Integer.compare(one, other);
    }

    /** Fills the places of {@code order} with the drafts from {@code from} to {@code to}, in order. */
    int[] ordered(int from, int to, int[] order) {
        int[] sorted = order.length < to - from ? new int[(to - from) * 2] : order;
        for (int draft = from; draft < to; draft++) {
            int at = draft - from;
            while (at > 0 && compare(draft, sorted[at - 1]) < 0) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = draft;
        }
        return sorted;
    }

    /** Whether both count within the same event, coverage period, year or life of the same person. */
    boolean meets(int one, int other, Scope scope) {
        return person[one] == person[other]
                && switch (scope) {
                    case EVENT -> key[one] == key[other];
                    case TERM -> term[one] == term[other];
                    case YEAR -> year[one] == year[other];
                    case LIFE -> true;
                };
    }

    /**
     * Whether a payment under the plan of the draft, for an event that is not among the facts, counts within the same
     * scope.
     */
    boolean meetsPayment(int draft, Payments payments, int payment, Scope scope) {
        int on = payments.on(payment);
        return payments.person(payment) == person[draft]
                && switch (scope) {
                    case EVENT -> false;
                    case TERM -> coverHolds(draft, on);
                    case YEAR -> Day.year(on) == year[draft];
                    case LIFE -> true;
                };
    }

    /** Whether the cover that pays holds the day. */
    boolean coverHolds(int draft, int on) {
        return coverFrom[draft] <= on && on < coverUntil[draft];
    }

    /** Whether the payment, under the plan of the draft, is for this very draft. */
    boolean isPaidBy(int draft, Payments payments, int payment) {
        if (payments.clause(payment) != clause[draft].number() || payments.person(payment) != person[draft]) {
            return false;
        }
        return isYearly[draft]
                ? Day.year(payments.on(payment)) == year[draft]
                : !payments.isLoose(payment) && hasEvent(draft, payments.event(payment));
    }
}
