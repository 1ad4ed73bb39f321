package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.JdbcSteps.Doing;
import org.huzhu.claims.StepTaken.What;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.routing.Route;
import org.huzhu.claims.routing.Turn;
import org.huzhu.claims.watch.Check;
import org.huzhu.members.MemberDetail.Relative;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReviewDeskService implements ReviewDesk {

    private final JdbcClaims claims;
    private final JdbcTurns turns;
    private final Deciding deciding;
    private final Route route;
    private final Filer filer;
    private final Desk desk;

    ReviewDeskService(JdbcClaims claims, JdbcTurns turns, Deciding deciding, Route route, Filer filer, Desk desk) {
        this.claims = claims;
        this.turns = turns;
        this.deciding = deciding;
        this.route = route;
        this.filer = filer;
        this.desk = desk;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claim> queue(Caller caller, int max) {
        String path = caller.path().orElse("");
        desk.require(caller, Operation.CLAIM_REVIEW, path);
        List<ReviewStep> his = Arrays.stream(ReviewStep.values())
                .filter(step -> step.role() == caller.role())
                .toList();
        return claims.queue(his, path, desk.today(), max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claim> within(Caller caller, int max) {
        desk.require(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
        return claims.within(max);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Claim> numbered(Caller caller, String number) {
        desk.require(caller, Operation.CLAIM_VIEW, caller.path().orElse(""));
        return claims.numbered(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Relative> family(Caller caller, UUID id) {
        Claim claim = claims.find(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        desk.require(caller, Operation.CLAIM_VIEW, claim.path());
        return filer.family(claim);
    }

    @Override
    public void establish(Caller caller, UUID id, int version, Facts facts) {
        Claim claim = claims.lock(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        ReviewStep step = his(caller, claim);
        require(!facts.events().isEmpty(), Reason.NO_EVENT);
        require(claims.tell(id, version, claim.kind(), claim.relative(), facts), Reason.LOOK_AGAIN);
        deciding.note(claim, Doing.at(step, What.ESTABLISHED));
        desk.done("claim.establish", claim);
    }

    @Override
    public void checkRecipients(Caller caller, UUID id, int version) {
        Claim claim = claims.lock(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        ReviewStep step = his(caller, claim);
        require(claim.version() == version, Reason.LOOK_AGAIN);
        deciding.note(claim, Doing.at(step, What.RECIPIENTS_CHECKED));
        desk.done("claim.recipient.check", claim);
    }

    @Override
    public void pass(Caller caller, UUID id, Seen seen) {
        pass(caller, id, seen, EnumSet.allOf(Check.class));
    }

    @Override
    public void pass(Caller caller, UUID id, Seen seen, Set<Check> checked) {
        Claim claim = seen(caller, id, seen);
        deciding.pass(claim, his(caller, claim), seen, checked);
    }

    @Override
    public void giveBack(Caller caller, UUID id, Seen seen, List<PaperKind> missing, String said) {
        Claim claim = seen(caller, id, seen);
        ReviewStep step = his(caller, claim);
        require(!missing.isEmpty() || !said.isBlank(), Reason.REASON_MISSING);
        require(turns.giveBack(claim, step, desk.today()), Reason.LOOK_AGAIN);
        deciding.note(
                claim,
                Doing.at(step, What.RETURNED)
                        .about(missing.stream().map(Enum::name).toList())
                        .saying(said));
        filer.news().returned(claim);
        desk.done("claim.return", claim);
    }

    @Override
    public void refuse(Caller caller, UUID id, Seen seen, Ground ground, String said) {
        Claim claim = seen(caller, id, seen);
        deciding.refuse(claim, his(caller, claim), ground, said);
    }

    @Override
    public void reopen(Caller caller, UUID id, int version, String reason) {
        Claim claim = claims.lock(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        desk.require(caller, Operation.CLAIM_REVIEW, claim.path());
        require(claim.version() == version, Reason.LOOK_AGAIN);
        require(!reason.isBlank(), Reason.REASON_MISSING);
        Turn turn = route.turn(claim, ReviewStep.AGENCY);
        require(turns.reopen(claim, turn, filer.promisedAnew(), desk.now(), desk.today()), Reason.STATE);
        deciding.note(claim, Doing.of(What.REOPENED).saying(reason));
        filer.news().reopened(claim);
        desk.done("claim.reopen", claim, "NEW_EVIDENCE");
    }

    /** The claim, held until the transaction ends, if it is still the one that was seen. */
    private Claim seen(Caller caller, UUID id, Seen seen) {
        Claim claim = claims.lock(id).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
        desk.require(caller, Operation.CLAIM_REVIEW, claim.path());
        require(claim.version() == seen.version(), Reason.LOOK_AGAIN);
        return claim;
    }

    /** The step that is the caller's to take. */
    private ReviewStep his(Caller caller, Claim claim) {
        desk.require(caller, Operation.CLAIM_REVIEW, claim.path());
        if (!(claim.state() instanceof ClaimState.InReview review)) {
            throw new ClaimRefused(claim.state().isOver() ? Reason.LOOK_AGAIN : Reason.STATE);
        }
        require(
                review.step().role() == caller.role()
                        && caller.path().filter(review.turn()::equals).isPresent(),
                Reason.NOT_YOUR_TURN);
        filer.requireStranger(caller, claim);
        return review.step();
    }
}
