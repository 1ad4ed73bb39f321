package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.JdbcSteps.Doing;
import org.huzhu.claims.StepTaken.What;
import org.huzhu.claims.judged.Assessing;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recipients.Named;
import org.huzhu.claims.routing.Route;
import org.huzhu.claims.routing.Turn;
import org.huzhu.claims.watch.Flag;
import org.huzhu.claims.watch.Lines;
import org.huzhu.claims.watch.Watch;
import org.huzhu.database.Scope;
import org.huzhu.receipts.MedicalReceipt;
import org.springframework.stereotype.Component;

/** How a claim is handed in, taken back, and wanted looked at again by whoever it is for. */
@Component
class Handing {

    private final JdbcClaims claims;
    private final JdbcTurns turns;
    private final JdbcSteps steps;
    private final Gate gate;
    private final Route route;
    private final Filer filer;

    Handing(JdbcClaims claims, JdbcTurns turns, JdbcSteps steps, Gate gate, Route route, Filer filer) {
        this.claims = claims;
        this.turns = turns;
        this.steps = steps;
        this.gate = gate;
        this.route = route;
        this.filer = filer;
    }

    /** What a claim goes past when it comes in. */
    @Component
    record Gate(Papers papers, Assessing assessing, Watch watch, Lines lines, FastLane lane) {

        Assessment assess(Claim claim, Facts facts) {
            return assessing.assess(claim.member(), claim.number(), facts);
        }
    }

    String home(UUID unit) {
        return route.home(unit);
    }

    /** Says who else is paid in the member's place. */
    void name(Claim claim, Named named) {
        filer.name(claim, named);
    }

    void unname(Claim claim, int place) {
        filer.unname(claim, place);
    }

    /** Hands it in, for the first time or after it was given back. */
    void in(Caller caller, Claim claim) {
        require(!claim.state().isOver(), Reason.STATE);
        Facts facts = claims.facts(claim.id());
        require(!facts.events().isEmpty(), Reason.NO_EVENT);
        require(gate.papers().missing(claim, facts).isEmpty(), Reason.PAPERS_MISSING);
        filer.requireReady(caller, claim, facts);
        Optional<ReviewStep> back = returnedFrom(claim);
        Turn turn = back.map(step -> route.turn(claim, step)).orElseGet(() -> route.first(claim, enteredBy(caller)));
        LocalDate today = filer.today();
        Instant now = filer.now();
        boolean isFiled = turns.file(claim, turn, filer.promised(claim), filer.stood(claim), now, today);
        require(isFiled, Reason.LOOK_AGAIN);
        note(claim, Doing.of(back.isPresent() ? What.SUPPLEMENTED : What.ENTERED), "claim.file");
        filer.news().filed(claim, filer.promised(claim), caller.role() == Role.MEMBER_PROXY);
        Assessment assessment = gate.assess(claim, facts);
        gate.lines().selfChecked(claim, assessment);
        List<Flag> flags = gate.watch().look(claim, assessment);
        if (back.isEmpty() && flags.isEmpty()) {
            gate.lane().look(claim.id(), facts, assessment);
        }
    }

    /** The step that gave it back; empty where it was never handed in. */
    private Optional<ReviewStep> returnedFrom(Claim claim) {
        return claim.state() instanceof ClaimState.Returned
                ? steps.of(claim.id()).reversed().stream()
                        .filter(step -> step.what() == What.RETURNED)
                        .findFirst()
                        .flatMap(StepTaken::step)
                : Optional.empty();
    }

    private static Optional<Role> enteredBy(Caller caller) {
        return Optional.of(caller.role()).filter(_ -> !caller.isForMember());
    }

    void back(Claim claim, String reason) {
        require(turns.withdraw(claim, filer.now()), Reason.STATE);
        note(claim, Doing.of(What.WITHDRAWN).saying(reason), "claim.withdraw");
        filer.news().withdrawn(claim);
    }

    /** Wants a person to look at what was decided: it goes to the office, which has the last word. */
    void again(Claim claim, String reason) {
        Turn turn = route.turn(claim, ReviewStep.OFFICE);
        LocalDate today = filer.today();
        require(turns.reopen(claim, turn, filer.promisedAnew(), filer.now(), today), Reason.STATE);
        note(claim, Doing.of(What.PERSON_ASKED).saying(reason), "claim.ask-again");
        filer.news().reopened(claim);
    }

    /**
     * What was paid to the member on a receipt that a red letter takes back is taken up again. A red letter that
     * anybody else brings moves nothing: whoever decides sees on which claims the receipt stands, and takes them up
     * himself.
     */
    void lookAgain(Claim brought, MedicalReceipt red, Desk desk) {
        Scope.ofSystem()
                .run(() -> desk.whole(() -> gate.papers().spentOn(red)).forEach(paidOn -> {
                    boolean _ = desk.whole(() -> {
                        Claim claim = claims.lock(paidOn).orElseThrow();
                        boolean isHis = claim.member().equals(brought.member());
                        if (isHis) {
                            red(claim, red.key());
                        }
                        return isHis;
                    });
                }));
    }

    /** A red letter takes back the receipt that was paid on: people look again, once for each receipt. */
    private void red(Claim claim, String key) {
        boolean wasLookedAt = steps.of(claim.id()).stream()
                .anyMatch(
                        step -> step.what() == What.REOPENED && step.subjects().contains(key));
        if (wasLookedAt || !(claim.state() instanceof ClaimState.Approved)) {
            return;
        }
        Turn turn = route.turn(claim, ReviewStep.AGENCY);
        require(turns.reopen(claim, turn, filer.promisedAnew(), filer.now(), filer.today()), Reason.STATE);
        note(claim, Doing.of(What.REOPENED).about(List.of(key)), "claim.reopen");
        filer.news().reopened(claim);
    }

    private void note(Claim claim, Doing doing, String action) {
        steps.add(filer.freshId(), claim.id(), doing, filer.now());
        filer.done(action, claim);
    }
}
