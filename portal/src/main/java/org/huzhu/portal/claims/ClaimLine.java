package org.huzhu.portal.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.portal.Texts;

/**
 * A claim in a list of the staff.
 *
 * @param due the promised day, while it is open
 * @param isLate whether that is over
 */
public record ClaimLine(
        Claim claim, String member, String unit, String state, Optional<LocalDate> due, boolean isLate) {

    static ClaimLine of(Claim claim, String member, String unit, Clock clock) {
        Optional<LocalDate> due =
                claim.state() instanceof ClaimState.InReview review ? Optional.of(review.dueOn()) : Optional.empty();
        String state = claim.state() instanceof ClaimState.InReview review
                ? Texts.say(review.step())
                : Texts.say("ClaimState." + claim.state().word());
        return new ClaimLine(
                claim,
                member,
                unit,
                state,
                due,
                due.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent());
    }
}
