package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Cookies;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.signon.SignOnRefused;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.signon.SingleSignOn.Departure;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether one's account is bound to an identity elsewhere, and how it is; for whoever is signed in. */
@RestController
class IdentityPage {

    private final SingleSignOn signOn;
    private final SignIn signIn;
    private final Templates pages;

    IdentityPage(SingleSignOn signOn, SignIn signIn, Templates pages) {
        this.signOn = signOn;
        this.signIn = signIn;
        this.pages = pages;
    }

    private Session session() {
        if (!signOn.isOn()) {
            throw new NotWithinReach();
        }
        return Visit.current().session().orElseThrow();
    }

    @GetMapping("/w/identity")
    JteModel own() {
        return pages.consoleIdentity(signIn.isBound(session()), "");
    }

    /** A new way in is opened to whoever proves again that it is he. */
    @PostMapping("/w/identity")
    ResponseEntity<JteModel> bind(@RequestParam String proof, HttpServletRequest request) {
        Session session = session();
        try {
            signIn.proveAgain(session, proof.strip());
            Departure departure = signOn.depart(SingleSignOnPage.back(request), Optional.of(session.holder()));
            return ResponseEntity.ok()
                    .header(HttpHeaders.SET_COOKIE, Cookies.signOn(departure.carried(), request.isSecure()))
                    .body(pages.consoleToIssuer(departure.address().toString()));
        } catch (SignInRefused refusal) {
            return unbound(session, "SignInRefused." + refusal.reason());
        } catch (SignOnRefused refusal) {
            return unbound(session, "SignOnRefused." + refusal.reason());
        }
    }

    private ResponseEntity<JteModel> unbound(Session session, String why) {
        return Answers.again(pages.consoleIdentity(signIn.isBound(session), Texts.say(why)));
    }

    @PostMapping("/w/identity/unbind")
    ResponseEntity<Void> unbind() {
        signIn.unbind(session());
        return Answers.to("/w/identity");
    }
}
