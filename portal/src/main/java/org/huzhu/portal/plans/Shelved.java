package org.huzhu.portal.plans;

import java.util.List;
import java.util.Optional;

/**
 * A plan that is published.
 *
 * @param code names it in an address
 * @param versions all of it, the oldest first
 * @param current the one that a cover starts under which starts today; the first of all where none has begun
 */
public record Shelved(String code, List<Printed> versions, Printed current) {

    public Shelved {
        versions = List.copyOf(versions);
    }

    /** Its short name. */
    public String plan() {
        return current.plan().id().plan();
    }

    /** The version that the given one came after; empty for the first. */
    public Optional<Printed> before(Printed one) {
        int at = versions.indexOf(one);
        return at > 0 ? Optional.of(versions.get(at - 1)) : Optional.empty();
    }
}
