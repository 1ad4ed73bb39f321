package org.huzhu.claims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.judged.Assessing;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.kernel.Money;
import org.huzhu.members.payees.Payees;
import org.springframework.stereotype.Component;

/** Finds claims for whoever may see them, and lays together what is known of one. */
@Component
class CaseFiles {

    private final JdbcClaims claims;
    private final JdbcSteps steps;
    private final JdbcAssessments assessments;
    private final Papers papers;
    private final Assessing assessing;
    private final Paying paying;

    CaseFiles(
            JdbcClaims claims,
            JdbcSteps steps,
            JdbcAssessments assessments,
            Papers papers,
            Assessing assessing,
            Paying paying) {
        this.claims = claims;
        this.steps = steps;
        this.assessments = assessments;
        this.papers = papers;
        this.assessing = assessing;
        this.paying = paying;
    }

    /** What the facts would give, if they were decided on now. */
    Assessment assess(UUID member, String number, Facts facts) {
        return assessing.assess(member, number, facts);
    }

    CaseFile of(Claim claim) {
        Facts facts = claims.facts(claim.id());
        List<Assessment> made = assessments.all(claim.id()).stream()
                .map(each -> each.kept().assessment())
                .toList();
        List<CaseFile.Paper> brought = papers.of(claim);
        List<Recipient> recipients = paying.recipients(claim);
        boolean isDecided = claim.state() instanceof ClaimState.Approved && !made.isEmpty();
        return new CaseFile(
                claim,
                facts,
                brought,
                papers.receipts(claim),
                steps.of(claim.id()),
                isDecided ? made.getLast() : assessing.assess(claim.member(), claim.number(), facts),
                isDecided ? made.subList(0, made.size() - 1) : made,
                Papers.missing(facts, recipients, brought),
                recipients,
                paying.payee(claim.member()).map(Payees.Payee::cardEnd),
                claims.promised(claim.id()),
                paying.standing(claim));
    }

    /** How far it has come; what an open one would come to is not worked out. */
    CaseFile.Progress progress(Claim claim) {
        Optional<Money> sum = claim.state() instanceof ClaimState.Approved
                ? assessments
                        .latest(claim.id())
                        .map(each -> each.kept().assessment().due())
                : Optional.empty();
        return new CaseFile.Progress(
                claim, steps.of(claim.id()), sum, claims.promised(claim.id()), paying.standing(claim));
    }
}
