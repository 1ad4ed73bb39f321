package org.huzhu.portal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was typed into a form, kept as it was typed, and what is wrong with it, so that a refusal can show both. */
public final class Typed {

    /** Stands for the form as a whole. */
    public static final String WHOLE = "";

    private final Map<String, List<String>> values;
    private final Map<String, String> troubles = new LinkedHashMap<>();

    /** By the names of the fields; a field that may be chosen several times has several values. */
    public Typed(Map<String, List<String>> values) {
        this.values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> List.copyOf(field.getValue())));
    }

    /** What stands in a form beforehand, by the names of the fields. */
    public static Typed of(Map<String, String> words) {
        return new Typed(words.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))));
    }

    /** An empty form. */
    public static Typed nothing() {
        return of(Map.of());
    }

    /** Whether nothing was filled in yet. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The text of the field without blanks around it; an empty one where nothing was typed. */
    public String at(String field) {
        return all(field).stream().findFirst().map(String::strip).orElse("");
    }

    /** All that was chosen. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** All fields but some, each with one of its values, for a form that hands them on unseen. */
    public List<Map.Entry<String, String>> but(List<String> fields) {
        List<Map.Entry<String, String>> rest = new ArrayList<>();
        values.forEach((name, texts) -> {
            if (!fields.contains(name)) {
                texts.forEach(text -> rest.add(Map.entry(name, text)));
            }
        });
        return rest;
    }

    /** What is wrong with the field; empty text where nothing is. */
    public String trouble(String field) {
        return troubles.getOrDefault(field, "");
    }

    /** What is wrong with the form as a whole; empty text where nothing is. */
    public String trouble() {
        return trouble(WHOLE);
    }

    /** Whether nothing was found wrong so far. */
    public boolean isSound() {
        return troubles.isEmpty();
    }

    /** Whether it is the first field with something wrong, where whoever typed goes on. */
    public boolean isFirstWrong(String field) {
        return troubles.keySet().stream().findFirst().equals(Optional.of(field));
    }

    /**
     * Says what is wrong with the field; the first thing said stands.
     *
     * @param sentence the name of what to say
     */
    public void refuse(String field, String sentence) {
        troubles.putIfAbsent(field, Texts.say(sentence));
    }

    /** The same form, of which the words say what is wrong with it as a whole. */
    public Typed refused(String words) {
        troubles.putIfAbsent(WHOLE, words);
        return this;
    }

    /**
     * Reads a field that may stay empty.
     *
     * @param reader throws IllegalArgumentException or DateTimeException where the words are none of the kind
     * @param sentence the name of what to say then
     */
    public <T> Optional<T> maybe(String field, Function<String, T> reader, String sentence) {
        if (at(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(at(field)));
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(field, sentence);
            return Optional.empty();
        }
    }

    /** Reads a field that must be filled in; empty only where something is wrong with it. */
    public <T> Optional<T> wanted(String field, Function<String, T> reader, String sentence) {
        if (at(field).isEmpty()) {
            refuse(field, "typed.missing");
        }
        return maybe(field, reader, sentence);
    }
}
