/**
 * Contributions (缴费): what is due for a batch, who pays which part of it, what the bank received, and what of it
 * belongs to what.
 *
 * <p>What holds here, always:
 *
 * <ul>
 *   <li>The bills of a batch sum to what is due for it, to the fen; a subsidy is never used beyond its budget.
 *   <li>What came into the bank is allocated, refunded, or waits; no bill is paid beyond its sum.
 *   <li>Cover starts once all bills of its batch are paid: {@link org.huzhu.enrolment.Dues#paid} is told, nobody else
 *       is.
 *   <li>Every movement is posted to the ledger of its fund; what was wrong is reversed, never changed.
 *   <li>One asks for a refund, another releases it.
 * </ul>
 *
 * <p>Begin with {@link org.huzhu.contributions.ContributionDesk} to look, with
 * {@link org.huzhu.contributions.BankReceipts} for what came in.
 */
@NullMarked
@ApplicationModule(
        displayName = "缴费",
        allowedDependencies = {
            "kernel",
            "plan",
            "rules",
            "roster",
            "database",
            "crypto",
            "audit",
            "access",
            "ledger",
            "funds",
            "unions",
            "catalogue",
            "enrolment"
        })
package org.huzhu.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
