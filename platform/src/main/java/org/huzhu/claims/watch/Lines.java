package org.huzhu.claims.watch;

import java.time.Clock;
import java.util.Set;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.database.BeyondReach;
import org.springframework.stereotype.Component;

/**
 * The first two lines of defence, each with a record of its own: what the program told whoever handed in, and what
 * whoever approved has ticked. The third is the sample afterwards.
 */
@Component
public class Lines {

    private final JdbcLines lines;
    private final BeyondReach beyond;
    private final Clock clock;

    Lines(JdbcLines lines, BeyondReach beyond, Clock clock) {
        this.lines = lines;
        this.beyond = beyond;
        this.clock = clock;
    }

    /** Keeps what the claim was said to come to when it was handed in, and on which papers. */
    public void selfChecked(Claim claim, Assessment assessment) {
        beyond.run(() -> lines.selfChecked(claim.id(), assessment, clock.instant()));
    }

    /** Keeps what whoever approves it has ticked. */
    public void complied(Claim claim, ReviewStep step, Set<Check> checked) {
        lines.complied(claim.id(), step, checked, clock.instant());
    }
}
