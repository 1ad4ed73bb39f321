package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for whoever looks, and what was handed in within his reach. */
@RestController
class ClaimsPage {

    private static final int SHOWN = 50;

    private final ReviewDesk review;
    private final ClaimDesk desk;
    private final Access access;
    private final ClaimFinder finder;
    private final Templates pages;

    ClaimsPage(ReviewDesk review, ClaimDesk desk, Access access, ClaimFinder finder, Templates pages) {
        this.review = review;
        this.desk = desk;
        this.access = access;
        this.finder = finder;
        this.pages = pages;
    }

    @GetMapping("/w/claims")
    JteModel all() {
        Caller caller = Visit.current().someone();
        List<ClaimLine> all = lines(review.within(caller, SHOWN));
        boolean isReviewer =
                access.allows(caller, Operation.CLAIM_REVIEW, caller.path().orElse(""));
        return pages.consoleClaims(isReviewer ? lines(review.queue(caller, SHOWN)) : List.of(), all);
    }

    /** What he has entered for members himself: that is all that whoever does not decide sees. */
    @GetMapping("/w/claims/entered")
    JteModel entered() {
        return pages.consoleClaimsEntered(lines(desk.entered(Visit.current().someone(), SHOWN)));
    }

    /** The next one that waits. */
    @GetMapping("/w/claims/next")
    ResponseEntity<Void> next() {
        Caller caller = Visit.current().someone();
        return Answers.to(review.queue(caller, 1).stream()
                .findFirst()
                .map(claim -> "/w/claims/" + claim.id())
                .orElse("/w/claims"));
    }

    private List<ClaimLine> lines(List<Claim> claims) {
        return finder.lines(claims);
    }
}
