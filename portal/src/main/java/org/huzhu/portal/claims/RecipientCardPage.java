package org.huzhu.portal.claims;

import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.recipients.RecipientDesk;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Another card for one who is paid in the member's place, where the bank gave his money back. */
@RestController
class RecipientCardPage {

    private final PaperClaims paper;
    private final RecipientDesk desk;
    private final Templates pages;

    RecipientCardPage(PaperClaims paper, RecipientDesk desk, Templates pages) {
        this.paper = paper;
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping("/w/claims/{id}/recipients/card")
    ResponseEntity<?> change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(defaultValue = "") String card) {
        Caller caller = paper.handler();
        try {
            desk.require(caller, id, place);
            desk.changeCard(caller, id, place, RecipientForm.card(card));
            return Answers.to("/w/claims/" + id + "#recipients");
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        } catch (PaymentRefused e) {
            return again(id, "card.again");
        } catch (IllegalArgumentException e) {
            return again(id, "card.number.wrong");
        }
    }

    private ResponseEntity<?> again(UUID claim, String trouble) {
        return Answers.again(pages.consoleClaimCard(claim, Texts.say(trouble)));
    }
}
