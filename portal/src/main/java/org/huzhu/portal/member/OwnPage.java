package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Wishes;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own pages: what is kept of him, a copy of it, corrections, what he agreed to. */
@RestController
class OwnPage {

    /** The version of the texts that members agree to. */
    static final String CONSENT_VERSION = "2026-11";

    private final MemberRegister register;
    private final Wishes wishes;
    private final Templates pages;

    OwnPage(MemberRegister register, Wishes wishes, Templates pages) {
        this.register = register;
        this.wishes = wishes;
        this.pages = pages;
    }

    private static UUID self(Caller caller) {
        return caller.member().orElseThrow();
    }

    @GetMapping("/m")
    JteModel home() {
        Caller caller = Visit.current().someone();
        return pages.memberHome(register.detail(caller, self(caller)));
    }

    @GetMapping("/m/me")
    JteModel me() {
        Caller caller = Visit.current().someone();
        return pages.memberMe(register.detail(caller, self(caller)), List.of(Purpose.values()));
    }

    /** All that is kept of him, for a machine to read. */
    @GetMapping("/m/me/copy")
    ResponseEntity<MemberDetail> copy() {
        Caller caller = Visit.current().someone();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"huzhu-me.json\"")
                .body(register.detail(caller, self(caller)));
    }

    @PostMapping("/m/me/corrections")
    ResponseEntity<Void> correct(@RequestParam String subject, @RequestParam String wish) {
        Caller caller = Visit.current().someone();
        wishes.ask(caller, self(caller), subject, wish);
        return back();
    }

    @PostMapping("/m/me/consents/{purpose}")
    ResponseEntity<Void> consent(@PathVariable Purpose purpose) {
        Caller caller = Visit.current().someone();
        wishes.consent(caller, self(caller), purpose, CONSENT_VERSION, Texts.say("consent." + purpose.name()));
        return back();
    }

    @PostMapping("/m/me/consents/{purpose}/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable Purpose purpose) {
        Caller caller = Visit.current().someone();
        wishes.withdraw(caller, self(caller), purpose);
        return back();
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/m/me")
                .build();
    }
}
