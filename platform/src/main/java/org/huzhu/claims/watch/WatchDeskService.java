package org.huzhu.claims.watch;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.routing.Route;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WatchDeskService implements WatchDesk {

    private final JdbcFlags flags;
    private final Route route;
    private final Access access;

    WatchDeskService(JdbcFlags flags, Route route, Access access) {
        this.flags = flags;
        this.route = route;
        this.access = access;
    }

    @Override
    public List<Flag> flags(Caller caller, UUID claim) {
        access.require(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
        return flags.of(claim);
    }

    @Override
    public Checklist checklist(Caller caller, CaseFile file) {
        access.require(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
        return file.claim().state() instanceof ClaimState.InReview review
                ? new Checklist(
                        route.next(
                                        file.claim(),
                                        Optional.of(review.step()),
                                        file.assessment().due())
                                .isEmpty(),
                        found(file))
                : Checklist.NONE;
    }

    /** Receipts that only people have read are a person's to look at. */
    private static Set<Check> found(CaseFile file) {
        Set<Check> found = EnumSet.noneOf(Check.class);
        if (file.missing().isEmpty()
                && file.papers().stream().noneMatch(paper -> paper.document().blurred())) {
            found.add(Check.PAPERS);
        }
        if (!file.receipts().isEmpty()
                && file.receipts().stream()
                        .allMatch(receipt ->
                                receipt.byItself() && receipt.elsewhere().isEmpty())) {
            found.add(Check.RECEIPTS);
        }
        if (file.cardEnd().isPresent()) {
            found.add(Check.PAYEE);
        }
        if (file.claim().flags() == 0) {
            found.add(Check.FLAGS);
        }
        return found;
    }
}
