package org.huzhu.adjudication;

import java.time.LocalDate;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;

/** Why an event is not paid. A person words it; see {@link ChineseWording}. */
public sealed interface Reason {

    /** Whether the event is simply not what the clause is about, so that nobody need hear of it when others pay. */
    default boolean isMismatch() {
        return false;
    }

    /** No coverage period of the plan holds the day. */
    record OutsideCover(LocalDate day) implements Reason {}

    /** The facts lack the day that counts. */
    record DayUnknown(EventDay day) implements Reason {}

    /** The facts lack a figure or a paper that the clause needs. */
    record FactMissing(String what) implements Reason {}

    /** The facts know nothing of the part of a bill that the clause shares. */
    record NoCost(CostField base) implements Reason {
        @Override
        public boolean isMismatch() {
            return true;
        }
    }

    /** The event lies in the waiting period, on the given day of cover. */
    record InWaiting(long day) implements Reason {}

    /** The circumstances, the disease code or the time of the first diagnosis are excluded. */
    record Excluded(String wording) implements Reason {}

    /** The disease stands in no list of the clause. */
    record NotListed(String disease, String list) implements Reason {
        @Override
        public boolean isMismatch() {
            return true;
        }
    }

    /** The cause is not covered by the clause. */
    record CauseNotCovered() implements Reason {
        @Override
        public boolean isMismatch() {
            return true;
        }
    }

    /** The hospital is of too low a level. */
    record HospitalLevel(int level, int min) implements Reason {}

    /** The class was paid before and is never paid again. */
    record PaidBefore(String disease) implements Reason {}

    /** An earlier payment ended the cover of this coverage period. */
    record TermEnded(LocalDate on) implements Reason {}

    /** The clause has paid as often as it may in this coverage period. */
    record TimesReached(int times) implements Reason {}

    /** The death came too late after the accident. */
    record TooLateAfterAccident(long days, int max) implements Reason {}

    /** The disability was assessed too late after the accident. */
    record AssessedTooLate(long days, int max) implements Reason {}

    /** The grade has no ratio in the scale of the plan. */
    record GradeNotInScale(int grade) implements Reason {}

    /** Not payable together with another clause, which was paid or gives more. */
    record NotTogether(String otherClause) implements Reason {}

    /** This address was paid for this event already. */
    record AddressPaid() implements Reason {}

    /** The units of cover are void, because the person held the most a plan allows already. */
    record AllUnitsVoid(int max) implements Reason {}
}
