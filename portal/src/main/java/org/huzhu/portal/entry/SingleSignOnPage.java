package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Cookies;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.signon.SignOnRefused;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.signon.SingleSignOn.Arrival;
import org.huzhu.signon.SingleSignOn.Departure;
import org.huzhu.staff.Account;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.SignInRefused;
import org.huzhu.staff.SignInRefused.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in over an issuer of identities. Whoever comes back from there is shown a page of ours with a button:
 * browsers send the cookie of a session only where the way began with us.
 */
@RestController
class SingleSignOnPage {

    static final String BACK = "/w/sso/back";

    private final SingleSignOn signOn;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Templates pages;

    SingleSignOnPage(SingleSignOn signOn, SignIn signIn, Sessions sessions, Templates pages) {
        this.signOn = signOn;
        this.signIn = signIn;
        this.sessions = sessions;
        this.pages = pages;
    }

    /** A link leads here, no form: a form may lead nowhere but to us. */
    @GetMapping("/w/sso")
    ResponseEntity<Void> go(HttpServletRequest request) {
        if (!signOn.isOn()) {
            throw new NotWithinReach();
        }
        Departure departure = signOn.depart(back(request), Optional.empty());
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, Cookies.signOn(departure.carried(), request.isSecure()))
                .location(departure.address())
                .build();
    }

    /** Where the issuer is to send people back to: the address at which we were asked. */
    static URI back(HttpServletRequest request) {
        return URI.create(request.getRequestURL().toString()).resolve(BACK);
    }

    @GetMapping(BACK)
    JteModel back(@CookieValue(name = Cookies.SIGN_ON, defaultValue = "") String carried, HttpServletRequest request) {
        Arrival arrival = signOn.arrive(carried, URI.create(request.getRequestURL() + "?" + request.getQueryString()));
        if (arrival.binds().isPresent()) {
            return pages.consoleSignOn("", true, false, "");
        }
        Account account = signIn.bound(arrival.vouched());
        return pages.consoleSignOn(account.name(), false, account.hasSecondFactor(), "");
    }

    @PostMapping("/w/sso/enter")
    ResponseEntity<?> enter(
            @CookieValue(name = Cookies.SIGN_ON, defaultValue = "") String carried,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        Arrival arrival = signOn.arrival(carried).orElseThrow(SignOnRefused::stale);
        if (arrival.binds().isPresent()) {
            return bind(carried, arrival);
        }
        Account account = signIn.bound(arrival.vouched());
        Session.Opened opened;
        try {
            Optional<String> shown = Optional.of(code.strip()).filter(text -> !text.isEmpty());
            opened = signIn.enter(arrival.vouched(), shown, request.getRemoteAddr());
        } catch (SignInRefused refusal) {
            return Answers.again(pages.consoleSignOn(account.name(), false, account.hasSecondFactor(), said(refusal)));
        }
        if (!signOn.finish(carried)) {
            sessions.end(account.id(), opened.session().id());
            throw SignOnRefused.stale();
        }
        return Answers.to("/w", Cookies.noSignOn(), Cookies.session(opened.token(), request.isSecure()));
    }

    private static String said(SignInRefused refusal) {
        boolean isCode = refusal.reason() == Reason.WRONG;
        return Texts.say(isCode ? "signon.code.wrong" : "SignInRefused." + refusal.reason());
    }

    /** Only whoever began it binds, and only while he is signed in. */
    private ResponseEntity<Void> bind(String carried, Arrival arrival) {
        Session session = Visit.current()
                .session()
                .filter(own -> arrival.binds().equals(Optional.of(own.holder())))
                .orElseThrow(SignOnRefused::stale);
        if (!signOn.finish(carried)) {
            throw SignOnRefused.stale();
        }
        signIn.bind(session, arrival.vouched());
        return Answers.to("/w/identity", Cookies.noSignOn());
    }

    @ExceptionHandler
    ResponseEntity<JteModel> refused(SignOnRefused refusal) {
        return again("SignOnRefused." + refusal.reason());
    }

    @ExceptionHandler
    ResponseEntity<JteModel> refused(SignInRefused refusal) {
        return again("SignInRefused." + refusal.reason());
    }

    /** It has to be begun anew: what the browser carried is of no use any more. */
    private ResponseEntity<JteModel> again(String why) {
        return Answers.again(pages.consoleSignIn("", Texts.say(why), false, signOn.isOn()), Cookies.noSignOn());
    }
}
