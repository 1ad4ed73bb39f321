package org.huzhu.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;

/** What is published: the plans that hold, and where they can be enrolled in. Anybody may read it. */
public interface PlanCatalogue {

    /** All that is published, compiled; its library has the plans themselves. */
    Rulebook rulebook();

    /** All files that are published, in the order of their names. */
    List<Version> versions();

    /** The file of a version, as its drafters wrote it; empty where no such version is published. */
    Optional<Version> published(PlanId id);

    /** The plans that can be enrolled in anywhere on the day, by their short names. */
    List<String> offered(LocalDate day);

    /** The plans that can be enrolled in at the organisation on the day, by their short names. */
    List<String> offered(String path, LocalDate day);

    /**
     * How the plan can be enrolled in at the organisation on the day; of several offers above each other, the
     * innermost. Empty where it cannot.
     */
    Optional<PlanDesk.Offer> offer(String plan, String path, LocalDate day);
}
