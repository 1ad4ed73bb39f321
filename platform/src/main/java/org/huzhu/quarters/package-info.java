/**
 * Quarters (按季二次报销): what an insurance office sends becomes a trial, the trial a list of payments, the list money on
 * cards, each line with its working.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>What is paid is what {@link org.huzhu.quarter.Settlement} writes, to the byte; how often and where it was
 *       worked out changes nothing.
 *   <li>There is one run of a plan, year and quarter at an office; it is confirmed by another person than who proposed
 *       it, and only with the trial that he saw.
 *   <li>Whatever is repeated, each member is owed once for a quarter: the key of what is owed says so.
 *   <li>Work that takes long is done by one process at a time. One that has lost it writes nothing any more.
 *   <li>What was brought and what was worked out lies sealed; it is in the clear only while it is worked on, in a
 *       folder for the owner alone.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.quarters.QuarterDesk} for officers, with {@link org.huzhu.quarters.OwnQuarters} for
 * members.
 */
@NullMarked
@ApplicationModule(
        displayName = "按季二次报销",
        allowedDependencies = {
            "kernel",
            "plan",
            "columns",
            "facts",
            "rules",
            "adjudication",
            "quarter",
            "database",
            "crypto",
            "audit",
            "access",
            "ledger",
            "funds",
            "unions",
            "members",
            "members::merges",
            "members::payees",
            "members::roll",
            "catalogue",
            "documents",
            "notices",
            "payments"
        })
package org.huzhu.quarters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
