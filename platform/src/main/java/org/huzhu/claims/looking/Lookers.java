package org.huzhu.claims.looking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;

/** Who looks at a claim at the same time. Whoever has not opened it again for five minutes looks no more. */
public interface Lookers {

    /** Says that the caller, who may decide there, looks at the claim now; tells who else does, the longest first. */
    List<Looker> arrive(Caller caller, UUID claim);

    /**
     * Somebody who looks.
     *
     * @param name masked
     */
    record Looker(String name, Instant since) {}
}
