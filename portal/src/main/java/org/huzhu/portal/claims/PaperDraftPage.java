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
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.recipients.Named;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a handler has entered for a member and not handed in yet: its papers, its receipts, handing it in. */
@RestController
class PaperDraftPage {

    private static final String ONE = "/w/claims/{id}";

    private final PaperClaims paper;
    private final ClaimDesk desk;
    private final ReceiptFilling filling;
    private final ClaimNames names;
    private final Clock clock;
    private final Templates pages;

    PaperDraftPage(
            PaperClaims paper, ClaimDesk desk, ReceiptFilling filling, ClaimNames names, Clock clock, Templates pages) {
        this.paper = paper;
        this.desk = desk;
        this.filling = filling;
        this.names = names;
        this.clock = clock;
        this.pages = pages;
    }

    private CaseFile caseFile(Caller caller, UUID id) {
        try {
            return desk.caseFile(caller, id);
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }

    @GetMapping(ONE + "/papers")
    ResponseEntity<?> papers(@PathVariable UUID id) {
        Caller caller = paper.handler();
        CaseFile file = caseFile(caller, id);
        return PaperClaims.mayStillChange(caller, file)
                ? ResponseEntity.ok(page(file, ""))
                : Answers.to("/w/claims/" + id);
    }

    private JteModel page(CaseFile file, String trouble) {
        return page(file, RecipientForm.of(file), trouble);
    }

    private JteModel page(CaseFile file, RecipientForm recipients, String trouble) {
        Claim claim = file.claim();
        String member = names.members(List.of(claim.member())).getOrDefault(claim.member(), claim.number());
        return pages.consoleClaimDraft(
                PapersView.of(file),
                file,
                member,
                recipients,
                ClaimView.of(file, clock).past(),
                trouble);
    }

    private ResponseEntity<?> again(Caller caller, UUID id, String trouble) {
        return Answers.again(page(caseFile(caller, id), trouble));
    }

    @PostMapping(ONE + "/papers")
    ResponseEntity<?> add(
            @PathVariable UUID id,
            @RequestParam Optional<PaperKind> kind,
            @RequestParam Optional<UUID> instead,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Caller caller = paper.handler();
        if (kind.isEmpty() || file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return again(caller, id, Texts.say("claim.paper.choose"));
        }
        try (InputStream bytes = file.get().getInputStream()) {
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
            UUID _ = desk.add(caller, id, kind.get(), name, bytes);
            filling.fill(caller, id, instead);
            return Answers.to("/w/claims/" + id + "/papers");
        } catch (DocumentRefused refused) {
            return again(caller, id, ClaimTroubles.say(refused));
        } catch (ClaimRefused refused) {
            return again(caller, id, ClaimTroubles.say(refused));
        }
    }

    @PostMapping(ONE + "/papers/{paper}/remove")
    ResponseEntity<?> remove(@PathVariable UUID id, @PathVariable("paper") UUID one) {
        Caller caller = paper.handler();
        return done(caller, id, "/papers", () -> desk.remove(caller, id, one));
    }

    @PostMapping(ONE + "/recipients")
    ResponseEntity<?> name(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = paper.handler();
        Typed typed = new Typed(words);
        Optional<Named> named = RecipientForm.read(typed);
        if (named.isPresent()) {
            return done(caller, id, "/papers#recipients", () -> desk.name(caller, id, named.get()));
        }
        CaseFile file = caseFile(caller, id);
        return Answers.again(page(file, RecipientForm.of(file, typed), ""));
    }

    @PostMapping(ONE + "/recipients/remove")
    ResponseEntity<?> unname(@PathVariable UUID id, @RequestParam(defaultValue = "0") int place) {
        Caller caller = paper.handler();
        return done(caller, id, "/papers#recipients", () -> desk.unname(caller, id, place));
    }

    @PostMapping(ONE + "/receipt")
    ResponseEntity<?> receipt(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String number) {
        Caller caller = paper.handler();
        return done(caller, id, "/papers", () -> desk.state(caller, id, code, number));
    }

    @PostMapping(ONE + "/file")
    ResponseEntity<?> file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean signed) {
        Caller caller = paper.handler();
        if (!signed) {
            return again(caller, id, Texts.say("claim.signed.missing"));
        }
        return done(caller, id, "", () -> desk.file(caller, id, version));
    }

    private ResponseEntity<?> done(Caller caller, UUID id, String on, Runnable work) {
        try {
            work.run();
            return Answers.to("/w/claims/" + id + on);
        } catch (ClaimRefused refused) {
            return again(caller, id, ClaimTroubles.say(refused));
        }
    }
}
