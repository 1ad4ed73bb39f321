package org.huzhu.portal.console;

import java.util.List;
import org.huzhu.access.Caller;
import org.huzhu.unions.Organisation;

/**
 * A change of an organisation as it was asked for, before it is made.
 *
 * @param says what will happen, a sentence each
 */
record PlannedChange(List<String> says, Making making) {

    PlannedChange {
        says = List.copyOf(says);
    }

    /** Makes it. */
    interface Making {

        /** Makes it, and gives the organisation to show afterwards. */
        Organisation make(Caller caller);
    }
}
