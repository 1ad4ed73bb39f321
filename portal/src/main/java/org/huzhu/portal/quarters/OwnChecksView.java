package org.huzhu.portal.quarters;

import java.util.List;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.checks.Check;
import org.huzhu.quarters.checks.QuarterChecks.Part;

/**
 * What a union has to check, and what quarters paid there, as its page shows it.
 *
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record OwnChecksView(List<Check> waiting, List<Part> parts, String trouble) {

    public static String title(Check check) {
        return QuarterView.title(new Quarter(check.plan(), check.year(), check.quarter()));
    }

    public static String title(Part part) {
        return QuarterView.title(new Quarter(part.plan(), part.year(), part.quarter()));
    }
}
