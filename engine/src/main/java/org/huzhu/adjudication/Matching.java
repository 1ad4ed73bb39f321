package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.Claim.Zone;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Stay;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;

/** Finds which clauses must answer for which events, and says no where a plan says no. */
final class Matching {

    private final Library library;
    private final Case facts;
    private final EventKeys keys;
    private final Conditions conditions;
    private final List<Denial> denials;

    Matching(Library library, Case facts, EventKeys keys, List<Denial> denials) {
        this.library = library;
        this.facts = facts;
        this.keys = keys;
        this.conditions = new Conditions(library, keys);
        this.denials = denials;
    }

    /** All claims on the plan, in no particular order. */
    List<Claim> claims(String plan, List<Cover> covers) {
        List<Claim> claims = new ArrayList<>();
        List<Event> events =
                facts.events().stream().sorted(Comparator.comparing(Event::id)).toList();
        for (Event event : events) {
            Answers answers = new Answers(library, covers, event);
            for (Plan version : library.versions(plan)) {
                for (Clause clause : version.clauses()) {
                    if (clause.insured() == event.person().insured() && Conditions.isAbout(clause.benefit(), event)) {
                        match(version, clause, answers);
                    }
                }
            }
            claims.addAll(answers.claims());
            denials.addAll(answers.denials());
        }
        return claims;
    }

    /** Asks each cover whether it holds the event under this version and clause. */
    private void match(Plan version, Clause clause, Answers answers) {
        Event event = answers.event();
        Optional<LocalDate> day = Days.of(first(clause, event), clause.eventDay(), library.dictionary(), keys);
        if (day.isEmpty()) {
            answers.unheld(version, clause, unknown(version, clause, answers));
            return;
        }
        boolean held = false;
        for (Cover cover : answers.covers()) {
            Optional<LocalDate> within = within(answers.covers(), cover, clause, event, day.get());
            if (within.isPresent() && governs(version, cover, within.get())) {
                held = true;
                Found found = new Found(version, clause, cover, event, within.get());
                judge(found, day.get()).ifPresent(answers::claim);
            }
        }
        if (held) {
            answers.held();
        } else {
            answers.unheld(version, clause, new Reason.OutsideCover(day.get()));
        }
    }

    /** The event whose day counts: for a sum by the day, that of the stay which the others go on from. */
    private Event first(Clause clause, Event event) {
        return clause.benefit() instanceof DailyAllowance daily && event instanceof Stay stay
                ? keys.chain(stay, daily.transferHoursMax()).getFirst()
                : event;
    }

    /** The day that counts is not known, unless the clause is not about such an event anyway. */
    private Reason unknown(Plan version, Clause clause, Answers answers) {
        return answers.nearest()
                .map(cover -> new Found(
                        version, clause, cover, answers.event(), cover.span().from()))
                .flatMap(conditions::unmet)
                .filter(Reason::isMismatch)
                .orElseGet(() -> new Reason.DayUnknown(clause.eventDay()));
    }

    private boolean governs(Plan version, Cover cover, LocalDate day) {
        return library.governing(version.id().plan(), cover.term().span().from(), day)
                .map(Plan::id)
                .filter(version.id()::equals)
                .isPresent();
    }

    /** The day by which the cover holds the event, if it does. */
    private static Optional<LocalDate> within(
            List<Cover> covers, Cover cover, Clause clause, Event event, LocalDate day) {
        if (event instanceof Maturity) {
            LocalDate end = cover.term().span().until();
            boolean matures = day.equals(end) || day.equals(end.minusDays(1));
            return matures ? Optional.of(end.minusDays(1)) : Optional.empty();
        }
        if (cover.span().contains(day)) {
            return Optional.of(day);
        }
        boolean byDays = clause.benefit() instanceof DailyAllowance daily
                && daily.days() == DayKind.HOSPITAL
                && daily.acrossTerms() == AcrossTerms.DAYS_IN_TERM;
        if (byDays && event instanceof Stay stay && goesOn(covers, cover, day)) {
            LocalDate from = cover.span().from();
            return stay.dischargedOn().isAfter(from) ? Optional.of(from) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether the cover goes on, without a break, from one that held the day. */
    private static boolean goesOn(List<Cover> covers, Cover cover, LocalDate day) {
        return covers.stream()
                .filter(before ->
                        before.term().span().until().equals(cover.span().from()))
                .anyMatch(before -> before.span().contains(day) || goesOn(covers, before, day));
    }

    /** A clause, a cover and an event that meet on the day. */
    record Found(Plan plan, Clause clause, Cover cover, Event event, LocalDate day) {}

    private Optional<Claim> judge(Found found, LocalDate eventDay) {
        if (found.cover().units() == 0) {
            int max = found.plan().enrolment().units().max();
            return refuse(found, found.clause().number(), new Reason.AllUnitsVoid(max));
        }
        Optional<Reason> unmet = conditions.unmet(found);
        if (unmet.isPresent()) {
            return refuse(found, found.clause().number(), unmet.get());
        }
        Optional<Exclusion> exclusion = found.plan().exclusions().stream()
                .filter(each -> each.clauses().contains(found.clause().number()))
                .filter(each -> excludes(each, found))
                .findFirst();
        if (exclusion.isPresent()) {
            return refuse(
                    found,
                    exclusion.get().number(),
                    new Reason.Excluded(exclusion.get().wording()));
        }
        return waited(found, eventDay);
    }

    private static boolean excludes(Exclusion exclusion, Found found) {
        Event event = found.event();
        boolean byCircumstance = event.circumstances().stream().anyMatch(exclusion.circumstances()::contains);
        boolean byCode = event instanceof Stay stay
                && stay.icd()
                        .filter(code -> exclusion.icd().stream().anyMatch(range -> range.holds(code)))
                        .isPresent();
        boolean before = exclusion.preExisting()
                && event instanceof Diagnosis diagnosis
                && diagnosis
                        .firstDiagnosedOn()
                        .filter(first -> first.isBefore(found.cover().span().from()))
                        .isPresent();
        return byCircumstance || byCode || before;
    }

    private Optional<Claim> waited(Found found, LocalDate eventDay) {
        List<Zone> zones = Zones.of(found, eventDay);
        List<Zone> paying = Zones.paying(found.clause().benefit(), zones);
        if (paying.isEmpty()) {
            String number = found.plan().waiting().orElseThrow().number();
            return refuse(found, number, new Reason.InWaiting(zones.getFirst().day()));
        }
        return Optional.of(new Claim(
                found.plan(),
                found.clause(),
                found.cover(),
                found.event(),
                found.day(),
                paying,
                conditions.listed(found)));
    }

    private Optional<Claim> refuse(Found found, String clause, Reason reason) {
        denials.add(new Denial(found.plan().id(), clause, found.event().id(), reason));
        return Optional.empty();
    }
}
