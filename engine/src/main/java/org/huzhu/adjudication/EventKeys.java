package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Stay;

/** Which events hang together: a death or a stay with the accident that caused it, a stay with the one before it. */
final class EventKeys {

    private static final int HOURS_PER_DAY = 24;

    private final Map<String, Event> events = new HashMap<>();

    EventKeys(Case facts) {
        facts.events().forEach(event -> events.put(event.id(), event));
    }

    Optional<Event> event(String id) {
        return Optional.ofNullable(events.get(id));
    }

    /** The id of the event that the given one goes back to. */
    String key(Event event) {
        return switch (event) {
            case Death death ->
                death.accident()
                        .or(() -> death.accidentOn().flatMap(on -> accident(death, on)))
                        .orElse(death.id());
            case Stay stay -> key(chain(stay, Integer.MAX_VALUE).getFirst());
            default -> event.id();
        };
    }

    private String key(Stay first) {
        return first.accidentOn().flatMap(on -> accident(first, on)).orElse(first.id());
    }

    /** The stays that transfers within the hours join, from the first up to the given one; a ring joins nothing. */
    List<Stay> chain(Stay stay, int hoursMax) {
        List<Stay> chain = new ArrayList<>(List.of(stay));
        Optional<Stay> before = before(stay, hoursMax);
        while (before.isPresent()) {
            if (chain.contains(before.get())) {
                return List.of(stay);
            }
            chain.addFirst(before.get());
            before = before(before.get(), hoursMax);
        }
        return chain;
    }

    private Optional<Stay> before(Stay stay, int hoursMax) {
        return stay.transferredFrom()
                .flatMap(this::event)
                .filter(Stay.class::isInstance)
                .map(Stay.class::cast)
                .filter(before -> !stay.admittedOn().isBefore(before.dischargedOn()))
                .filter(before ->
                        ChronoUnit.DAYS.between(before.dischargedOn(), stay.admittedOn()) * HOURS_PER_DAY <= hoursMax);
    }

    private Optional<String> accident(Event event, LocalDate on) {
        return events.values().stream()
                .filter(Accident.class::isInstance)
                .map(Accident.class::cast)
                .filter(it -> it.on().equals(on) && it.person().equals(event.person()))
                .map(Accident::id)
                .sorted()
                .findFirst();
    }
}
