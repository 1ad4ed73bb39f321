package org.huzhu.quarters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.quarters.working.Working;

/**
 * What each quarter gave a member.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller is no member.
 */
public interface OwnQuarters {

    /** The latest first. */
    List<QuarterLine> all(Caller member);

    /** One of his own. */
    Optional<QuarterLine> one(Caller member, UUID line);

    /** How a line comes about, by the plan. */
    Working working(QuarterLine line);
}
