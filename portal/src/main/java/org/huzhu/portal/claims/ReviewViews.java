package org.huzhu.portal.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.springframework.stereotype.Component;

/** Lays together what a page of a claim needs beside it. */
@Component
class ReviewViews {

    private final ClaimNames names;
    private final Access access;

    ReviewViews(ClaimNames names, Access access) {
        this.names = names;
        this.access = access;
    }

    /** Whoever may not decide is told so before anything that he typed is read. */
    void requireReview(Caller caller, Claim claim) {
        access.require(caller, Operation.CLAIM_REVIEW, claim.path());
    }

    ReviewView of(Caller caller, CaseFile file) {
        Claim claim = file.claim();
        boolean isReviewer = access.allows(caller, Operation.CLAIM_REVIEW, claim.path());
        return new ReviewView(
                names.members(List.of(claim.member())).getOrDefault(claim.member(), claim.number()),
                names.units(List.of(claim.unit())).getOrDefault(claim.unit(), ""),
                isReviewer
                        && claim.state() instanceof ClaimState.InReview turn
                        && caller.path().filter(turn.turn()::equals).isPresent(),
                isReviewer
                        && (claim.state() instanceof ClaimState.Approved
                                || claim.state() instanceof ClaimState.Refused),
                List.of(PaperKind.values()),
                grounds(file));
    }

    /** The clauses that say that something is not paid stand first, then those that would pay. */
    private static List<Choice> grounds(CaseFile file) {
        Map<String, Choice> grounds = new LinkedHashMap<>();
        file.assessment()
                .denials()
                .forEach(denial -> grounds.putIfAbsent(
                        denial.plan() + "/" + denial.clause(),
                        new Choice(
                                denial.plan() + "/" + denial.clause(),
                                denial.plan() + " " + denial.clause() + "：" + denial.why())));
        file.assessment()
                .lines()
                .forEach(line -> grounds.putIfAbsent(
                        line.plan() + "/" + line.clause(),
                        new Choice(
                                line.plan() + "/" + line.clause(),
                                line.plan() + " " + line.clause() + " " + line.clauseTitle())));
        return List.copyOf(grounds.values());
    }
}
