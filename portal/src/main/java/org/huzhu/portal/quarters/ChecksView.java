package org.huzhu.portal.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.checks.Check;

/**
 * Whom an office has checked before a quarter is confirmed, as its page shows it.
 *
 * @param open those who are not answered, not entitled, or of whom something else is said
 * @param mayRun whether he may draw, and say otherwise than was said
 * @param mayConfirm whether he may confirm what another says
 * @param account his own
 * @param proof the name of the sentence that asks for a new proof; empty where none is wanted
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record ChecksView(
        Run run,
        Map<Check.State, Integer> counts,
        List<Check> open,
        boolean mayRun,
        boolean mayConfirm,
        UUID account,
        Optional<String> proof,
        String trouble) {

    public boolean mayDraw() {
        return mayRun && !run.state().isSettled() && !run.quarter().isYearly();
    }

    /** Whether he may say that somebody who was paid is not entitled. */
    public boolean mayDoubt() {
        return mayRun && run.state().isSettled() && !run.quarter().isYearly();
    }

    /** Whether he may say that somebody is entitled after all. */
    public boolean mayFit(Check check) {
        return mayRun && check.otherwise().isEmpty();
    }

    /** Whether he may decide on what another says of somebody. */
    public boolean mayDecide(Check check) {
        return mayConfirm
                && check.otherwise()
                        .filter(said -> !said.by().equals(account.toString()))
                        .isPresent();
    }

    public String address(Check check) {
        return address() + "/checks/" + check.id();
    }

    public String address() {
        return QuartersPage.ADDRESS + "/" + run.id();
    }

    public String title() {
        return Texts.say("checks.of", QuarterView.title(run));
    }

    public int count(Check.State state) {
        return counts.getOrDefault(state, 0);
    }
}
