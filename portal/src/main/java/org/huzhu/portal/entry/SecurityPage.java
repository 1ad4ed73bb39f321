package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.huzhu.portal.Address;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.SignInRefused;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How somebody proves that it is he: his password, his authenticator, and once more before what is grave. */
@RestController
class SecurityPage {

    private final SignIn signIn;
    private final StaffDesk desk;
    private final Templates pages;

    SecurityPage(SignIn signIn, StaffDesk desk, Templates pages) {
        this.signIn = signIn;
        this.desk = desk;
        this.pages = pages;
    }

    private static Session session() {
        return Visit.current().session().orElseThrow();
    }

    @GetMapping("/w/security")
    JteModel own() {
        return pages.consoleSecurity(desk.own(session()));
    }

    @PostMapping("/w/security/second-factor")
    JteModel make() {
        SignIn.NewSecondFactor fresh = signIn.newSecondFactor(session());
        return pages.consoleAuthenticator(Optional.of(Picture.of(fresh.address())), fresh.secret(), "");
    }

    @PostMapping("/w/security/code")
    ResponseEntity<?> turnOn(@RequestParam String code) {
        try {
            signIn.showCode(session(), code.strip());
            return Answers.to("/w/security");
        } catch (SignInRefused refusal) {
            return Answers.again(
                    pages.consoleAuthenticator(Optional.empty(), "", Texts.say("security.code." + refusal.reason())));
        }
    }

    /** Also for somebody who cannot sign in, because his password has served its time. */
    @GetMapping("/w/password")
    JteModel askPassword() {
        return pages.consolePassword(
                Visit.current()
                        .session()
                        .map(session -> desk.own(session).login())
                        .orElse(""),
                "",
                false);
    }

    @PostMapping("/w/password")
    ResponseEntity<?> changePassword(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam String fresh,
            HttpServletRequest request) {
        Optional<String> shown = Optional.of(code.strip()).filter(text -> !text.isEmpty());
        try {
            signIn.changePassword(new SignIn.Proof(login, password, shown, request.getRemoteAddr()), fresh);
            return Answers.to("/w/login/changed");
        } catch (SignInRefused refusal) {
            boolean wantsCode = refusal.reason() == SignInRefused.Reason.CODE_NEEDED || shown.isPresent();
            return unchanged(login, "SignInRefused." + refusal.reason(), wantsCode);
        } catch (StaffRefused refusal) {
            return unchanged(login, "StaffRefused." + refusal.reason(), shown.isPresent());
        }
    }

    private ResponseEntity<JteModel> unchanged(String login, String why, boolean wantsCode) {
        return Answers.again(pages.consolePassword(login, Texts.say(why), wantsCode));
    }

    /**
     * Asks for a proof and then leads back.
     *
     * @param back the page where what is grave was asked for
     */
    @GetMapping("/w/step-up")
    JteModel askProof(@RequestParam(defaultValue = "/w") String back) {
        return pages.consoleStepUp(desk.own(session()), Address.ownOr(back, "/w"), "");
    }

    @PostMapping("/w/step-up")
    ResponseEntity<?> prove(@RequestParam String proof, @RequestParam String back) {
        String address = Address.ownOr(back, "/w");
        try {
            signIn.proveAgain(session(), proof.strip());
            return Answers.to(address);
        } catch (SignInRefused refusal) {
            return Answers.again(
                    pages.consoleStepUp(desk.own(session()), address, Texts.say("security.proof." + refusal.reason())));
        }
    }
}
