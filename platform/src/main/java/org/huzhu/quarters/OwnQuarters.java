package org.huzhu.quarters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.payments.Standing;
import org.huzhu.quarters.working.Working;

/**
 * What each quarter gave a member.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller is no member.
 */
public interface OwnQuarters {

    /** The latest first. */
    List<Own> all(Caller member);

    /** One of his own. */
    Optional<Own> one(Caller member, UUID line);

    /** How a line comes about, by the plan. */
    Working working(QuarterLine line);

    /**
     * What a quarter gave him.
     *
     * @param standing how it is paid; empty where nothing is owed for it, or not yet
     */
    record Own(QuarterLine line, Optional<Standing> standing) {

        /** Whether no bank would take his name or card, so that it waits for another card. */
        public boolean isHeld() {
            return standing.isEmpty() && line.due().isPositive();
        }

        /** Whether the bank gave it back, and it waits for another card. */
        public boolean isBack() {
            return standing.filter(each -> each.state() == Standing.State.RETURNED)
                    .isPresent();
        }
    }
}
