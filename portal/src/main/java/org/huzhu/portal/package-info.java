/**
 * The pages: for members on phones, for handlers and reviewers, for the office. They hold words and markup, and no rule
 * of the business.
 */
@NullMarked
@ApplicationModule(
        displayName = "门户",
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "access",
            "ledger",
            "unions",
            "unions::offices",
            "signon",
            "staff",
            "members",
            "roster",
            "enrolment",
            "enrolment :: gaps",
            "enrolment :: export",
            "enrolment :: own",
            "contributions",
            "payments",
            "quarters",
            "quarters :: checks",
            "quarters :: designated",
            "quarters :: feed",
            "quarters :: feeders",
            "quarters :: filed",
            "quarters :: mending",
            "quarters :: overpaid",
            "quarters :: working",
            "payments :: bank",
            "contributions :: payers",
            "claims",
            "claims :: judged",
            "claims :: looking",
            "claims :: money",
            "claims :: promptness",
            "claims :: recipients",
            "claims :: recovery",
            "claims :: routing",
            "claims :: samples",
            "claims :: watch",
            "claims :: likeness",
            "claims :: receipt",
            "receipts",
            "documents",
            "members :: roll",
            "members :: proxies",
            "catalogue",
            "notices",
            "plan",
            "facts",
            "rules",
            "text",
            "adjudication",
            "examples"
        })
package org.huzhu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
