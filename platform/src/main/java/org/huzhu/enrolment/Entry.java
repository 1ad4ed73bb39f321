package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Entry.Verdict.Proposed;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Look.Trouble;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.members.Intake.Awaited;
import org.huzhu.plan.Enrolment;

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

    /** What a child is called, whose cover stands with a parent; empty for a member himself. */
    Optional<String> insured() {
        return offered.category() == Enrolment.Category.CHILD ? Optional.of(name) : Optional.empty();
    }

    /** What the roster says of his work. */
    record Offered(Enrolment.Category category, Enrolment.Occupation occupation) {}

    /** What one plan says to one person. */
    sealed interface Verdict {

        /**
         * He can be under cover.
         *
         * @param endsWithUnit whether it ends with that of his unit, however late it starts
         */
        record Proposed(
                Kind kind,
                DateSpan span,
                boolean endsWithUnit,
                int units,
                Enrolment.Category category,
                Money contribution,
                LocalDate since,
                Optional<LocalDate> priorUntil,
                Optional<LocalDate> waitsUntil)
                implements Verdict {}

        /** He is under cover already. */
        record Covered(Held by) implements Verdict {}

        /** It is not for such as him, which is no trouble where others of the batch are. */
        record NotForHim(Trouble alone) implements Verdict {}

        record Wrong(Trouble trouble) implements Verdict {}
    }
}
