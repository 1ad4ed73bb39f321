package org.huzhu.portal.quarters;

import java.util.List;
import org.huzhu.quarters.Run;

/**
 * The quarters that were settled, as their page shows them.
 *
 * @param plans that can be settled
 * @param year that a form begins with
 * @param quarter the same
 * @param trouble what is wrong with what was asked; empty text where nothing is
 */
public record QuartersView(
        List<Run> runs, boolean mayOpen, List<String> plans, int year, int quarter, String trouble) {}
