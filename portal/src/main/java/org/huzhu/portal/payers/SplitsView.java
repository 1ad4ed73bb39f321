package org.huzhu.portal.payers;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.portal.Typed;
import org.huzhu.unions.Organisation;

/**
 * Who pays for a unit, as its page shows it.
 *
 * @param said what was said, and holds today or later
 * @param plans those that are offered to the unit, with who pays for each
 * @param above organisations that a share can be of
 */
public record SplitsView(
        Organisation unit, List<Line> said, List<Line> plans, List<Organisation> above, LocalDate today, Typed typed) {

    /** So many shares can be typed at once. */
    public static final int ROWS = 4;

    /** Who pays without another organisation. */
    public static final List<Payer> OWN = List.of(Payer.UNIT_UNION, Payer.EMPLOYER, Payer.MEMBER);

    public SplitsView {
        said = List.copyOf(said);
        plans = List.copyOf(plans);
        above = List.copyOf(above);
    }

    /**
     * A line of one of the tables.
     *
     * @param plan its short name; empty text for all plans
     * @param shares who pays, in words
     * @param example what each pays of one head's contribution
     * @param price of one head, in words
     * @param span for which days it was said, or why it holds
     */
    public record Line(String plan, String shares, String example, String price, String span, boolean canEnd) {}
}
