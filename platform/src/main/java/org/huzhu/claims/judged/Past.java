package org.huzhu.claims.judged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Insured;

/** What was decided for a member before. */
public interface Past {

    /** The facts of all his claims that were approved, by their numbers. */
    SequencedMap<String, Facts> decided(UUID member);

    /** What clauses gave, over all decisions. */
    List<Paid> paid(UUID member);

    /**
     * What a clause gave for an event.
     *
     * @param event which event of which claim; empty for the events of a year
     */
    record Paid(
            String plan,
            String clause,
            LocalDate on,
            Insured insured,
            String relative,
            Optional<String> event,
            Money sum) {}
}
