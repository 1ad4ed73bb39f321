package org.huzhu.enrolment.own;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.kernel.Money;

/**
 * Where a member enrols himself (本人参保), as a courier or a driver does who has no unit to do so for him: in the plans
 * that are open to people in new forms of employment, if he is one of them.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller is no member.
 */
public interface OwnEnrolment {

    /** What the member can enrol in today; empty where nothing is open to such as him. */
    List<Offer> offers(Caller member);

    /**
     * Enrols him in the plan, with one unit of cover, from the first day that is possible.
     *
     * @return why he cannot be; empty once he is enrolled
     * @throws org.huzhu.enrolment.EnrolmentRefused if the plan is not offered to him
     */
    List<Trouble> enrol(Caller member, String plan);

    /**
     * A plan that is open to him.
     *
     * @param title as printed
     * @param contribution for one unit of cover, whoever pays it
     * @param until the last day of cover that he has under it already; empty where he has none
     */
    record Offer(String plan, String title, Money contribution, LocalDate startsOn, Optional<LocalDate> until) {}
}
