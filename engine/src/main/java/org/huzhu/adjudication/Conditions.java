package org.huzhu.adjudication;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.adjudication.Matching.Found;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DayKind;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.MaturityReturn;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;

/** What a clause asks of an event before it gives anything. */
record Conditions(Library library, EventKeys keys) {

    /** Whether the clause is about events of this kind at all. */
    static boolean isAbout(Benefit benefit, Event event) {
        return switch (benefit) {
            case DiseaseSum unused -> event instanceof Diagnosis;
            case DailyAllowance daily ->
                switch (daily.days()) {
                    case HOSPITAL -> event instanceof Stay;
                    case REST -> event instanceof Accident accident && accident.restDays() > 0;
                    case CARE -> event instanceof Accident accident && accident.careDays() > 0;
                };
            case CostShare unused -> event instanceof Stay;
            case YearlyShare unused -> event instanceof Visit || event instanceof Stay;
            case BandedShare share -> cost(event, share.base()).isPresent();
            case DisabilityShare unused ->
                event instanceof Accident accident && !accident.grades().isEmpty();
            case InjuryConsolation unused ->
                event instanceof Accident accident && !accident.injuries().isEmpty();
            case DeathSum unused -> event instanceof Death;
            case PropertyLoss unused -> event instanceof Loss;
            case MaturityReturn unused -> event instanceof Maturity;
        };
    }

    private static Optional<Money> cost(Event event, CostField field) {
        return switch (event) {
            case Visit visit -> visit.costs().of(field);
            case Stay stay -> stay.costs().of(field);
            default -> Optional.empty();
        };
    }

    /** The first condition of the clause that the event does not meet. */
    Optional<Reason> unmet(Found found) {
        return switch (found.clause().benefit()) {
            case DiseaseSum sum ->
                listed(found).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Reason.NotListed(((Diagnosis) found.event()).disease(), sum.list()));
            case DailyAllowance daily -> unmet(daily, found.event());
            case CostShare share -> unmet(share, (Stay) found.event());
            case DeathSum sum -> unmet(sum, (Death) found.event());
            case DisabilityShare share -> unmet(share, (Accident) found.event());
            case PropertyLoss loss -> unmet(loss, (Loss) found.event());
            case MaturityReturn unused ->
                found.cover().term().contribution().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Reason.FactMissing("已缴会费"));
            case YearlyShare share ->
                cost(found.event(), share.base()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Reason.NoCost(share.base()));
            case BandedShare unused -> Optional.empty();
            case InjuryConsolation unused -> Optional.empty();
        };
    }

    /** The class of the clause's list that the disease is, or is part of. */
    Optional<String> listed(Found found) {
        if (!(found.clause().benefit() instanceof DiseaseSum sum) || !(found.event() instanceof Diagnosis diagnosis)) {
            return Optional.empty();
        }
        Set<String> classes = library.classes(
                found.plan().id(),
                sum.list(),
                found.cover().term().office().or(() -> Optional.of(found.plan().office())),
                found.day());
        return library.dictionary().listed(diagnosis.disease(), classes);
    }

    private static Optional<Reason> unmet(DailyAllowance daily, Event event) {
        if (daily.days() != DayKind.HOSPITAL || !(event instanceof Stay stay)) {
            return covered(daily.causes(), Cause.ACCIDENT);
        }
        Optional<Reason> cause = covered(daily.causes(), stay.cause());
        if (cause.isEmpty() && stay.hospitalLevel() < daily.hospitalLevelMin()) {
            return Optional.of(new Reason.HospitalLevel(stay.hospitalLevel(), daily.hospitalLevelMin()));
        }
        return cause;
    }

    private static Optional<Reason> unmet(CostShare share, Stay stay) {
        Optional<Reason> cause = covered(share.causes(), stay.cause());
        if (cause.isPresent() || cost(stay, share.base()).isPresent()) {
            return cause;
        }
        return Optional.of(
                stay.costs().amounts().isEmpty()
                        ? new Reason.NoCost(share.base())
                        : new Reason.FactMissing(ChineseWording.of(share.base())));
    }

    private Optional<Reason> unmet(DeathSum sum, Death death) {
        Optional<Reason> cause = covered(sum.causes(), death.cause());
        OptionalInt within = sum.withinDays();
        if (cause.isPresent() || death.cause() != Cause.ACCIDENT || within.isEmpty()) {
            return cause;
        }
        return Days.accidentOf(death, keys)
                .map(on -> tooLate(ChronoUnit.DAYS.between(on, death.on()), within.getAsInt()))
                .orElseGet(() -> Optional.of(new Reason.FactMissing("事故日")));
    }

    private static Optional<Reason> tooLate(long days, int max) {
        return days <= max ? Optional.empty() : Optional.of(new Reason.TooLateAfterAccident(days, max));
    }

    private static Optional<Reason> unmet(DisabilityShare share, Accident accident) {
        int heaviest = Accidents.grade(share, accident.grades());
        if (heaviest > share.ratios().size()) {
            return Optional.of(new Reason.GradeNotInScale(heaviest));
        }
        return accident.assessedOn()
                .map(on -> ChronoUnit.DAYS.between(accident.on(), on))
                .filter(days -> days > share.assessedByDay())
                .map(days -> new Reason.AssessedTooLate(days, share.assessedByDay()));
    }

    private static Optional<Reason> unmet(PropertyLoss benefit, Loss loss) {
        boolean known = benefit.rows().stream().anyMatch(row -> row.cause() == loss.cause());
        if (!known) {
            return Optional.of(new Reason.CauseNotCovered());
        }
        return loss.amount().equals(Money.ZERO) ? Optional.of(new Reason.FactMissing("损失金额")) : Optional.empty();
    }

    private static Optional<Reason> covered(Set<Cause> causes, Cause cause) {
        return causes.contains(cause) ? Optional.empty() : Optional.of(new Reason.CauseNotCovered());
    }
}
