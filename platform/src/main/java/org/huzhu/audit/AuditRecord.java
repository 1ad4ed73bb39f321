package org.huzhu.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A record of the trail.
 *
 * @param seq its number, counting up with gaps
 * @param at when, to the microsecond
 * @param actor the id of an account or a member, or {@code system}
 * @param deed what was done; its path is always there
 * @param origin where it was asked from
 */
public record AuditRecord(long seq, Instant at, String actor, Deed deed, Origin origin) {

    /** What is sealed of it, in this order; the first is its seq. */
    List<Optional<String>> fields() {
        return Arrays.asList(
                Optional.of(String.valueOf(seq)),
                Optional.of(Moments.text(at)),
                Optional.of(actor),
                deed.path(),
                Optional.of(deed.action()),
                Optional.of(deed.kind()),
                Optional.of(deed.object()),
                Optional.of(deed.outcome().name()),
                deed.reason(),
                deed.before(),
                deed.after(),
                Optional.of(origin.request()),
                Optional.of(origin.address()));
    }
}
