package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.recipients.Named;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.Wishes;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A member's own claim: its papers, handing it in, how it stands, how the sum comes about. */
@RestController
class OwnClaimPage {

    private static final String ONE = "/m/claims/{id}";

    /** The version of the text that members agree to when they file. */
    static final String CONSENT_VERSION = "2026-12";

    private final ClaimDesk desk;
    private final Wishes wishes;
    private final ReceiptFilling filling;
    private final Clock clock;
    private final Templates pages;

    OwnClaimPage(ClaimDesk desk, Wishes wishes, ReceiptFilling filling, Clock clock, Templates pages) {
        this.desk = desk;
        this.wishes = wishes;
        this.filling = filling;
        this.clock = clock;
        this.pages = pages;
    }

    private CaseFile caseFile(UUID id) {
        Caller caller = Visit.current().someone();
        try {
            return desk.caseFile(caller, id);
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }

    private static String at(UUID id, String page) {
        return "/m/claims/" + id + page;
    }

    @GetMapping(ONE)
    ResponseEntity<?> progress(@PathVariable UUID id) {
        CaseFile file = caseFile(id);
        return file.claim().state() instanceof ClaimState.Draft
                ? Answers.to(at(id, "/papers"))
                : ResponseEntity.ok(pages.claimsProgress(ClaimView.of(file, clock), file, ""));
    }

    @GetMapping(ONE + "/working")
    JteModel working(@PathVariable UUID id) {
        CaseFile file = caseFile(id);
        return pages.claimsWorking(ClaimView.of(file, clock), file);
    }

    @GetMapping(ONE + "/papers")
    JteModel papers(@PathVariable UUID id) {
        return papers(caseFile(id), "");
    }

    private JteModel papers(CaseFile file, String trouble) {
        return pages.claimsPapers(PapersView.of(file), file, RecipientForm.of(file), trouble);
    }

    @PostMapping(ONE + "/recipients")
    ResponseEntity<?> name(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> words) {
        CaseFile file = caseFile(id);
        Typed typed = new Typed(words);
        Optional<Named> named = RecipientForm.read(typed);
        if (named.isPresent()) {
            try {
                desk.name(Visit.current().someone(), id, named.get());
                return Answers.to(at(id, "/papers#recipients"));
            } catch (ClaimRefused refused) {
                Typed _ = typed.refused(ClaimTroubles.say(refused));
            }
        }
        return Answers.again(pages.claimsPapers(PapersView.of(file), file, RecipientForm.of(file, typed), ""));
    }

    @PostMapping(ONE + "/recipients/remove")
    ResponseEntity<?> unname(@PathVariable UUID id, @RequestParam(defaultValue = "0") int place) {
        try {
            desk.unname(Visit.current().someone(), id, place);
            return Answers.to(at(id, "/papers#recipients"));
        } catch (ClaimRefused refused) {
            return refused(id, refused);
        }
    }

    @PostMapping(ONE + "/papers")
    ResponseEntity<?> add(
            @PathVariable UUID id,
            @RequestParam PaperKind kind,
            @RequestParam Optional<UUID> instead,
            @RequestParam MultipartFile file)
            throws IOException {
        Caller caller = Visit.current().someone();
        try (InputStream bytes = file.getInputStream()) {
            UUID _ = desk.add(
                    caller,
                    id,
                    kind,
                    Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                    bytes);
            filling.fill(caller, id, instead);
            return Answers.to(at(id, "/papers"));
        } catch (DocumentRefused refused) {
            return Answers.again(papers(caseFile(id), ClaimTroubles.say(refused)));
        } catch (ClaimRefused refused) {
            return refused(id, refused);
        }
    }

    private ResponseEntity<?> refused(UUID id, ClaimRefused refused) {
        return Answers.again(papers(caseFile(id), ClaimTroubles.say(refused)));
    }

    @PostMapping(ONE + "/papers/{paper}/remove")
    ResponseEntity<?> remove(@PathVariable UUID id, @PathVariable UUID paper) {
        try {
            desk.remove(Visit.current().someone(), id, paper);
            return Answers.to(at(id, "/papers"));
        } catch (ClaimRefused refused) {
            return refused(id, refused);
        }
    }

    @PostMapping(ONE + "/receipt")
    ResponseEntity<?> receipt(@PathVariable UUID id, @RequestParam String code, @RequestParam String number) {
        try {
            desk.state(Visit.current().someone(), id, code, number);
            return Answers.to(at(id, "/papers"));
        } catch (ClaimRefused refused) {
            return refused(id, refused);
        }
    }

    @GetMapping(ONE + "/confirm")
    JteModel confirm(@PathVariable UUID id) {
        return confirm(caseFile(id), "");
    }

    private JteModel confirm(CaseFile file, String trouble) {
        Caller caller = Visit.current().someone();
        boolean hasConsented = wishes.hasConsented(caller, file.claim().member(), Purpose.MEDICAL);
        return pages.claimsConfirm(PapersView.of(file), file, hasConsented, trouble);
    }

    @PostMapping(ONE + "/file")
    ResponseEntity<?> file(@PathVariable UUID id, @RequestParam int version, @RequestParam List<String> consent) {
        Caller caller = Visit.current().someone();
        try {
            if (consent.contains(Purpose.MEDICAL.name())) {
                wishes.consent(
                        caller,
                        caller.member().orElseThrow(),
                        Purpose.MEDICAL,
                        CONSENT_VERSION,
                        Texts.say(Visit.current().isForAnother() ? "acting.consent" : "claim.consent.medical"));
            }
            desk.file(caller, id, version);
            return Answers.to(at(id, ""));
        } catch (ClaimRefused refused) {
            return Answers.again(confirm(caseFile(id), ClaimTroubles.say(refused)));
        }
    }

    @PostMapping(ONE + "/withdraw")
    ResponseEntity<?> withdraw(@PathVariable UUID id, @RequestParam int version) {
        return done(id, () -> desk.withdraw(Visit.current().someone(), id, version, ""));
    }

    @PostMapping(ONE + "/again")
    ResponseEntity<?> again(@PathVariable UUID id, @RequestParam int version, @RequestParam String reason) {
        return done(id, () -> desk.askAgain(Visit.current().someone(), id, version, reason));
    }

    private ResponseEntity<?> done(UUID id, Runnable work) {
        try {
            work.run();
            return Answers.to(at(id, ""));
        } catch (ClaimRefused refused) {
            CaseFile file = caseFile(id);
            return Answers.again(pages.claimsProgress(ClaimView.of(file, clock), file, ClaimTroubles.say(refused)));
        }
    }
}
