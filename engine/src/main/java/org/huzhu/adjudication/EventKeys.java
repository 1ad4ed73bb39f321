package org.huzhu.adjudication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Case;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Accident;
import org.huzhu.facts.Event.Death;
import org.huzhu.facts.Event.Stay;

/** Which events hang together: a death or a stay with the accident that caused it, a stay with the one before it. */
final class EventKeys {

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
            case Stay stay ->
                stay.accidentOn()
                        .flatMap(on -> accident(stay, on))
                        .orElseGet(() -> firstOfTransfers(stay).id());
            default -> event.id();
        };
    }

    /** The stay that a chain of transfers began with. */
    Stay firstOfTransfers(Stay stay) {
        Set<String> seen = new HashSet<>();
        Stay first = stay;
        while (seen.add(first.id())
                && first.transferredFrom().flatMap(this::event).orElse(first) instanceof Stay before) {
            first = before;
        }
        return first;
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
