package org.huzhu.adjudication;

import static org.huzhu.adjudication.Society.yuan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Person;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Payment;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;

/** What happened to the members of tests; what a test does not name is plain. */
final class Happenings {

    private Happenings() {}

    static Person child(String name) {
        return new Person(Insured.CHILD, name);
    }

    static Diagnosis diagnosis(String id, String disease, LocalDate on) {
        return diagnosis(id, Person.MEMBER, disease, on);
    }

    static Diagnosis diagnosis(String id, Person person, String disease, LocalDate on) {
        return new Diagnosis(id, person, disease, on, Optional.of(on), Optional.of(on), Optional.empty(), Set.of());
    }

    /** A diagnosis that the pathology report, or its absence, dates. */
    static Diagnosis diagnosis(String id, String disease, LocalDate on, Optional<LocalDate> pathology) {
        return new Diagnosis(id, Person.MEMBER, disease, on, pathology, Optional.empty(), Optional.empty(), Set.of());
    }

    static Diagnosis firstDiagnosed(String id, String disease, LocalDate on, LocalDate first) {
        return new Diagnosis(
                id, Person.MEMBER, disease, on, Optional.of(on), Optional.of(on), Optional.of(first), Set.of());
    }

    static Stay stay(String id, LocalDate from, int days) {
        return Society.stay(id, from, days, Map.of());
    }

    /** A stay of three days with that much self-paid after insurance. */
    static Stay bill(String id, LocalDate from, long selfPaidYuan) {
        return Society.stay(id, from, 3, Map.of(CostField.SELF_PAID_AFTER_INSURANCE, yuan(selfPaidYuan)));
    }

    static Stay stayOf(Person person, Stay stay) {
        return new Stay(
                stay.id(),
                person,
                stay.admittedOn(),
                stay.dischargedOn(),
                stay.hospitalLevel(),
                stay.cause(),
                stay.accidentOn(),
                stay.icd(),
                stay.transferredFrom(),
                stay.filedOn(),
                stay.settledOn(),
                stay.costs(),
                stay.circumstances());
    }

    static Stay transferred(String from, Stay stay) {
        return changed(stay, stay.hospitalLevel(), stay.cause(), stay.accidentOn(), Optional.of(from), stay.filedOn());
    }

    static Stay atLevel(int level, Stay stay) {
        return changed(stay, level, stay.cause(), stay.accidentOn(), stay.transferredFrom(), stay.filedOn());
    }

    static Stay byAccident(LocalDate on, Stay stay) {
        return changed(
                stay, stay.hospitalLevel(), Cause.ACCIDENT, Optional.of(on), stay.transferredFrom(), stay.filedOn());
    }

    static Stay filed(Optional<LocalDate> on, Stay stay) {
        return changed(stay, stay.hospitalLevel(), stay.cause(), stay.accidentOn(), stay.transferredFrom(), on);
    }

    private static Stay changed(
            Stay stay,
            int level,
            Cause cause,
            Optional<LocalDate> accidentOn,
            Optional<String> from,
            Optional<LocalDate> filedOn) {
        return new Stay(
                stay.id(),
                stay.person(),
                stay.admittedOn(),
                stay.dischargedOn(),
                level,
                cause,
                accidentOn,
                stay.icd(),
                from,
                filedOn,
                stay.settledOn(),
                stay.costs(),
                stay.circumstances());
    }

    static Stay coded(String icd, Stay stay, Circumstance... circumstances) {
        return new Stay(
                stay.id(),
                stay.person(),
                stay.admittedOn(),
                stay.dischargedOn(),
                stay.hospitalLevel(),
                stay.cause(),
                stay.accidentOn(),
                Optional.of(icd),
                stay.transferredFrom(),
                stay.filedOn(),
                stay.settledOn(),
                stay.costs(),
                Set.of(circumstances));
    }

    static Stay unsettled(Stay stay) {
        return new Stay(
                stay.id(),
                stay.person(),
                stay.admittedOn(),
                stay.dischargedOn(),
                stay.hospitalLevel(),
                stay.cause(),
                stay.accidentOn(),
                stay.icd(),
                stay.transferredFrom(),
                stay.filedOn(),
                Optional.empty(),
                stay.costs(),
                stay.circumstances());
    }

    static Accident accident(String id, LocalDate on, Integer... grades) {
        return accident(id, Person.MEMBER, on, grades);
    }

    static Accident accident(String id, Person person, LocalDate on, Integer... grades) {
        return new Accident(
                id,
                person,
                on,
                Arrays.asList(grades),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                Set.of());
    }

    static Accident withPrior(int grade, Accident it) {
        return new Accident(
                it.id(),
                it.person(),
                it.on(),
                it.grades(),
                OptionalInt.of(grade),
                it.assessedOn(),
                0,
                0,
                List.of(),
                Set.of());
    }

    static Accident assessed(LocalDate on, Accident it) {
        return new Accident(
                it.id(),
                it.person(),
                it.on(),
                it.grades(),
                it.priorGrade(),
                Optional.of(on),
                0,
                0,
                List.of(),
                Set.of());
    }

    static Accident resting(Accident it, int restDays, int careDays, Injury... injuries) {
        return new Accident(
                it.id(),
                it.person(),
                it.on(),
                it.grades(),
                it.priorGrade(),
                it.assessedOn(),
                restDays,
                careDays,
                Arrays.asList(injuries),
                Set.of());
    }

    /** A death by the accident of that name. */
    static Death death(String id, LocalDate on, String accident) {
        return new Death(id, Person.MEMBER, on, Cause.ACCIDENT, Optional.empty(), Optional.of(accident), Set.of());
    }

    static Death death(String id, LocalDate on, Cause cause, Optional<LocalDate> accidentOn) {
        return new Death(id, Person.MEMBER, on, cause, accidentOn, Optional.empty(), Set.of());
    }

    static Loss fire(String id, LocalDate on, long yuan, String address) {
        return new Loss(id, Person.MEMBER, on, LossCause.FIRE, yuan(yuan), address, Set.of());
    }

    static Maturity maturity(String id, LocalDate on) {
        return new Maturity(id, Person.MEMBER, on, Set.of());
    }

    static Costs costs(CostField field, long yuan) {
        return new Costs(Map.of(field, yuan(yuan)));
    }

    static Payment paidFor(String plan, String clause, LocalDate on, String disease, long yuan) {
        return new Payment(
                plan,
                clause,
                on,
                Person.MEMBER,
                Optional.empty(),
                Optional.of(disease),
                Optional.empty(),
                yuan(yuan),
                0);
    }

    static Payment paidDays(String plan, String clause, LocalDate on, int days, long yuan) {
        return new Payment(
                plan,
                clause,
                on,
                Person.MEMBER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                yuan(yuan),
                days);
    }

    static Payment to(Person person, Payment paid) {
        return new Payment(
                paid.plan(),
                paid.clause(),
                paid.on(),
                person,
                paid.event(),
                paid.disease(),
                paid.address(),
                paid.amount(),
                paid.days());
    }

    static Payment at(String address, Payment paid) {
        return new Payment(
                paid.plan(),
                paid.clause(),
                paid.on(),
                paid.person(),
                paid.event(),
                paid.disease(),
                Optional.of(address),
                paid.amount(),
                paid.days());
    }
}
