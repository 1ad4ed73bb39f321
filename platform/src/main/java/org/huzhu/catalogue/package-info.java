/**
 * The plans on the server (计划目录): files from their first draft to the day they are published, and where each plan can
 * be enrolled in.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>What is published was read together with all else that is published, without a problem, and every worked
 *       example of all of it holds.
 *   <li>Who submits does not publish. What is published is frozen, with its digest.
 *   <li>A plan is offered at an organisation once on a day.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.catalogue.PlanCatalogue} to read, with {@link org.huzhu.catalogue.PlanDesk} to change.
 */
@NullMarked
@ApplicationModule(
        displayName = "计划目录",
        allowedDependencies = {
            "kernel",
            "plan",
            "facts",
            "text",
            "rules",
            "examples",
            "database",
            "crypto",
            "audit",
            "access",
            "unions"
        })
package org.huzhu.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
