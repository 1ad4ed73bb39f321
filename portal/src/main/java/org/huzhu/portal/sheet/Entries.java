package org.huzhu.portal.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huzhu.portal.Texts;

/** What was typed into a form, kept as it was typed, and what is wrong with each field of it. */
public final class Entries {

    /** Stands for the form as a whole. */
    public static final String WHOLE = "";

    private final Map<String, String> words;
    private final Map<String, String> troubles = new LinkedHashMap<>();

    public Entries(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /** What stands in the field; empty text where nothing does. */
    public String word(String field) {
        return words.getOrDefault(field, "");
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

    /** Says what is wrong with the field; the first thing said stands. */
    public void refuse(String field, String sentence) {
        troubles.putIfAbsent(field, Texts.say(sentence));
    }

    /**
     * Reads a field that may stay empty.
     *
     * @param reader throws IllegalArgumentException or DateTimeException where the words are none of the kind
     * @param sentence the name of what to say then
     */
    public <T> Optional<T> maybe(String field, Function<String, T> reader, String sentence) {
        String typed = word(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(typed));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            refuse(field, sentence);
            return Optional.empty();
        }
    }

    /** Reads a field that must be filled in; empty only where something is wrong with it. */
    public <T> Optional<T> wanted(String field, Function<String, T> reader, String sentence) {
        if (word(field).isBlank()) {
            refuse(field, "typed.missing");
        }
        return maybe(field, reader, sentence);
    }
}
