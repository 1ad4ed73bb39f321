package org.huzhu.claims;

import static org.huzhu.claims.ClaimRefused.require;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.JdbcAssessments.Kept;
import org.huzhu.claims.JdbcSteps.Doing;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.StepTaken.What;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.claims.routing.Turn;
import org.huzhu.claims.watch.Check;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.members.payees.Payees;
import org.huzhu.plan.PlanId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** How a claim is decided: what it comes to is judged once more, alone, and owed in the same transaction. */
@Component
class Deciding {

    private final JdbcClaims claims;
    private final JdbcTurns turns;
    private final JdbcSteps steps;
    private final JdbcAssessments assessments;
    private final Decision decision;
    private final Desk desk;

    Deciding(
            JdbcClaims claims,
            JdbcTurns turns,
            JdbcSteps steps,
            JdbcAssessments assessments,
            Decision decision,
            Desk desk) {
        this.claims = claims;
        this.turns = turns;
        this.steps = steps;
        this.assessments = assessments;
        this.decision = decision;
        this.desk = desk;
    }

    /** Lets it pass to whoever comes next; where nobody does, it is approved once all of the short list is ticked. */
    void pass(Claim claim, ReviewStep step, Seen seen, Set<Check> checked) {
        require(!steps.hasSaid(claim.id()), Reason.HAD_HIS_SAY);
        claims.alone(claim.member());
        Facts facts = claims.facts(claim.id());
        requireRecipients(claim, facts);
        require(decision.missing(claim, facts).isEmpty(), Reason.PAPERS_MISSING);
        Assessment assessment = decision.assess(claim, facts);
        require(assessment.due().equals(seen.due()), Reason.SUM_CHANGED);
        Optional<Turn> next = decision.next(claim, step, assessment.due());
        if (next.isPresent()) {
            require(turns.pass(claim, step, next.get(), desk.now()), Reason.LOOK_AGAIN);
            note(claim, Doing.at(step, What.PASSED));
            desk.done("claim.pass", claim);
        } else {
            require(checked.containsAll(EnumSet.allOf(Check.class)), Reason.CHECK_MISSING);
            decision.lines().complied(claim, step, checked);
            approve(claim, step, Doing.at(step, What.APPROVED), new Kept(facts, assessment));
        }
    }

    /** Of one who died somebody else is paid, and whoever lets it pass has held him against the papers. */
    private void requireRecipients(Claim claim, Facts facts) {
        boolean isHimself = decision.isPaidHimself(claim);
        require(!isHimself || !Recipients.areWanted(facts), Reason.RECIPIENTS_MISSING);
        require(isHimself || steps.hasChecked(claim.id()), Reason.RECIPIENTS_UNCHECKED);
    }

    /** Approves it in the name of the program, if it still comes to the same; says whether it did. */
    boolean byMachine(Claim claim, Kept seen, List<String> reasons) {
        claims.alone(claim.member());
        if (!(claim.state() instanceof ClaimState.InReview review)
                || !decision.isPaidHimself(claim)
                || Recipients.areWanted(seen.facts())
                || !decision.assess(claim, seen.facts()).equals(seen.assessment())) {
            return false;
        }
        approve(claim, review.step(), Doing.of(What.APPROVED_BY_MACHINE).about(reasons), seen);
        return true;
    }

    Optional<Payees.Payee> payee(Claim claim) {
        return decision.payee(claim);
    }

    private void approve(Claim claim, ReviewStep step, Doing doing, Kept kept) {
        require(turns.decide(claim, step, true, desk.now()), Reason.LOOK_AGAIN);
        note(claim, doing);
        keep(claim, kept);
        kept.assessment().lines().stream()
                .filter(line -> line.due().isPositive())
                .map(Assessment.Line::plan)
                .distinct()
                .forEach(plan -> decision.spend(claim, plan));
        decision.news().approved(claim, kept.assessment().due());
        desk.done(doing.what() == What.APPROVED ? "claim.approve" : "claim.approve.machine", claim);
    }

    private void keep(Claim claim, Kept kept) {
        UUID id = desk.freshId();
        int place = assessments.add(id, claim.id(), claim.version(), kept, JdbcSteps.actor(), desk.now());
        decision.owe(claim, place, write(id, claim, kept.assessment()), desk.today());
    }

    /** Writes down what each clause gives, and sums it up by the funds that bear it. */
    private Map<Fund, Money> write(UUID id, Claim claim, Assessment assessment) {
        Map<Fund, Money> sums = new LinkedHashMap<>();
        List<Assessment.Line> lines = assessment.lines();
        for (int place = 0; place < lines.size(); place++) {
            Assessment.Line line = lines.get(place);
            Fund fund = decision.fund(claim, new PlanId(line.plan(), line.version()));
            assessments.addLine(id, place + 1, claim, line, fund.id());
            sums.merge(fund, line.due(), Money::plus);
        }
        return sums;
    }

    /** Refuses it by a clause; what was paid for it before is claimed back. */
    void refuse(Claim claim, ReviewStep step, Ground ground, String said) {
        require(!said.isBlank(), Reason.REASON_MISSING);
        require(decision.knows(ground), Reason.NO_SUCH_CLAUSE);
        require(!steps.hasSaid(claim.id()), Reason.HAD_HIS_SAY);
        require(turns.decide(claim, step, false, desk.now()), Reason.LOOK_AGAIN);
        note(
                claim,
                Doing.at(step, What.REFUSED)
                        .about(List.of(ground.plan(), ground.clause()))
                        .saying(said));
        claims.alone(claim.member());
        Assessment nothing = decision.nothing(claim);
        if (!nothing.lines().isEmpty()) {
            keep(claim, new Kept(claims.facts(claim.id()), nothing));
        }
        decision.news().refused(claim);
        desk.done("claim.refuse", claim, ground.plan() + " " + ground.clause());
    }

    /** Writes down what was done; whoever has his say a second time in a round, even at the same moment, is refused. */
    void note(Claim claim, Doing doing) {
        try {
            steps.add(desk.freshId(), claim.id(), doing, desk.now());
        } catch (DuplicateKeyException e) {
            ClaimRefused refused = new ClaimRefused(Reason.HAD_HIS_SAY);
            refused.initCause(e);
            throw refused;
        }
    }
}
