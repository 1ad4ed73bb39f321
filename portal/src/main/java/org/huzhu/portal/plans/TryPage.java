package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.facts.Case;
import org.huzhu.plan.Plan;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.pages.Templates;
import org.huzhu.rules.Admission;
import org.huzhu.rules.Admission.Applicant;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where anybody sets a case and sees what a plan gives, and why. The address holds days, amounts and an age, and
 * nobody's name or number.
 */
@RestController
class TryPage {

    private final PlanShelf shelf;
    private final Templates pages;

    TryPage(PlanShelf shelf, Templates pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    @GetMapping("/plans/{code}/try")
    ResponseEntity<JteModel> ask(@PathVariable String code, @RequestParam MultiValueMap<String, String> words) {
        Plan plan = shelf.find(code).orElseThrow(NotWithinReach::new).current().plan();
        Set<Happening> asked = Happening.of(plan);
        PlanCard card = PlanCard.of(code, plan);
        if (asked.isEmpty()) {
            return ResponseEntity.ok(
                    pages.plansTry(card, List.of(), Happening.STAY, List.of(), Typed.nothing(), Optional.empty()));
        }
        Optional<String> kind = Optional.ofNullable(words.getFirst("kind"));
        Happening happening = Arrays.stream(Happening.values())
                .filter(each -> kind.filter(each.name()::equals).isPresent() && asked.contains(each))
                .findFirst()
                .orElseGet(() -> asked.iterator().next());
        TryFields form = new TryFields(plan, shelf.library(), happening);
        boolean isFresh = !words.containsKey("from");
        Typed typed = isFresh ? Typed.of(form.example(shelf.today())) : new Typed(words);
        Optional<Tried> tried = tried(form, typed);
        JteModel page = pages.plansTry(card, List.copyOf(asked), happening, form.all(), typed, tried);
        return tried.isPresent() ? ResponseEntity.ok(page) : Answers.again(page);
    }

    private Optional<Tried> tried(TryFields form, Typed typed) {
        TryReader reader = new TryReader(form, typed);
        Optional<Applicant> applicant = reader.applicant();
        Optional<Case> facts = reader.facts();
        if (!typed.isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Tried.of(
                    form.plan(),
                    Admission.of(form.plan().enrolment(), applicant.orElseThrow()),
                    Adjudicator.determine(shelf.rules(), facts.orElseThrow())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            Typed _ = typed.refused(Texts.say("try.cannot"));
            return Optional.empty();
        }
    }
}
