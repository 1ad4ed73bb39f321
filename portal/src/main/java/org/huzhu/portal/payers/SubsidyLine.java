package org.huzhu.portal.payers;

import java.time.LocalDate;
import org.huzhu.contributions.SubsidyDesk.Subsidy;
import org.huzhu.portal.Texts;

/**
 * A subsidy as its page shows it.
 *
 * @param sponsor what the organisation is called that pays
 * @param example what it pays of one head's contribution; empty text where there is none to show
 */
public record SubsidyLine(Subsidy subsidy, String sponsor, String example, LocalDate today) {

    private static final long WHOLE = 100;

    /** What of the budget is used, of a hundred. */
    public String bar() {
        return String.valueOf(subsidy.used().fen()
                * WHOLE
                / Math.max(1, subsidy.grant().budget().fen()));
    }

    public boolean isUsedUp() {
        return !subsidy.left().isPositive();
    }

    public LocalDate last() {
        return subsidy.grant().until().minusDays(1);
    }

    public boolean isOver() {
        return !subsidy.grant().until().isAfter(today);
    }

    /** How it stands, in a word. */
    public String state() {
        if (isOver()) {
            return Texts.say("subsidies.over");
        }
        if (subsidy.grant().from().isAfter(today)) {
            return Texts.say("subsidies.ahead");
        }
        return Texts.say(isUsedUp() ? "subsidies.used.up" : "subsidies.holds");
    }
}
