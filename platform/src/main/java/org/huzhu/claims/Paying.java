package org.huzhu.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.JdbcAssessments.Owed;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.TakingBack;
import org.huzhu.claims.money.Bearers;
import org.huzhu.claims.recipients.Named;
import org.huzhu.claims.recipients.Recipient;
import org.huzhu.claims.recipients.Recipients;
import org.huzhu.claims.recovery.Recoveries;
import org.huzhu.claims.recovery.TooMuch;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.members.payees.Payees;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.Standing;
import org.huzhu.plan.PlanId;
import org.springframework.stereotype.Component;

/** Owes what was decided: once for each fund that bears a part of it and each who is paid, as it is decided. */
@Component
class Paying {

    private static final String KIND = "claim";

    private static final String DECIDED_ANEW = "重新决定，不再应付";

    private final Payables payables;
    private final Recipients recipients;
    private final Bearers bearers;
    private final JdbcAssessments assessments;
    private final Recoveries recoveries;
    private final BeyondReach beyond;

    Paying(
            Payables payables,
            Recipients recipients,
            Bearers bearers,
            JdbcAssessments assessments,
            Recoveries recoveries,
            BeyondReach beyond) {
        this.payables = payables;
        this.recipients = recipients;
        this.bearers = bearers;
        this.assessments = assessments;
        this.recoveries = recoveries;
        this.beyond = beyond;
    }

    Optional<Payees.Payee> payee(UUID member) {
        return recipients.himself(member);
    }

    List<Recipient> recipients(Claim claim) {
        return recipients.of(claim.id());
    }

    void name(Claim claim, Named named) {
        recipients.name(claim.id(), named);
    }

    void unname(Claim claim, int place) {
        recipients.unname(claim.id(), place);
    }

    void requireWhole(Claim claim) {
        recipients.requireWhole(claim.id());
    }

    Fund fund(UUID unit, PlanId plan) {
        return bearers.fund(unit, plan);
    }

    boolean knows(Ground ground) {
        return bearers.knows(ground.plan(), ground.clause());
    }

    /** What takes back all that was given for the claim; what other decisions gave need not be within reach. */
    Assessment nothing(Claim claim) {
        List<Assessment> earlier = assessments.all(claim.id()).stream()
                .map(each -> each.kept().assessment())
                .toList();
        return earlier.isEmpty()
                ? new Assessment(List.of(), List.of())
                : TakingBack.all(beyond.call(() -> assessments.given(claim)), earlier);
    }

    /**
     * Owes the sums, by the funds that bear them, to the member or to those who are paid in his place. Of what was too
     * much, that which has not gone out is held back; the rest is claimed back.
     */
    void owe(Claim claim, int decision, Map<Fund, Money> sums, LocalDate day) {
        sums.forEach((fund, sum) -> recipients
                .parts(claim.id(), fund.id(), sum)
                .forEach((place, part) -> owe(new Owed(claim, decision, fund, place), part, day)));
    }

    private void owe(Owed owed, Money sum, LocalDate day) {
        Claim claim = owed.claim();
        assessments.owe(owed, sum);
        Money rest = sum.isNegative() ? heldBack(owed, sum) : sum;
        if (rest.isPositive()) {
            beyond.call(() -> payables.owe(owing(owed, rest, day)));
        }
        if (rest.isNegative()) {
            recoveries.ask(new TooMuch(
                    claim.id(),
                    owed.decision(),
                    owed.recipient(),
                    claim.member(),
                    claim.path(),
                    owed.fund().id(),
                    Money.ZERO.minus(rest),
                    day));
        }
    }

    /** What is left to be claimed back, below zero; above zero, what is owed anew of what was held back. */
    private Money heldBack(Owed owed, Money sum) {
        Money left = sum;
        for (String key : assessments.owedOf(owed)) {
            if (left.isNegative()) {
                left = left.plus(beyond.call(() -> payables.takeBack(key, DECIDED_ANEW)));
            }
        }
        return left;
    }

    private Owing owing(Owed owed, Money sum, LocalDate day) {
        Claim claim = owed.claim();
        Payees.Payee payee = recipients
                .account(claim.id(), claim.member(), owed.recipient())
                .orElseThrow(() -> new ClaimRefused(Reason.CARD_MISSING));
        return new Owing(
                owed.key(),
                KIND,
                claim.id(),
                owed.fund().id(),
                claim.path(),
                Optional.of(claim.member()),
                new Payee(payee.name(), payee.card()),
                sum,
                day);
    }

    /** How what the claim came to is paid, by the keys of what is owed. */
    Map<String, Standing> standing(Claim claim) {
        List<String> keys = assessments.owed(claim.id());
        return keys.isEmpty() ? Map.of() : beyond.call(() -> payables.standing(keys));
    }
}
