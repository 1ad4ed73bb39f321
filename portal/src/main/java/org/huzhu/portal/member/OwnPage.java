package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own pages: what is kept of him, a copy of it, what he agreed to, corrections. One thing on each. */
@RestController
class OwnPage {

    /** The version of the texts that members agree to. */
    static final String CONSENT_VERSION = "2026-12";

    private static final String CONSENTS = "/m/me/consents";
    private static final String CORRECTIONS = "/m/me/corrections";

    private final MemberRegister register;
    private final OwnCopies copies;
    private final Wishes wishes;
    private final NoticeDesk notices;
    private final Clock clock;
    private final Templates pages;

    OwnPage(
            MemberRegister register,
            OwnCopies copies,
            Wishes wishes,
            NoticeDesk notices,
            Clock clock,
            Templates pages) {
        this.register = register;
        this.copies = copies;
        this.wishes = wishes;
        this.notices = notices;
        this.clock = clock;
        this.pages = pages;
    }

    private static UUID self(Caller caller) {
        return caller.member().orElseThrow();
    }

    private OwnCopy own() {
        Visit visit = Visit.current();
        return copies.of(visit.someone(), visit.session().orElseThrow());
    }

    @GetMapping("/m")
    JteModel home() {
        Caller caller = Visit.current().someone();
        return pages.memberHome(register.detail(caller, self(caller)), notices.unread(caller));
    }

    @GetMapping("/m/me")
    JteModel me() {
        return pages.memberMe(own());
    }

    /** All of it on one page, to be printed. */
    @GetMapping("/m/me/print")
    JteModel print() {
        return pages.memberPrint(own());
    }

    /** All of it, for a machine to read. */
    @GetMapping("/m/me/copy")
    ResponseEntity<OwnCopy> copy() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"huzhu-me.json\"")
                .body(own());
    }

    @GetMapping(CORRECTIONS)
    JteModel corrections() {
        return pages.memberCorrections(own().corrections(), "", "", "");
    }

    @PostMapping(CORRECTIONS)
    ResponseEntity<?> correct(@RequestParam String subject, @RequestParam String wish) {
        if (subject.isBlank() || wish.isBlank()) {
            JteModel again =
                    pages.memberCorrections(own().corrections(), subject, wish, Texts.say("member.correct.missing"));
            return Answers.again(again);
        }
        Caller caller = Visit.current().someone();
        wishes.ask(caller, self(caller), subject.strip(), wish.strip());
        return Answers.to(CORRECTIONS);
    }

    @GetMapping(CONSENTS)
    JteModel consents() {
        Caller caller = Visit.current().someone();
        var given = register.detail(caller, self(caller)).consents();
        List<OwnConsent> consents = Arrays.stream(Purpose.values())
                .map(purpose -> OwnConsent.of(purpose, given, clock.getZone()))
                .toList();
        return pages.memberConsents(consents);
    }

    @PostMapping(CONSENTS + "/{purpose}")
    ResponseEntity<Void> consent(@PathVariable Purpose purpose) {
        Caller caller = Visit.current().someone();
        wishes.consent(caller, self(caller), purpose, CONSENT_VERSION, OwnConsent.text(purpose));
        return Answers.to(CONSENTS);
    }

    @PostMapping(CONSENTS + "/{purpose}/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable Purpose purpose) {
        Caller caller = Visit.current().someone();
        wishes.withdraw(caller, self(caller), purpose);
        return Answers.to(CONSENTS);
    }
}
