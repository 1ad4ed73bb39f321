package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.Claim.Zone;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Stay;
import org.huzhu.plan.Benefit.AcrossTerms;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Exclusion;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;
import org.huzhu.plan.Waiting.Treatment;

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
            List<Denial> outside = new ArrayList<>();
            boolean covered = false;
            for (Plan version : library.versions(plan)) {
                for (Clause clause : version.clauses()) {
                    if (clause.insured() != event.person().insured() || !Conditions.isAbout(clause.benefit(), event)) {
                        continue;
                    }
                    covered |= match(version, clause, event, covers, claims, outside);
                }
            }
            if (!covered && !outside.isEmpty()) {
                denials.add(outside.getLast());
            }
        }
        return claims;
    }

    /** Whether any cover holds the event under this version and clause. */
    private boolean match(
            Plan version, Clause clause, Event event, List<Cover> covers, List<Claim> claims, List<Denial> outside) {
        Optional<LocalDate> day = Days.of(event, clause.eventDay(), library.dictionary(), keys);
        if (day.isEmpty()) {
            outside.add(denial(version, clause.number(), event, new Reason.DayUnknown(clause.eventDay())));
            return false;
        }
        boolean covered = false;
        for (Cover cover : covers) {
            Optional<LocalDate> within = within(cover, clause, event, day.get());
            if (within.isPresent() && governs(version, cover, within.get())) {
                covered = true;
                judge(new Found(version, clause, cover, event, within.get()), day.get())
                        .ifPresent(claims::add);
            }
        }
        if (!covered) {
            outside.add(denial(version, clause.number(), event, new Reason.OutsideCover(day.get())));
        }
        return covered;
    }

    private boolean governs(Plan version, Cover cover, LocalDate day) {
        return library.governing(version.id().plan(), cover.term().span().from(), day)
                .map(Plan::id)
                .filter(version.id()::equals)
                .isPresent();
    }

    /** The day by which the cover holds the event, if it does. */
    private static Optional<LocalDate> within(Cover cover, Clause clause, Event event, LocalDate day) {
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
        if (byDays && event instanceof Stay stay && continues(cover, day)) {
            LocalDate from = cover.span().from();
            return stay.dischargedOn().isAfter(from) ? Optional.of(from) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether the cover goes on, without a break, from one that held the day. */
    private static boolean continues(Cover cover, LocalDate day) {
        return cover.before()
                .filter(before ->
                        before.term().span().until().equals(cover.span().from()))
                .filter(before -> before.span().contains(day) || continues(before, day))
                .isPresent();
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
        List<Zone> zones = found.plan()
                .waiting()
                .filter(waiting -> !isExempt(waiting, found.event()))
                .map(waiting -> zones(waiting, found.cover(), eventDay))
                .orElseGet(() -> List.of(new Zone(found.cover().units(), 0, Treatment.FULL)));
        List<Zone> paying = zones.stream()
                .filter(zone -> zone.treatment() != Treatment.NONE)
                .toList();
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

    private static boolean isExempt(Waiting waiting, Event event) {
        return switch (event) {
            case Loss unused -> true;
            case Maturity unused -> true;
            case Event.Visit unused -> true;
            case Diagnosis unused -> waiting.exempt().contains(Cause.ILLNESS);
            case Stay stay -> waiting.exempt().contains(stay.cause());
            case Event.Death death -> waiting.exempt().contains(death.cause());
            case Event.Accident unused -> waiting.exempt().contains(Cause.ACCIDENT);
        };
    }

    private static List<Zone> zones(Waiting waiting, Cover cover, LocalDate day) {
        return cover.layers(waiting).stream()
                .map(layer -> {
                    if (layer.since().isEmpty()) {
                        return new Zone(layer.units(), 0, Treatment.FULL);
                    }
                    long number = ChronoUnit.DAYS.between(layer.since().get(), day)
                            + waiting.firstDay().offset();
                    return new Zone(layer.units(), number, waiting.on(number));
                })
                .toList();
    }

    private Optional<Claim> refuse(Found found, String clause, Reason reason) {
        denials.add(denial(found.plan(), clause, found.event(), reason));
        return Optional.empty();
    }

    private static Denial denial(Plan plan, String clause, Event event, Reason reason) {
        return new Denial(plan.id(), clause, event.id(), reason);
    }
}
