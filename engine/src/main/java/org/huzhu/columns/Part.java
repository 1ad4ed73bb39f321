package org.huzhu.columns;

import org.huzhu.kernel.Require;

/** A range of members with all their facts, which shares nothing with other parts. */
public record Part(Members members, FactColumns facts) {

    /** How many members a part of a large society has. */
    public static final int MEMBERS = 65_536;

    public Part {
        Require.that(
                members.size() == facts.members(),
                "A part has %d members, but facts of %d",
                members.size(),
                facts.members());
    }
}
