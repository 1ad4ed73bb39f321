package org.huzhu.catalogue;

import java.util.List;
import java.util.Map;

/**
 * Lays the first plans and opens them, as the society's own doing: each call is refused where the scope is not the
 * system's.
 */
public interface PlanFounding {

    /** Whether nothing is published yet. */
    boolean isDue();

    /**
     * Publishes the files, all or none.
     *
     * @param contents by the name of the file
     * @throws org.huzhu.text.PlanUnreadable if they cannot be read together
     */
    void found(Map<String, String> contents);

    /** Opens the plans for enrolment. */
    void open(List<PlanDesk.Offer> offers);
}
