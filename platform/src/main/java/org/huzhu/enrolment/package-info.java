/**
 * Enrolment (参保): rosters become batches, batches become cover.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>Of a batch all is confirmed, or nothing; all is taken back, or nothing.
 *   <li>One person has at most one cover under a plan on a day, whichever unit enrolled him: an exclusion constraint
 *       says so, over all units.
 *   <li>Each cover names the version of the plan that it was agreed under, and the batch that it came with.
 *   <li>Of each roster the rows that were accepted and those that were refused are the rows that were read.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.enrolment.EnrolmentDesk}; whoever bills begins with {@link org.huzhu.enrolment.Dues}.
 */
@NullMarked
@ApplicationModule(
        displayName = "参保",
        allowedDependencies = {
            "kernel",
            "plan",
            "rules",
            "roster",
            "database",
            "crypto",
            "audit",
            "access",
            "unions",
            "members",
            "members::roll",
            "notices",
            "catalogue"
        })
package org.huzhu.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
