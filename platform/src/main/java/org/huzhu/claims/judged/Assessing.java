package org.huzhu.claims.judged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.claims.judged.Past.Paid;
import org.huzhu.database.BeyondReach;
import org.huzhu.enrolment.Cover;
import org.huzhu.enrolment.Covers;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.facts.Term;
import org.huzhu.plan.Library;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;
import org.springframework.stereotype.Component;

/**
 * Judges a claim beside all that was decided for the member before, under all plans that he holds. What others decided,
 * and cover that another unit agreed, need not be within reach of whoever asks; he is told what it comes to.
 */
@Component
public class Assessing {

    private final Covers covers;
    private final PlanCatalogue catalogue;
    private final Past past;
    private final BeyondReach beyond;

    Assessing(Covers covers, PlanCatalogue catalogue, Past past, BeyondReach beyond) {
        this.covers = covers;
        this.catalogue = catalogue;
        this.past = past;
        this.beyond = beyond;
    }

    /** What the facts give, if the claim with the number were decided on them now. */
    public Assessment assess(UUID member, String number, Facts facts) {
        return beyond.call(() -> judged(member, number, facts));
    }

    private Assessment judged(UUID member, String number, Facts facts) {
        Rulebook rules = catalogue.rulebook();
        EventNames names = new EventNames();
        names.add(number, facts.events());
        past.decided(member).forEach((claim, known) -> {
            if (!claim.equals(number)) {
                names.add(claim, known.events());
            }
        });
        List<Payment> payments =
                past.paid(member).stream().map(paid -> payment(paid, names)).toList();
        Case all = new Case(terms(member, rules.library()), names.events(), payments);
        Assessment found = worded(Adjudicator.determine(rules, all), names, number, rules.library());
        return facts.occupation()
                .map(his -> new OccupationClass(rules.library(), covers.held(member), his).applied(found, number))
                .orElse(found);
    }

    private List<Term> terms(UUID member, Library library) {
        return covers.held(member).stream()
                .filter(cover -> !library.versions(cover.plan().plan()).isEmpty())
                .map(Assessing::term)
                .toList();
    }

    private static Term term(Cover cover) {
        return new Term(
                cover.plan().plan(),
                Optional.empty(),
                cover.span(),
                cover.units(),
                cover.tier(),
                Optional.of(cover.contribution()));
    }

    private static Payment payment(Paid paid, EventNames names) {
        return new Payment(
                paid.plan(),
                paid.clause(),
                paid.on(),
                new Event.Person(paid.insured(), paid.relative()),
                paid.event().flatMap(names::name),
                Optional.empty(),
                Optional.empty(),
                paid.sum(),
                0);
    }

    /** Of what was found, all that concerns the claim, and all elsewhere that another sum is due for now. */
    private static Assessment worded(Determination found, EventNames names, String number, Library library) {
        Set<String> own = Set.copyOf(names.events().stream()
                .map(Event::id)
                .filter(name -> names.key(name).startsWith(number + "/"))
                .toList());
        return new Assessment(
                found.lines().stream()
                        .filter(line -> line.events().stream().anyMatch(own::contains)
                                || line.due().fen() != 0)
                        .map(line -> line(line, names, library))
                        .toList(),
                found.denials().stream()
                        .filter(denial -> own.contains(denial.event()))
                        .map(denial -> denial(denial, library))
                        .toList());
    }

    private static Assessment.Line line(Determination.Line line, EventNames names, Library library) {
        Optional<String> event =
                line.events().size() == 1 ? Optional.of(names.key(line.events().getFirst())) : Optional.empty();
        LocalDate on = line.events().stream()
                .map(name -> Facts.day(names.event(name)))
                .min(LocalDate::compareTo)
                .orElseThrow();
        return new Assessment.Line(
                line.plan().plan(),
                line.plan().version(),
                title(library, line.plan()),
                line.clause().number(),
                line.clause().title(),
                line.clause().wording(),
                on,
                line.person().insured(),
                line.person().name(),
                event,
                line.events(),
                line.entitled(),
                line.paidBefore(),
                line.due(),
                ChineseWording.list(line.working()),
                line.illustrative());
    }

    private static Assessment.Denial denial(Determination.Denial denial, Library library) {
        return new Assessment.Denial(
                denial.plan().plan(),
                denial.plan().version(),
                title(library, denial.plan()),
                denial.clause(),
                denial.event(),
                ChineseWording.of(denial.reason()));
    }

    private static String title(Library library, PlanId id) {
        return library.versions(id.plan()).stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .map(plan -> plan.title())
                .orElseGet(id::plan);
    }
}
