package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huzhu.access.Caller;

/** Who is under cover, by which plan, for which days. It works in the scope at hand. */
public interface Covers {

    /** All cover of the members, void ones left out, the newest first; a member sees his own. */
    List<Cover> of(Caller caller, List<UUID> members);

    /**
     * All cover of the member that was paid for, for rooms that judge what it gives: they ask the rights themselves.
     */
    List<Cover> held(UUID member);

    /** How many people of each unit below the path are under cover by the plan on the day, by the unit's id. */
    Map<UUID, Integer> headsByUnit(Caller caller, String path, String plan, LocalDate day);
}
