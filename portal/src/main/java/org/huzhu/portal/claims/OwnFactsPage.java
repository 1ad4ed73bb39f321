package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimState;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.judged.Facts;
import org.huzhu.documents.DocumentRefused;
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

/** What a member has told of his claim, to be said otherwise; and where an electronic receipt tells it for him. */
@RestController
class OwnFactsPage {

    private static final String FACTS = "/m/claims/{id}/facts";

    private final ClaimDesk desk;
    private final ClaimForms forms;
    private final ReceiptFilling filling;
    private final Templates pages;

    OwnFactsPage(ClaimDesk desk, ClaimForms forms, ReceiptFilling filling, Templates pages) {
        this.desk = desk;
        this.forms = forms;
        this.filling = filling;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private CaseFile caseFile(UUID id) {
        try {
            return desk.caseFile(caller(), id);
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }

    /** Begins a claim with an electronic receipt alone; what stands on it is in the form then, to be looked at. */
    @PostMapping("/m/claims/new/{kind}/receipt")
    ResponseEntity<?> begin(
            @PathVariable ClaimKind kind, @RequestParam UUID key, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        UUID member = caller().member().orElseThrow();
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return again(kind, member, key, Texts.say("claim.paper.choose"));
        }
        try (InputStream bytes = file.get().getInputStream()) {
            Telling nothing = new Telling(member, kind, Optional.empty(), new Facts(List.of(), Optional.empty()));
            Claim claim = desk.begin(caller(), key, nothing);
            String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
            UUID _ = desk.add(caller(), claim.id(), PaperKind.RECEIPT, name, bytes);
            filling.fill(caller(), claim.id());
            return Answers.to("/m/claims/" + claim.id() + "/facts");
        } catch (DocumentRefused refused) {
            return again(kind, member, key, ClaimTroubles.say(refused));
        } catch (ClaimRefused refused) {
            return again(kind, member, key, ClaimTroubles.say(refused));
        }
    }

    private ResponseEntity<?> again(ClaimKind kind, UUID member, UUID key, String trouble) {
        FactsForm form = forms.brief(caller(), member, kind);
        return Answers.again(
                pages.claimsQuestions(kind, form.fields(), form.presumed().refused(trouble), key));
    }

    @GetMapping(FACTS)
    ResponseEntity<?> ask(@PathVariable UUID id) {
        CaseFile file = caseFile(id);
        Typed known = FactsWords.of(file.facts(), file.claim().relative().map(UUID::toString));
        return isOpen(file) ? ResponseEntity.ok(page(file, known)) : Answers.to("/m/claims/" + id);
    }

    /** What was established since is not his to say otherwise. */
    private static boolean isOpen(CaseFile file) {
        return file.claim().state() instanceof ClaimState.Draft;
    }

    private FactsForm form(CaseFile file) {
        Claim claim = file.claim();
        return forms.again(caller(), claim.member(), claim.kind(), file.facts());
    }

    private JteModel page(CaseFile file, Typed typed) {
        return pages.claimsFacts(file, form(file).fields(), typed);
    }

    @PostMapping(FACTS)
    ResponseEntity<?> tell(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> words) {
        CaseFile file = caseFile(id);
        if (!isOpen(file)) {
            return Answers.to("/m/claims/" + id);
        }
        Typed typed = new Typed(words);
        Optional<Telling> telling = forms.read(caller(), file.claim().member(), form(file), typed);
        if (telling.isPresent()) {
            try {
                filling.tell(caller(), file, telling.get());
                return Answers.to("/m/claims/" + id + "/papers");
            } catch (ClaimRefused refused) {
                Typed _ = typed.refused(ClaimTroubles.say(refused));
            }
        }
        return Answers.again(page(file, typed));
    }
}
