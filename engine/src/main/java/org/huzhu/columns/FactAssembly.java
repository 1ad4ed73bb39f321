package org.huzhu.columns;

import java.util.Arrays;
import java.util.Set;
import org.huzhu.plan.CostField;

/**
 * Puts {@link FactColumns} together from whole columns, as a store keeps them, without a step for each row.
 *
 * <p>The order: {@link #count} all kinds of events, then {@link #place} them, then everything else. Columns that are
 * handed in become columns of the facts and must not be changed any more; rows of members stand in the order of the
 * members. Where a column has rows that do not fit, the first of them is the answer, else {@link #FITS}.
 */
public final class FactAssembly {

    /** The answer where all rows fit. */
    public static final int FITS = -1;

    private static final int NOT_PLACED = -1;

    private final FactColumns facts;
    private final int[] eventEnds;
    private int[] what = {};
    private int[] day = {};
    private int[] row = {};
    private int visits;
    private boolean isPlacing;

    /** Starts with no events of so many members; {@code keptParts} are the parts of bills that are handed in. */
    public FactAssembly(int members, Set<CostField> keptParts) {
        facts = new FactColumns(new Bills(keptParts));
        eventEnds = new int[members];
        facts.eventEnds.take(eventEnds);
        facts.termEnds.take(new int[members]);
        facts.paymentEnds.take(new int[members]);
    }

    /** Counts events of one kind; no event has been placed yet. */
    public int count(EventRows events) {
        return count(events.member, events.rows, eventEnds);
    }

    private static int count(int[] member, int rows, int[] counts) {
        int before = 0;
        for (int i = 0; i < rows; i++) {
            int now = member[i];
            if (now < before || now >= counts.length) {
                return i;
            }
            counts[now]++;
            before = now;
        }
        return FITS;
    }

    private static int sumUp(int[] counts) {
        int end = 0;
        for (int member = 0; member < counts.length; member++) {
            end += counts[member];
            counts[member] = end;
        }
        return end;
    }

    /** Puts events where they belong among all events of their members. */
    public int place(EventKind kind, EventRows events) {
        beginToPlace();
        visits = kind == EventKind.VISIT ? events.rows : visits;
        boolean hasRows = kind != EventKind.MATURITY;
        int member = -1;
        int from = 0;
        int to = 0;
        for (int i = 0; i < events.rows; i++) {
            if (events.member[i] != member) {
                member = events.member[i];
                from = facts.eventsFrom(member);
                to = facts.eventsTo(member);
            }
            int rank = events.rank[i];
            if (rank < 0 || rank >= to - from || what[from + rank] != NOT_PLACED) {
                return i;
            }
            int person = events.person[i];
            int circumstances = events.circumstances[i];
            if (!FactColumns.fits(person, circumstances)) {
                return i;
            }
            what[from + rank] = FactColumns.what(kind, person, circumstances);
            day[from + rank] = events.day[i];
            row[from + rank] = hasRows ? i : -1;
        }
        return FITS;
    }

    private void beginToPlace() {
        if (isPlacing) {
            return;
        }
        isPlacing = true;
        int events = sumUp(eventEnds);
        what = new int[events];
        Arrays.fill(what, NOT_PLACED);
        day = new int[events];
        row = new int[events];
        facts.what.take(what);
        facts.day.take(day);
        facts.row.take(row);
    }

    /** A part of the bills of all visits, and of all stays after them. */
    public void bills(CostField field, long[] fen) {
        facts.bills.take(field, fen);
    }

    /** What the members bore of the bills of all visits, and of all stays after them. */
    public void born(long[] fen) {
        facts.bills.takeBorn(fen);
    }

    /** Whose coverage periods there are; they are ordered and joined as {@link Terms} has them. */
    public int termsOf(int[] member, int rows) {
        int[] ends = new int[facts.members()];
        int odd = count(member, rows, ends);
        sumUp(ends);
        facts.termEnds.take(ends);
        return odd;
    }

    /** All coverage periods; numbers as in {@link Terms}. */
    public void terms(
            int[] plan, int[] office, int[] from, int[] until, int[] units, int[] tier, long[] contributionFen) {
        facts.terms.plan.take(plan);
        facts.terms.office.take(office);
        facts.terms.from.take(from);
        facts.terms.until.take(until);
        facts.terms.units.take(units);
        facts.terms.tier.take(tier);
        facts.terms.contribution.take(contributionFen);
    }

    /** Whose payments there are, and the ranks of the events that were paid, which become their numbers. */
    public int paymentsOf(int[] member, int rows, int[] event) {
        int[] ends = new int[facts.members()];
        int odd = count(member, rows, ends);
        sumUp(ends);
        facts.paymentEnds.take(ends);
        facts.payments.event.take(event);
        return odd != FITS ? odd : number(member, event, FactColumns.NO_EVENT);
    }

    /** All payments; numbers as in {@link Payments}. */
    public void payments(
            int[] plan,
            int[] clause,
            int[] on,
            int[] person,
            int[] disease,
            int[] address,
            int[] days,
            long[] amountFen) {
        facts.payments.plan.take(plan);
        facts.payments.clause.take(clause);
        facts.payments.on.take(on);
        facts.payments.person.take(person);
        facts.payments.disease.take(disease);
        facts.payments.address.take(address);
        facts.payments.days.take(days);
        facts.payments.amount.take(amountFen);
    }

    /** The ranks of the stays before, by transfer, of stays of these members; they become the numbers of the events. */
    public int transfers(int[] member, int[] before) {
        facts.stays.before.take(before);
        return number(member, before, FactColumns.NO_EVENT);
    }

    /** All stays but their transfers; numbers as in {@link Stays}. */
    public void stays(
            int[] discharged, int[] level, int[] cause, int[] accidentOn, int[] icd, int[] filed, int[] settled) {
        facts.stays.discharged.take(discharged);
        facts.stays.level.take(level);
        facts.stays.cause.take(cause);
        facts.stays.accidentOn.take(accidentOn);
        facts.stays.icd.take(icd);
        facts.stays.filed.take(filed);
        facts.stays.settled.take(settled);
    }

    /** All diagnoses; numbers as in {@link Diagnoses}. */
    public void diagnoses(int[] disease, int[] pathologyOn, int[] admittedOn, int[] firstOn) {
        facts.diagnoses.disease.take(disease);
        facts.diagnoses.pathology.take(pathologyOn);
        facts.diagnoses.admitted.take(admittedOn);
        facts.diagnoses.first.take(firstOn);
    }

    /** All accidents; numbers as in {@link FactBuilder.Harm}. */
    public void accidents(long[] grades, int[] prior, int[] assessedOn, int[] rest, int[] care, int[] injuries) {
        facts.accidents.grades.take(grades);
        facts.accidents.prior.take(prior);
        facts.accidents.assessed.take(assessedOn);
        facts.accidents.rest.take(rest);
        facts.accidents.care.take(care);
        facts.accidents.injuries.take(injuries);
    }

    /**
     * All deaths of these members; {@code accident} has ranks, which become the numbers of the events, and numbers
     * below {@link FactColumns#NO_EVENT} for accidents that are not among the facts.
     */
    public int deaths(int[] member, int[] cause, int[] accidentOn, int[] accident) {
        facts.deaths.cause.take(cause);
        facts.deaths.accidentOn.take(accidentOn);
        facts.deaths.accident.take(accident);
        return number(member, accident, Integer.MIN_VALUE);
    }

    /** All losses; numbers as in {@link Losses}. */
    public void losses(int[] cause, long[] amountFen, int[] address) {
        facts.losses.cause.take(cause);
        facts.losses.amount.take(amountFen);
        facts.losses.address.take(address);
    }

    private int number(int[] member, int[] rank, int lowest) {
        for (int i = 0; i < rank.length; i++) {
            if (rank[i] < 0) {
                if (rank[i] < lowest) {
                    return i;
                }
                continue;
            }
            int from = facts.eventsFrom(member[i]);
            if (rank[i] >= facts.eventsTo(member[i]) - from) {
                return i;
            }
            rank[i] += from;
        }
        return FITS;
    }

    /** The facts. Nothing may be handed in any more. */
    public FactColumns build() {
        beginToPlace();
        int stays = facts.stays.level.size();
        int[] bill = new int[stays];
        Arrays.setAll(bill, stay -> visits + stay);
        facts.stays.bill.take(bill);
        facts.stays.key.take(new int[stays]);
        facts.deaths.key.take(new int[facts.deaths.cause.size()]);
        EventKeys keys = new EventKeys(facts);
        for (int member = 0; member < facts.members(); member++) {
            keys.find(facts.eventsFrom(member), facts.eventsTo(member));
        }
        return facts;
    }
}
