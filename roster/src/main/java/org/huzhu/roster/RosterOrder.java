package org.huzhu.roster;

import java.util.Set;
import org.huzhu.roster.table.Limits;

/**
 * How a roster is to be read.
 *
 * @param needed columns without which the file is refused, and which no row may leave empty
 * @param remembered what the headers of this unit meant last time
 */
public record RosterOrder(Limits limits, Set<Column> needed, Mapping remembered, Choices choices) {

    public RosterOrder {
        needed = Set.copyOf(needed);
    }

    /** Whoever has a name and a paper can be found; nothing is remembered. */
    public static RosterOrder usual() {
        return new RosterOrder(Limits.usual(), Set.of(Column.NAME, Column.PAPER), Mapping.none(), Choices.any());
    }

    public RosterOrder remembering(Mapping mapping) {
        return new RosterOrder(limits, needed, mapping, choices);
    }

    public RosterOrder needing(Set<Column> others) {
        return new RosterOrder(limits, others, remembered, choices);
    }

    public RosterOrder within(Limits others) {
        return new RosterOrder(others, needed, remembered, choices);
    }

    public RosterOrder choosing(Choices others) {
        return new RosterOrder(limits, needed, remembered, others);
    }
}
