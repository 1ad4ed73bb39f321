package org.huzhu.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, kept as it was typed, so that a refusal can show it again.
 *
 * @param values by the names of the fields; a field that may be chosen several times has several
 */
public record Typed(Map<String, List<String>> values) {

    public Typed {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
        values = Map.copyOf(copy);
    }

    /** An empty form. */
    public static Typed nothing() {
        return new Typed(Map.of());
    }

    /** The same, with another value in one field. */
    public Typed with(String name, String text) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(text));
        return new Typed(changed);
    }

    /** The text of the field without blanks around it; an empty one where nothing was typed. */
    public String at(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    /** All that was chosen. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** All fields but some, each with one of its values, for a form that hands them on unseen. */
    public List<Map.Entry<String, String>> but(List<String> names) {
        List<Map.Entry<String, String>> rest = new ArrayList<>();
        values.forEach((name, texts) -> {
            if (!names.contains(name)) {
                texts.forEach(text -> rest.add(Map.entry(name, text)));
            }
        });
        return rest;
    }
}
