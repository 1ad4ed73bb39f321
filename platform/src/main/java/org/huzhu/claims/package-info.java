/**
 * Claims (理赔): what members tell and bring becomes a claim, people establish the facts and decide, and what they decide
 * is owed once.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>An event is judged under all plans that the member holds, beside all that was decided for him before; what is
 *       due is what is entitled less what was paid.
 *   <li>Whoever decides says which version of the facts and which sum he saw; if either is another by now, nothing is
 *       decided.
 *   <li>In one round nobody has two says, and nobody lets pass what he entered: a unique key says so.
 *   <li>What was decided stays as it was: a claim that is taken up again gets another assessment, which pays or claims
 *       back the difference.
 *   <li>A receipt is paid on once under each plan, whoever brings it.
 *   <li>The machine never refuses anybody. It approves what is small and clean, where the office says so; whoever it
 *       approved is told, and may have a person look.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.claims.ClaimDesk} for whoever files, with {@link org.huzhu.claims.ReviewDesk} for
 * whoever decides.
 */
@NullMarked
@ApplicationModule(
        displayName = "理赔",
        allowedDependencies = {
            "kernel",
            "plan",
            "facts",
            "rules",
            "adjudication",
            "database",
            "crypto",
            "audit",
            "access",
            "ledger",
            "funds",
            "unions",
            "members",
            "members::payees",
            "members::phones",
            "members::proxies",
            "members::shared",
            "staff",
            "staff::persons",
            "catalogue",
            "enrolment",
            "documents",
            "receipts",
            "notices",
            "payments"
        })
package org.huzhu.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
