package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.huzhu.kernel.Phone;
import org.huzhu.members.proxies.Acting;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Cookies;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.MemberSignIn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where members sign in with a phone and a code, and a phone is bound to a member. */
@RestController
class MemberSignInPage {

    private final MemberSignIn signIn;
    private final Sessions sessions;
    private final Acting acting;
    private final Templates pages;

    MemberSignInPage(MemberSignIn signIn, Sessions sessions, Acting acting, Templates pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.acting = acting;
        this.pages = pages;
    }

    @GetMapping("/m/login")
    JteModel ask() {
        return pages.memberSignIn("", false, "");
    }

    @PostMapping("/m/login/code")
    ResponseEntity<?> send(@RequestParam String phone, HttpServletRequest request) {
        try {
            String digits = Phone.parse(phone).digits();
            signIn.ask(digits, request.getRemoteAddr());
            return ResponseEntity.ok(pages.memberSignIn(digits, true, ""));
        } catch (SignInRefused refusal) {
            return refused(phone, false, refusal);
        } catch (IllegalArgumentException e) {
            return Answers.again(pages.memberSignIn(phone, false, Texts.say("member.phone.wrong")));
        }
    }

    @PostMapping("/m/login")
    ResponseEntity<?> enter(@RequestParam String phone, @RequestParam String code, HttpServletRequest request) {
        try {
            return into(signIn.enter(phone.strip(), code.strip(), request.getRemoteAddr()), request);
        } catch (SignInRefused refusal) {
            return refused(phone, true, refusal);
        }
    }

    private ResponseEntity<JteModel> refused(String phone, boolean isSent, SignInRefused refusal) {
        return Answers.again(pages.memberSignIn(phone, isSent, Texts.say("member.SignInRefused." + refusal.reason())));
    }

    /** Whoever may act for somebody says first for whom he has come. */
    private ResponseEntity<Void> into(Session.Opened opened, HttpServletRequest request) {
        boolean isAsked = !acting.offers(opened.session()).isEmpty();
        return Answers.to(isAsked ? "/m/acting" : "/m", Cookies.session(opened.token(), request.isSecure()));
    }

    @GetMapping("/m/bind")
    JteModel bind() {
        return pages.memberBind("");
    }

    @PostMapping("/m/bind")
    ResponseEntity<?> bind(@RequestParam String number, @RequestParam String name, HttpServletRequest request) {
        try {
            Session session = Visit.current().session().orElseThrow();
            return into(signIn.bind(session, number.strip(), name.strip()), request);
        } catch (SignInRefused refusal) {
            return Answers.again(pages.memberBind(Texts.say("member.bind." + refusal.reason())));
        }
    }

    @PostMapping("/m/logout")
    ResponseEntity<Void> leave() {
        Visit.current().session().ifPresent(session -> sessions.end(session.holder(), session.id()));
        return Answers.to("/", Cookies.noSession());
    }
}
