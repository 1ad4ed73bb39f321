package org.huzhu.portal.claims;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.claims.money.OwnMoney.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Texts;

/**
 * What a member was paid for a claim, in words.
 *
 * @param what for, such as a stay
 * @param why the bank gave it back; empty text where it did not
 */
public record OwnPaymentLine(
        UUID claim, String what, Money sum, String state, LocalDate since, String cardEnd, String why) {

    static OwnPaymentLine of(Payment payment) {
        return new OwnPaymentLine(
                payment.claim(),
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
}
