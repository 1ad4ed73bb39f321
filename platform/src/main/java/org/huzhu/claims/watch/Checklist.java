package org.huzhu.claims.watch;

import java.util.Set;

/**
 * The short list that is ticked when a claim is approved.
 *
 * @param isAsked whether the step at hand would approve it
 * @param found what the program has found to be so itself; the rest is a person's to look at
 */
public record Checklist(boolean isAsked, Set<Check> found) {
    public Checklist {
        found = Set.copyOf(found);
    }

    static final Checklist NONE = new Checklist(false, Set.of());
}
