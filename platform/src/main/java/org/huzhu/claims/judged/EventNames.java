package org.huzhu.claims.judged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.facts.Event;

/**
 * What the events of a member's claims are called while they are judged together: by what they are and their day, as a
 * member would. Beside it stands where each comes from, which stays the same when the day is corrected.
 */
final class EventNames {

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Event> events = new ArrayList<>();

    /** Adds the events of a claim. */
    void add(String claim, List<Event> ofClaim) {
        Map<String, String> within = new HashMap<>();
        for (int place = 0; place < ofClaim.size(); place++) {
            Event event = ofClaim.get(place);
            String name = free(word(event) + Facts.day(event));
            String key = claim + "/" + (place + 1);
            keys.put(name, key);
            names.put(key, name);
            within.put(event.id(), name);
        }
        for (Event event : ofClaim) {
            events.add(called(event, within));
        }
    }

    private String free(String wanted) {
        String name = wanted;
        for (int more = 2; !taken.add(name); more++) {
            name = wanted + "（" + more + "）";
        }
        return name;
    }

    List<Event> events() {
        return events;
    }

    /** Where the event with the name comes from. */
    String key(String name) {
        return keys.getOrDefault(name, name);
    }

    /** What the event is called, if it is among them. */
    Optional<String> name(String key) {
        return Optional.ofNullable(names.get(key));
    }

    Event event(String name) {
        return events.stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String word(Event event) {
        return switch (event) {
            case Event.Diagnosis _ -> "确诊";
            case Event.Stay _ -> "住院";
            case Event.Visit _ -> "门诊";
            case Event.Accident _ -> "意外";
            case Event.Death _ -> "身故";
            case Event.Loss _ -> "家财损失";
            case Event.Maturity _ -> "满期";
        };
    }

    private static Event called(Event event, Map<String, String> names) {
        String id = names.getOrDefault(event.id(), event.id());
        return switch (event) {
            case Event.Diagnosis it ->
                new Event.Diagnosis(
                        id,
                        it.person(),
                        it.disease(),
                        it.diagnosedOn(),
                        it.pathologyOn(),
                        it.admittedOn(),
                        it.firstDiagnosedOn(),
                        it.circumstances());
            case Event.Stay it -> stay(it, id, names);
            case Event.Visit it -> new Event.Visit(id, it.person(), it.settledOn(), it.costs(), it.circumstances());
            case Event.Accident it -> accident(it, id);
            case Event.Death it ->
                new Event.Death(
                        id,
                        it.person(),
                        it.on(),
                        it.cause(),
                        it.accidentOn(),
                        it.accident().flatMap(each -> Optional.ofNullable(names.get(each))),
                        it.circumstances());
            case Event.Loss it ->
                new Event.Loss(id, it.person(), it.on(), it.cause(), it.amount(), it.address(), it.circumstances());
            case Event.Maturity it -> new Event.Maturity(id, it.person(), it.on(), it.circumstances());
        };
    }

    private static Event stay(Event.Stay it, String id, Map<String, String> names) {
        return new Event.Stay(
                id,
                it.person(),
                it.admittedOn(),
                it.dischargedOn(),
                it.hospitalLevel(),
                it.cause(),
                it.accidentOn(),
                it.icd(),
                it.transferredFrom().flatMap(each -> Optional.ofNullable(names.get(each))),
                it.filedOn(),
                it.settledOn(),
                it.costs(),
                it.circumstances());
    }

    private static Event accident(Event.Accident it, String id) {
        return new Event.Accident(
                id,
                it.person(),
                it.on(),
                it.grades(),
                it.priorGrade(),
                it.assessedOn(),
                it.restDays(),
                it.careDays(),
                it.injuries(),
                it.circumstances());
    }
}
