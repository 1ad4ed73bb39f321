package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Cookies;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.SignInRefused;
import org.huzhu.staff.SignInRefused.Reason;
import org.huzhu.staff.StaffRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where staff sign in and out, and set their first password. */
@RestController
class SignInPage {

    private final SignIn signIn;
    private final Sessions sessions;
    private final SingleSignOn signOn;
    private final Templates pages;

    SignInPage(SignIn signIn, Sessions sessions, SingleSignOn signOn, Templates pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.signOn = signOn;
        this.pages = pages;
    }

    @GetMapping("/w/login")
    JteModel ask() {
        return pages.consoleSignIn("", "", false, signOn.isOn());
    }

    @GetMapping("/w/login/changed")
    JteModel askWithNew() {
        return pages.consoleSignIn("", Texts.say("security.password.changed"), false, signOn.isOn());
    }

    @PostMapping("/w/login")
    ResponseEntity<?> enter(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        try {
            Optional<String> shown = Optional.of(code.strip()).filter(text -> !text.isEmpty());
            Session.Opened opened = signIn.enter(new SignIn.Proof(login, password, shown, request.getRemoteAddr()));
            return Answers.to("/w", Cookies.session(opened.token(), request.isSecure()));
        } catch (SignInRefused refusal) {
            return Answers.again(pages.consoleSignIn(
                    login,
                    Texts.say("SignInRefused." + refusal.reason().name()),
                    refusal.reason() == Reason.CODE_NEEDED || !code.isBlank(),
                    signOn.isOn()));
        }
    }

    @PostMapping("/w/logout")
    ResponseEntity<Void> leave() {
        Visit.current().session().ifPresent(session -> sessions.end(session.holder(), session.id()));
        return Answers.to("/", Cookies.noSession());
    }

    /**
     * The token stands after the sign # in the address that the person was given, which browsers keep to themselves.
     */
    @GetMapping("/w/welcome")
    JteModel invited() {
        return pages.consoleWelcome("", "");
    }

    @PostMapping("/w/welcome")
    ResponseEntity<?> accept(@RequestParam String token, @RequestParam String password, HttpServletRequest request) {
        try {
            signIn.accept(token.strip(), password, request.getRemoteAddr());
            return Answers.to("/w/login");
        } catch (SignInRefused refusal) {
            return unaccepted(token, "SignInRefused." + refusal.reason().name());
        } catch (StaffRefused refusal) {
            return unaccepted(token, "StaffRefused." + refusal.reason().name());
        }
    }

    private ResponseEntity<JteModel> unaccepted(String token, String why) {
        return Answers.again(pages.consoleWelcome(token, Texts.say(why)));
    }
}
