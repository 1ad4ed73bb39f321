package org.huzhu.portal.quarters;

import java.util.List;
import java.util.Map;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.checks.Check;

/**
 * Whom an office has checked before a quarter is confirmed, as its page shows it.
 *
 * @param open those who are not answered, or not entitled
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record ChecksView(Run run, Map<Check.State, Integer> counts, List<Check> open, boolean mayDraw, String trouble) {

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
