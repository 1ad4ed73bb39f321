package org.huzhu.portal.claims;

import java.time.LocalDate;
import org.huzhu.claims.money.OwnMoney.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Texts;
import org.huzhu.quarters.QuarterLine;

/**
 * What a member was paid, in words.
 *
 * @param link where it says why
 * @param what for, such as a stay
 * @param why the bank gave it back; empty text where it did not
 */
public record OwnPaymentLine(
        String link, String what, Money sum, String state, LocalDate since, String cardEnd, String why) {

    static OwnPaymentLine of(Payment payment) {
        return new OwnPaymentLine(
                "/m/claims/" + payment.claim() + "/working",
                Texts.say(payment.kind()),
                payment.standing().sum(),
                Texts.say("claim.money." + payment.standing().state()),
                payment.standing().since(),
                payment.standing().cardEnd().orElse(""),
                payment.isBack()
                        ? payment.standing()
                                .bankReason()
                                .map(ClaimView::reason)
                                .orElseGet(() -> Texts.say("claim.bank.other"))
                        : "");
    }

    static OwnPaymentLine of(QuarterLine line) {
        return new OwnPaymentLine(
                "/m/quarters/" + line.id(),
                Texts.say(
                        "own.quarter.title",
                        String.valueOf(line.quarter().year()),
                        String.valueOf(line.quarter().quarter())),
                line.due(),
                Texts.say(
                        !line.due().isPositive()
                                ? "own.quarter.state.carried"
                                : line.paidOn().isPresent() ? "claim.money.PAID" : "own.quarter.state.coming"),
                line.paidOn().orElseGet(() -> line.quarter().end()),
                line.cardEnd(),
                "");
    }
}
