package org.huzhu.claims.judged;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.plan.Enrolment.Occupation;

/**
 * What is known of a claim: told by the member at first, established by whoever reviews it.
 *
 * @param events their ids are of no importance here: the claim gives them names of its own
 * @param occupation the class that the member's work has, where somebody found that it is not the one that he was
 *     enrolled under
 */
public record Facts(List<Event> events, Optional<Occupation> occupation) {
    public Facts {
        events = List.copyOf(events);
    }

    public static Facts of(Event... events) {
        return new Facts(List.of(events), Optional.empty());
    }

    /** The day that people know an event by. */
    public static LocalDate day(Event event) {
        return switch (event) {
            case Event.Diagnosis it -> it.diagnosedOn();
            case Event.Stay it -> it.admittedOn();
            case Event.Visit it -> it.settledOn();
            case Event.Accident it -> it.on();
            case Event.Death it -> it.on();
            case Event.Loss it -> it.on();
            case Event.Maturity it -> it.on();
        };
    }
}
