package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Diagnosis;
import org.huzhu.facts.Event.Loss;
import org.huzhu.facts.Event.Maturity;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.EventDay;

/** Which day of an event counts, by the rule of the clause. Empty when the facts do not know that day. */
final class Days {

    private Days() {}

    static Optional<LocalDate> of(Event event, EventDay rule, Dictionary dictionary, EventKeys keys) {
        return switch (event) {
            case Diagnosis diagnosis -> of(diagnosis, rule, dictionary);
            case Stay stay ->
                switch (rule) {
                    case SETTLEMENT -> stay.settledOn();
                    case ACCIDENT -> stay.accidentOn().or(() -> Optional.of(stay.admittedOn()));
                    case PATHOLOGY_OR_ADMISSION, DIAGNOSIS, ADMISSION, DEATH, LOSS, MATURITY ->
                        Optional.of(stay.admittedOn());
                };
            case Visit visit -> Optional.of(visit.settledOn());
            case Accident accident -> Optional.of(accident.on());
            case Death death ->
                rule == EventDay.ACCIDENT
                        ? accidentOf(death, keys).or(() -> Optional.of(death.on()))
                        : Optional.of(death.on());
            case Loss loss -> Optional.of(loss.on());
            case Maturity maturity -> Optional.of(maturity.on());
        };
    }

    /** The day on which the event happened, whatever day a clause counts. */
    static LocalDate happened(Event event) {
        return switch (event) {
            case Diagnosis diagnosis -> diagnosis.diagnosedOn();
            case Stay stay -> stay.admittedOn();
            case Visit visit -> visit.settledOn();
            case Accident accident -> accident.on();
            case Death death -> death.on();
            case Loss loss -> loss.on();
            case Maturity maturity -> maturity.on();
        };
    }

    /** The day of the accident that a death goes back to. */
    static Optional<LocalDate> accidentOf(Death death, EventKeys keys) {
        return death.accidentOn()
                .or(() -> death.accident()
                        .flatMap(keys::event)
                        .filter(Accident.class::isInstance)
                        .map(event -> ((Accident) event).on()));
    }

    private static Optional<LocalDate> of(Diagnosis diagnosis, EventDay rule, Dictionary dictionary) {
        return switch (rule) {
            case PATHOLOGY_OR_ADMISSION ->
                dictionary.isMalignant(diagnosis.disease()) ? diagnosis.pathologyOn() : diagnosis.admittedOn();
            case ADMISSION -> diagnosis.admittedOn();
            case DIAGNOSIS, ACCIDENT, SETTLEMENT, DEATH, LOSS, MATURITY -> Optional.of(diagnosis.diagnosedOn());
        };
    }
}
