package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;

/**
 * Where it is said who pays for a unit's covers. Where nothing is said, the union of the unit pays all, or where the
 * plan does not let it, the first of these that the plan lets: the employer, the union above, the members, a sponsor.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, also of another organisation that is
 * said to pay, and {@link ContributionRefused} if it cannot be.
 */
public interface SplitDesk {

    /**
     * Says who pays for covers that start on the day or later; what was said before ends with that day.
     *
     * @param plan its short name; empty for all plans that have none of their own and let all of these pay
     */
    void set(Caller caller, UUID unit, Optional<String> plan, Split split, LocalDate from);

    /** Who pays for covers that start on the day, as far as it was said. */
    Optional<Split> at(Caller caller, UUID unit, Optional<String> plan, LocalDate day);

    /** What was said of the unit that holds on the day or later, by plan and day; what is for all plans comes first. */
    List<Said> said(Caller caller, UUID unit, LocalDate day);

    /** Who pays for covers of the plan that start on the day, said or not; as a bill would have it. */
    Split effective(Caller caller, UUID unit, String plan, LocalDate day);

    /** Ends what was said last with the day before; then it is as if nothing were said. */
    void end(Caller caller, UUID unit, Optional<String> plan, LocalDate until);

    /** What was said, for covers that start within half-open days. */
    record Said(Optional<String> plan, Split split, LocalDate from, Optional<LocalDate> until) {}
}
