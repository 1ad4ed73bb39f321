package org.huzhu.columns;

import java.util.EnumSet;
import java.util.Set;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/**
 * Fills {@link FactColumns}, member by member: {@link #member} first, then the member's coverage periods, payments and
 * events. Events are handed in in the order of their ids; where one names another, it does so by the place of that
 * other among the member's events, from 0.
 */
public final class FactBuilder {

    /** All parts of bills. */
    public static final Set<CostField> ALL_PARTS = EnumSet.allOf(CostField.class);

    private final FactColumns facts;
    private final TermOrder order;
    private final EventKeys keys;
    private boolean isBegun;

    /**
     * Starts with no member.
     *
     * @param words what the numbers of words in the facts mean
     * @param keptParts the parts of bills that are kept; what the member bore of each bill is kept in any case
     */
    public FactBuilder(Words words, Set<CostField> keptParts) {
        facts = new FactColumns(new Bills(keptParts));
        order = new TermOrder(facts.terms, words);
        keys = new EventKeys(facts);
    }

    /** Begins the next member. */
    public void member() {
        end();
        isBegun = true;
    }

    private void end() {
        if (isBegun) {
            order.put(facts.termEnds.size() == 0 ? 0 : facts.termEnds.get(facts.termEnds.size() - 1));
            facts.termEnds.add(facts.terms.plan.size());
            facts.paymentEnds.add(facts.payments.plan.size());
            keys.find(firstEvent(), facts.what.size());
            facts.eventEnds.add(facts.what.size());
        }
    }

    private int firstEvent() {
        return facts.eventEnds.size() == 0 ? 0 : facts.eventEnds.get(facts.eventEnds.size() - 1);
    }

    /** The facts. Nothing may be added any more. */
    public FactColumns build() {
        end();
        isBegun = false;
        facts.bills.trim();
        facts.what.trim();
        facts.day.trim();
        facts.row.trim();
        return facts;
    }

    /** Adds a coverage period; numbers as in {@link Terms}. */
    public void term(int plan, int office, int from, int until, int units, int tier, long contributionFen) {
        facts.terms.plan.add(plan);
        facts.terms.office.add(office);
        facts.terms.from.add(from);
        facts.terms.until.add(until);
        facts.terms.units.add(units);
        facts.terms.tier.add(tier);
        facts.terms.contribution.add(contributionFen);
    }

    /** What a payment was for: an event by its place, a disease, a home, days; each may be none. */
    public record PaidFor(int event, int disease, int address, int days) {}

    /** Adds a payment; numbers as in {@link Payments}, by day, event and amount. */
    public void payment(int plan, int clause, int on, int person, PaidFor what, long amountFen) {
        facts.payments.plan.add(plan);
        facts.payments.clause.add(clause);
        facts.payments.on.add(on);
        facts.payments.person.add(person);
        facts.payments.event.add(number(what.event()));
        facts.payments.disease.add(what.disease());
        facts.payments.address.add(what.address());
        facts.payments.days.add(what.days());
        facts.payments.amount.add(amountFen);
    }

    private int number(int place) {
        return place < 0 ? place : firstEvent() + place;
    }

    private void event(EventKind kind, int person, int day, int circumstances, int row) {
        facts.what.add(FactColumns.what(kind, person, circumstances));
        facts.day.add(day);
        facts.row.add(row);
    }

    /**
     * Adds a visit that was settled on the day; {@code costs} by the ordinal of the part, see {@link Bills#UNKNOWN}.
     */
    public void visit(int person, int day, int circumstances, long[] costs) {
        event(EventKind.VISIT, person, day, circumstances, facts.bills.add(costs));
    }

    /** When a stay was; {@link Day#NONE} for a day that is not known, all but the first two may be. */
    public record StayDays(int admittedOn, int dischargedOn, int accidentOn, int filedOn, int settledOn) {}

    /** Adds a stay; {@code transferredFrom} is a place among the member's events, or {@link FactColumns#NO_EVENT}. */
    public void stay(
            int person,
            StayDays days,
            int hospitalLevel,
            Cause cause,
            int icd,
            int transferredFrom,
            long[] costs,
            int circumstances) {
        event(EventKind.STAY, person, days.admittedOn(), circumstances, facts.stays.level.size());
        facts.stays.discharged.add(days.dischargedOn());
        facts.stays.level.add(hospitalLevel);
        facts.stays.cause.add(cause.ordinal());
        facts.stays.accidentOn.add(days.accidentOn());
        facts.stays.icd.add(icd);
        facts.stays.before.add(number(transferredFrom));
        facts.stays.filed.add(days.filedOn());
        facts.stays.settled.add(days.settledOn());
        facts.stays.bill.add(facts.bills.add(costs));
        facts.stays.key.add(FactColumns.NO_EVENT);
    }

    /** Adds a diagnosis; the last three days may be {@link Day#NONE}. */
    public void diagnosis(
            int person, int disease, int day, int pathologyOn, int admittedOn, int firstOn, int circumstances) {
        event(EventKind.DIAGNOSIS, person, day, circumstances, facts.diagnoses.disease.size());
        facts.diagnoses.disease.add(disease);
        facts.diagnoses.pathology.add(pathologyOn);
        facts.diagnoses.admitted.add(admittedOn);
        facts.diagnoses.first.add(firstOn);
    }

    /**
     * What an accident left behind.
     *
     * @param grades as {@link #grade} packs them, zero for none
     * @param priorGrade zero for none
     * @param injuries a set of {@link Accidents#bit}
     */
    public record Harm(long grades, int priorGrade, int assessedOn, int restDays, int careDays, int injuries) {}

    /** One disability more of the grade; starts from zero. */
    public static long grade(long packed, int grade) {
        return Accidents.with(packed, grade);
    }

    /** Adds an accident. */
    public void accident(int person, int day, Harm harm, int circumstances) {
        event(EventKind.ACCIDENT, person, day, circumstances, facts.accidents.prior.size());
        facts.accidents.grades.add(harm.grades());
        facts.accidents.prior.add(harm.priorGrade());
        facts.accidents.assessed.add(harm.assessedOn());
        facts.accidents.rest.add(harm.restDays());
        facts.accidents.care.add(harm.careDays());
        facts.accidents.injuries.add(harm.injuries());
    }

    /**
     * Adds a death; {@code accident} is a place among the member's events, {@link FactColumns#NO_EVENT}, or any number
     * below that for an accident that is not among them.
     */
    public void death(int person, int day, Cause cause, int accidentOn, int accident, int circumstances) {
        event(EventKind.DEATH, person, day, circumstances, facts.deaths.cause.size());
        facts.deaths.cause.add(cause.ordinal());
        facts.deaths.accidentOn.add(accidentOn);
        facts.deaths.accident.add(number(accident));
        facts.deaths.key.add(FactColumns.NO_EVENT);
    }

    /** Adds a loss of property. */
    public void loss(int person, int day, LossCause cause, long amountFen, int address, int circumstances) {
        event(EventKind.LOSS, person, day, circumstances, facts.losses.cause.size());
        facts.losses.cause.add(cause.ordinal());
        facts.losses.amount.add(amountFen);
        facts.losses.address.add(address);
    }

    /** Adds the end of a coverage period of a savings-type plan. */
    public void maturity(int person, int day, int circumstances) {
        event(EventKind.MATURITY, person, day, circumstances, -1);
    }
}
