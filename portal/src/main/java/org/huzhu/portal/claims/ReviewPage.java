package org.huzhu.portal.claims;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.ClaimDesk;
import org.huzhu.claims.ClaimDesk.Telling;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.PaperKind;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.watch.Check;
import org.huzhu.facts.Event;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One claim, with its papers on the left and what is to be decided on the right. */
@RestController
class ReviewPage {

    private static final String ONE = "/w/claims/{id}";

    private final ClaimDesk desk;
    private final ReviewDesk review;
    private final ClaimForms forms;
    private final ReviewViews views;
    private final Clock clock;
    private final Templates pages;

    ReviewPage(ClaimDesk desk, ReviewDesk review, ClaimForms forms, ReviewViews views, Clock clock, Templates pages) {
        this.desk = desk;
        this.review = review;
        this.forms = forms;
        this.views = views;
        this.clock = clock;
        this.pages = pages;
    }

    /** Whoever entered it and may still change it comes to its papers. */
    @GetMapping(ONE)
    ResponseEntity<?> one(@PathVariable UUID id) {
        CaseFile file = caseFile(id);
        return PaperClaims.mayStillChange(Visit.current().someone(), file)
                ? Answers.to("/w/claims/" + id + "/papers")
                : ResponseEntity.ok(page(file, Optional.empty(), ""));
    }

    private CaseFile caseFile(UUID id) {
        try {
            return desk.caseFile(Visit.current().someone(), id);
        } catch (ClaimRefused e) {
            throw new NotWithinReach();
        }
    }

    private JteModel page(CaseFile file, Optional<Typed> typed, String trouble) {
        Caller caller = Visit.current().someone();
        ReviewView view = views.of(caller, file);
        Typed known = FactsWords.of(file.facts(), file.claim().relative().map(UUID::toString));
        List<Field> fields = List.of();
        List<Choice> circumstances = List.of();
        if (view.isHis()) {
            FactsForm form = forms.full(caller, file);
            fields = form.fields();
            circumstances = form.circumstances();
        }
        return pages.consoleClaim(
                view, ClaimView.of(file, clock), file, fields, circumstances, typed.orElse(known), trouble);
    }

    @PostMapping(ONE + "/facts")
    ResponseEntity<?> establish(
            @PathVariable UUID id, @RequestParam int version, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        CaseFile file = caseFile(id);
        views.requireReview(caller, file.claim());
        FactsForm form = forms.full(caller, file);
        Typed typed = new Typed(words);
        Optional<Telling> telling = forms.read(caller, file.claim(), form, typed);
        if (telling.isEmpty()) {
            return Answers.again(page(file, Optional.of(typed), ""));
        }
        Facts facts = withRest(telling.get().facts(), file.facts());
        return done(id, "", () -> review.establish(caller, id, version, facts));
    }

    /** What the form has no room for stays as it was. */
    private static Facts withRest(Facts typed, Facts known) {
        List<Event> events = new ArrayList<>(typed.events());
        known.events().stream()
                .filter(event -> event instanceof Event.Visit || event instanceof Event.Maturity)
                .forEach(events::add);
        return new Facts(events, typed.occupation());
    }

    @PostMapping(ONE + "/recipients/check")
    ResponseEntity<?> checkRecipients(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        return done(id, "", () -> review.checkRecipients(Visit.current().someone(), id, version));
    }

    @PostMapping(ONE + "/pass")
    ResponseEntity<?> pass(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam long fen,
            @RequestParam(required = false) Set<Check> checked) {
        Set<Check> ticked = checked == null ? Set.of() : checked;
        return done(id, "/next", () -> review.pass(Visit.current().someone(), id, seen(version, fen), ticked));
    }

    private static Seen seen(int version, long fen) {
        return new Seen(version, Money.ofFen(fen));
    }

    @PostMapping(ONE + "/return")
    ResponseEntity<?> giveBack(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam long fen,
            @RequestParam(required = false) List<PaperKind> missing,
            @RequestParam String said) {
        List<PaperKind> kinds = missing == null ? List.of() : missing;
        return done(id, "/next", () -> review.giveBack(Visit.current().someone(), id, seen(version, fen), kinds, said));
    }

    @PostMapping(ONE + "/refuse")
    ResponseEntity<?> refuse(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam long fen,
            @RequestParam String ground,
            @RequestParam String said) {
        int slash = ground.indexOf('/');
        Ground clause = slash < 0
                ? new Ground(ground, "")
                : new Ground(ground.substring(0, slash), ground.substring(slash + 1));
        return done(id, "/next", () -> review.refuse(Visit.current().someone(), id, seen(version, fen), clause, said));
    }

    @PostMapping(ONE + "/reopen")
    ResponseEntity<?> reopen(@PathVariable UUID id, @RequestParam int version, @RequestParam String reason) {
        return done(id, "", () -> review.reopen(Visit.current().someone(), id, version, reason));
    }

    /** Does it, and goes on: to the next case, or back to this one. */
    private ResponseEntity<?> done(UUID id, String on, Runnable work) {
        try {
            work.run();
            return Answers.to(on.isEmpty() ? "/w/claims/" + id : "/w/claims" + on);
        } catch (ClaimRefused refused) {
            return Answers.again(page(caseFile(id), Optional.empty(), ClaimTroubles.say(refused)));
        }
    }
}
