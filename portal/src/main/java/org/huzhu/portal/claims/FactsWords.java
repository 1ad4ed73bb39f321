package org.huzhu.portal.claims;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huzhu.claims.judged.Facts;
import org.huzhu.facts.Event;
import org.huzhu.portal.Typed;

/** What stands in the form of facts that are known already. */
final class FactsWords {

    private final Map<String, List<String>> words = new HashMap<>();
    private int stays;
    private int diagnoses;
    private int accidents;

    private FactsWords() {}

    static Typed of(Facts facts, Optional<String> relative) {
        FactsWords form = new FactsWords();
        relative.ifPresent(id -> form.put("relative", id));
        facts.events().forEach(form::add);
        facts.occupation().ifPresent(it -> form.put("occupation", it.name()));
        return new Typed(form.words);
    }

    private void put(String field, String word) {
        words.put(field, List.of(word));
    }

    private void put(String field, Optional<LocalDate> day) {
        day.ifPresent(it -> put(field, it.toString()));
    }

    private void add(Event event) {
        if (!event.circumstances().isEmpty()) {
            words.put(
                    "circumstance",
                    event.circumstances().stream().map(Enum::name).sorted().toList());
        }
        switch (event) {
            case Event.Diagnosis it -> {
                String at = FactsForm.diagnosisAt(diagnoses++);
                put(at + "disease", it.disease());
                put(at + "diagnosed", it.diagnosedOn().toString());
                put(at + "pathology", it.pathologyOn());
                put(at + "first", it.firstDiagnosedOn());
            }
            case Event.Accident it -> add(it);
            case Event.Death it -> {
                put("death", it.on().toString());
                put("deathCause", it.cause().name());
                put("accident", it.accidentOn());
            }
            case Event.Loss it -> {
                put("loss", it.on().toString());
                put("lossCause", it.cause().name());
                put("amount", plain(it.amount().fen()));
                put("address", it.address());
            }
            case Event.Stay it -> add(it);
            case Event.Visit _, Event.Maturity _ -> {}
        }
    }

    private void add(Event.Accident it) {
        String at = FactsForm.accidentAt(accidents++);
        put(at + "accident", it.on().toString());
        put(at + "rest", number(it.restDays()));
        put(at + "care", number(it.careDays()));
        put(at + "grades", it.grades().stream().map(String::valueOf).collect(Collectors.joining("、")));
        put(at + "assessed", it.assessedOn());
        it.injuries().stream().findFirst().ifPresent(injury -> put(at + "injury", injury.name()));
    }

    private static String number(int days) {
        return days == 0 ? "" : String.valueOf(days);
    }

    private void add(Event.Stay it) {
        String at = "s" + stays++ + ".";
        put(at + "in", it.admittedOn().toString());
        put(at + "out", it.dischargedOn().toString());
        put(at + "cause", it.cause().name());
        put(at + "accident", it.accidentOn());
        put(at + "level", String.valueOf(it.hospitalLevel()));
        it.icd().ifPresent(code -> put(at + "icd", code));
        put(at + "settled", it.settledOn());
        it.costs().amounts().forEach((cost, money) -> put(at + "cost." + cost.name(), plain(money.fen())));
    }

    private static String plain(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
