package org.huzhu.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.TakingBack;
import org.huzhu.claims.money.Bearers;
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

/** Owes what was decided: once for each fund that bears a part of it, in the transaction that decides. */
@Component
class Paying {

    private static final String KIND = "claim";

    private static final String DECIDED_ANEW = "重新决定，不再应付";

    private final Payables payables;
    private final Payees payees;
    private final Bearers bearers;
    private final JdbcAssessments assessments;
    private final Recoveries recoveries;
    private final BeyondReach beyond;

    Paying(
            Payables payables,
            Payees payees,
            Bearers bearers,
            JdbcAssessments assessments,
            Recoveries recoveries,
            BeyondReach beyond) {
        this.payables = payables;
        this.payees = payees;
        this.bearers = bearers;
        this.assessments = assessments;
        this.recoveries = recoveries;
        this.beyond = beyond;
    }

    Optional<Payees.Payee> payee(UUID member) {
        return beyond.call(() -> payees.of(member));
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
     * Owes the sums, by the funds that bear them. Of what was too much, that which has not gone out is held back; the
     * rest is claimed back.
     */
    void owe(Claim claim, int decision, Map<Fund, Money> sums, LocalDate day) {
        sums.forEach((fund, sum) -> {
            if (sum.fen() != 0) {
                assessments.owe(key(claim, decision, fund), claim.id(), decision, fund.id(), sum);
            }
            Money rest = sum.isNegative() ? heldBack(claim, fund, sum) : sum;
            if (rest.isPositive()) {
                Payees.Payee payee = payee(claim.member()).orElseThrow(() -> new ClaimRefused(Reason.CARD_MISSING));
                beyond.call(() -> payables.owe(owing(claim, decision, fund, payee, rest, day)));
            }
            if (rest.isNegative()) {
                recoveries.ask(new TooMuch(
                        claim.id(), decision, claim.member(), claim.path(), fund.id(), Money.ZERO.minus(rest), day));
            }
        });
    }

    /** What is left to be claimed back, below zero; above zero, what is owed anew of what was held back. */
    private Money heldBack(Claim claim, Fund fund, Money sum) {
        Money left = sum;
        for (String key : assessments.owedOf(claim.id(), fund.id())) {
            if (left.isNegative()) {
                left = left.plus(beyond.call(() -> payables.takeBack(key, DECIDED_ANEW)));
            }
        }
        return left;
    }

    private static Owing owing(Claim claim, int decision, Fund fund, Payees.Payee payee, Money sum, LocalDate day) {
        return new Owing(
                key(claim, decision, fund),
                KIND,
                claim.id(),
                fund.id(),
                claim.path(),
                Optional.of(claim.member()),
                new Payee(payee.name(), payee.card()),
                sum,
                day);
    }

    private static String key(Claim claim, int decision, Fund fund) {
        return "CLM:" + claim.number() + ":" + decision + ":" + fund.code();
    }

    /** How what the claim came to is paid, by the keys of what is owed. */
    Map<String, Standing> standing(Claim claim) {
        List<String> keys = assessments.owed(claim.id());
        return keys.isEmpty() ? Map.of() : beyond.call(() -> payables.standing(keys));
    }
}
