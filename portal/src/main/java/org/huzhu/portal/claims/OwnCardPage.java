package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.claims.money.OwnMoney;
import org.huzhu.claims.money.OwnPhone;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.Wishes;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.OwnQuarters;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The card on which a member is paid, why the bank gave money back, and another card. */
@RestController
class OwnCardPage {

    private static final String NUMBER = "number";
    private static final String CONSENT = "consent";
    private static final String CODE = "code";

    private final OwnMoney money;
    private final OwnQuarters quarters;
    private final OwnPhone phone;
    private final Wishes wishes;
    private final Templates pages;

    OwnCardPage(OwnMoney money, OwnQuarters quarters, OwnPhone phone, Wishes wishes, Templates pages) {
        this.money = money;
        this.quarters = quarters;
        this.phone = phone;
        this.wishes = wishes;
        this.pages = pages;
    }

    /** All that was paid to him. */
    @GetMapping("/m/pay")
    JteModel paid() {
        Caller caller = Visit.current().someone();
        return pages.claimsPay(lines(caller), money.cardEnd(caller));
    }

    private List<OwnPaymentLine> lines(Caller caller) {
        return Stream.concat(
                        money.payments(caller).stream().map(OwnPaymentLine::of),
                        quarters.all(caller).stream().map(OwnPaymentLine::of))
                .sorted(Comparator.comparing(OwnPaymentLine::since).reversed())
                .toList();
    }

    @GetMapping("/m/card")
    JteModel card(@RequestParam(defaultValue = "false") boolean held) {
        Typed typed = Typed.nothing();
        return page(held ? typed.refused(Texts.say("card.held")) : typed);
    }

    private JteModel page(Typed typed) {
        return page(typed, "");
    }

    /** Where a code was sent, in words; empty text where none is asked for. */
    private JteModel page(Typed typed, String sentTo) {
        Caller caller = Visit.current().someone();
        return pages.claimsCard(back(caller), money.cardEnd(caller), hasConsented(caller), typed, sentTo);
    }

    /** What the bank gave back. */
    private List<OwnPaymentLine> back(Caller caller) {
        return lines(caller).stream().filter(line -> !line.why().isEmpty()).toList();
    }

    private boolean hasConsented(Caller caller) {
        return wishes.hasConsented(caller, caller.member().orElseThrow(), Purpose.BANK);
    }

    @PostMapping("/m/card")
    ResponseEntity<?> change(@RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Typed typed = new Typed(words);
        Optional<CardNumber> card = typed.wanted(NUMBER, OwnCardPage::number, "card.number.wrong");
        if (!hasConsented(caller) && typed.at(CONSENT).isEmpty()) {
            typed.refuse(CONSENT, "card.consent.missing");
        }
        if (card.isEmpty() || !typed.isSound()) {
            return Answers.again(page(typed));
        }
        if (money.isPaidOn(caller, card.get()) && back(caller).isEmpty()) {
            // Sent again over a line that had lost the answer, with a code that serves once: it is done.
            return Answers.to("/m/pay");
        }
        return typed.at(CODE).isEmpty() ? ask(caller, typed) : change(caller, typed, card.get());
    }

    /** Asks for the code that is sent to his phone: whoever has only his open session does not get on. */
    private ResponseEntity<?> ask(Caller caller, Typed typed) {
        String address = Visit.current().session().orElseThrow().address();
        try {
            Optional<String> end = phone.ask(caller, address);
            return end.isPresent()
                    ? ResponseEntity.ok(page(typed, Texts.say("card.code.sent", end.get())))
                    : Answers.again(page(typed.refused(Texts.say("card.phone.none"))));
        } catch (SignInRefused e) {
            return Answers.again(page(typed.refused(Texts.say("card.code.often")), Texts.say("card.code.latest")));
        }
    }

    private ResponseEntity<?> change(Caller caller, Typed typed, CardNumber card) {
        Optional<OwnPhone.Proof> proof = phone.prove(caller, typed.at(CODE));
        if (proof.isEmpty()) {
            typed.refuse(CODE, "card.code.wrong");
            return Answers.again(page(typed, Texts.say("card.code.latest")));
        }
        try {
            agree(caller, typed);
            boolean isAll = money.changeCard(caller, card, proof.get());
            return Answers.to(isAll ? "/m/pay" : "/m/card?held=true");
        } catch (PaymentRefused | MemberRefused refused) {
            return Answers.again(page(typed.refused(Texts.say("card.again"))));
        }
    }

    /** As it stands on a card: four digits and a blank. */
    private static CardNumber number(String typed) {
        return new CardNumber(typed.replaceAll("[ -]", ""));
    }

    private void agree(Caller caller, Typed typed) {
        if (!typed.at(CONSENT).isEmpty() && !hasConsented(caller)) {
            wishes.consent(
                    caller,
                    caller.member().orElseThrow(),
                    Purpose.BANK,
                    OwnClaimPage.CONSENT_VERSION,
                    Texts.say("consent." + Purpose.BANK.name()));
        }
    }
}
