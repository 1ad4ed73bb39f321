package org.huzhu.operations.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Person;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;

/** What happens to people, in short words. */
final class Happenings {

    private static final int LEVEL = 3;

    private Happenings() {}

    /** A stay for an illness, at a hospital of the third level. */
    static Event.Stay stay(String id, LocalDate in, LocalDate out, String icd, Map<CostField, Money> costs) {
        return new Event.Stay(
                id,
                Person.MEMBER,
                in,
                out,
                LEVEL,
                Cause.ILLNESS,
                Optional.empty(),
                Optional.of(icd).filter(code -> !code.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Costs(costs),
                Set.of());
    }

    /** A stay on the day of an accident and after. */
    static Event.Stay afterAccident(
            String id, Person person, LocalDate in, LocalDate out, Map<CostField, Money> costs) {
        return new Event.Stay(
                id,
                person,
                in,
                out,
                LEVEL,
                Cause.ACCIDENT,
                Optional.of(in),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                new Costs(costs),
                Set.of());
    }

    static Event.Diagnosis diagnosis(String disease, LocalDate day) {
        return new Event.Diagnosis(
                "1", Person.MEMBER, disease, day, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** An accident with certified days off work, and what it left behind. */
    static Event.Accident accident(
            String id, Person person, LocalDate day, List<Integer> grades, Optional<LocalDate> assessed, int restDays) {
        return new Event.Accident(
                id, person, day, grades, OptionalInt.empty(), assessed, restDays, 0, List.of(), Set.of());
    }

    static Event.Death deathBy(Person person, LocalDate day, LocalDate accident) {
        return new Event.Death("1", person, day, Cause.ACCIDENT, Optional.of(accident), Optional.empty(), Set.of());
    }
}
