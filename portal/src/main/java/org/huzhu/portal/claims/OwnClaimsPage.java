package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimKind;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimState;
import org.huzhu.portal.Answers;
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

/** Where a member begins a claim: what happened, and a few questions. */
@RestController
class OwnClaimsPage {

    private final ClaimDesk desk;
    private final ClaimForms forms;
    private final Clock clock;
    private final Templates pages;

    OwnClaimsPage(ClaimDesk desk, ClaimForms forms, Clock clock, Templates pages) {
        this.desk = desk;
        this.forms = forms;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/m/claims")
    JteModel all() {
        return pages.claimsAll(own());
    }

    private List<ClaimView> own() {
        Caller caller = Visit.current().someone();
        return desk.progress(caller, self(caller)).stream()
                .map(progress -> ClaimView.of(progress, clock))
                .toList();
    }

    private static UUID self(Caller caller) {
        return caller.member().orElseThrow();
    }

    @GetMapping("/m/claims/new")
    JteModel tiles() {
        List<ClaimView> drafts = own().stream()
                .filter(view -> view.claim().state() instanceof ClaimState.Draft)
                .toList();
        return pages.claimsTiles(List.of(ClaimKind.values()), drafts);
    }

    @GetMapping("/m/claims/new/{kind}")
    JteModel questions(@PathVariable ClaimKind kind) {
        Caller caller = Visit.current().someone();
        FactsForm form = forms.brief(caller, self(caller), kind);
        return pages.claimsQuestions(kind, form.fields(), form.presumed(), UUID.randomUUID());
    }

    /** Begins the claim: what can be said at once stands on the next page, beside the papers that are wanted. */
    @PostMapping("/m/claims/new/{kind}")
    ResponseEntity<?> begin(
            @PathVariable ClaimKind kind, @RequestParam UUID key, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        FactsForm form = forms.brief(caller, self(caller), kind);
        Typed typed = new Typed(words);
        Optional<Telling> telling = forms.read(caller, self(caller), form, typed);
        if (telling.isPresent()) {
            try {
                UUID claim = toldBefore(caller, telling.get())
                        .orElseGet(() -> desk.begin(caller, key, telling.get()).id());
                return Answers.to("/m/claims/" + claim + "/papers");
            } catch (ClaimRefused refused) {
                Typed _ = typed.refused(ClaimTroubles.say(refused));
            }
        }
        return Answers.again(pages.claimsQuestions(kind, form.fields(), typed, key));
    }

    /** The draft in which he told the same: who lost the line when it was begun may not know of it, and begin anew. */
    private Optional<UUID> toldBefore(Caller caller, Telling telling) {
        return desk.of(caller, telling.member()).stream()
                .filter(claim -> claim.state() instanceof ClaimState.Draft
                        && claim.kind() == telling.kind()
                        && claim.relative().equals(telling.relative()))
                .map(Claim::id)
                .filter(id -> desk.caseFile(caller, id).facts().equals(telling.facts()))
                .findFirst();
    }
}
