package org.huzhu.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.PlanCheck.Verdict.Proposed;
import org.huzhu.members.Intake.Awaited;

/**
 * A row of a roster, judged.
 *
 * @param name as it is shown; empty where none could be read
 * @param person empty where his paper could not be read
 * @param member who he is, or will be once the batch is confirmed
 * @param newcomer what is known of him who is no member of the unit yet
 * @param proposed by plan, for a row that is neither wrong nor a duplicate
 */
record Entry(
        int row,
        String name,
        Optional<UUID> person,
        Optional<UUID> member,
        Optional<Awaited> newcomer,
        Kind kind,
        List<Trouble> troubles,
        Offered offered,
        Map<PlanCheck, Proposed> proposed) {

    Entry {
        troubles = List.copyOf(troubles);
        proposed = Map.copyOf(proposed);
    }

    /** What the roster says of his work. */
    record Offered(org.huzhu.plan.Enrolment.Category category, org.huzhu.plan.Enrolment.Occupation occupation) {}
}
