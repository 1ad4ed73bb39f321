package org.huzhu.portal.claims;

import java.time.LocalDate;
import org.huzhu.claims.money.OwnMoney.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.payments.Standing;
import org.huzhu.portal.Texts;
import org.huzhu.portal.quarters.QuarterView;
import org.huzhu.quarters.OwnQuarters;
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
                payment.isBack() ? why(payment.standing()) : "");
    }

    static OwnPaymentLine of(OwnQuarters.Own own) {
        QuarterLine line = own.line();
        String carried = own.isHeld() ? "own.quarter.state.held" : "own.quarter.state.carried";
        return new OwnPaymentLine(
                "/m/quarters/" + line.id(),
                QuarterView.own(line.quarter()),
                line.due(),
                Texts.say(own.standing()
                        .map(standing -> "claim.money." + standing.state())
                        .orElse(carried)),
                own.standing()
                        .map(Standing::since)
                        .orElseGet(() -> line.quarter().end()),
                own.standing().flatMap(Standing::cardEnd).orElseGet(line::cardEnd),
                own.isBack() ? own.standing().map(OwnPaymentLine::why).orElse("") : "");
    }

    private static String why(Standing standing) {
        return standing.bankReason().map(ClaimView::reason).orElseGet(() -> Texts.say("claim.bank.other"));
    }
}
