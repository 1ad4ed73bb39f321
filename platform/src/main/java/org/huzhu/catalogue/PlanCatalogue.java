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

    /** The file of a version, as its drafters wrote it; empty where no such version is published. */
    Optional<Version> published(PlanId id);

    /** The plans that can be enrolled in at the organisation on the day, by their short names. */
    List<String> offered(String path, LocalDate day);
}
