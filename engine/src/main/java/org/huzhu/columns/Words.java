package org.huzhu.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for words: names of plans, clauses, diseases, offices and tiers, from 1 on. Zero stands for no word.
 *
 * <p>Words that are shared by many threads must not grow any more; whoever has new words takes {@link #extended} ones,
 * which keep the numbers and grow by themselves.
 */
public final class Words {

    /** The number that stands for no word. */
    public static final int NONE = 0;

    private final @Nullable Words base;
    private final int first;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    public Words() {
        this(null, 1);
    }

    private Words(@Nullable Words base, int first) {
        this.base = base;
        this.first = first;
    }

    /** Words with the same numbers, to which more can be added without a change to these. */
    public Words extended() {
        return new Words(this, end());
    }

    /** The number of the word, which gets one if it has none. */
    public int number(String word) {
        int known = find(word);
        if (known != NONE) {
            return known;
        }
        words.add(word);
        numbers.put(word, end() - 1);
        return end() - 1;
    }

    /** The number of the word, {@link #NONE} where there is none. */
    public int number(Optional<String> word) {
        return word.isPresent() ? number(word.get()) : NONE;
    }

    /** The number of the word if it has one, else {@link #NONE}. */
    public int find(String word) {
        int known = base == null ? NONE : base.find(word);
        return known != NONE ? known : numbers.getOrDefault(word, NONE);
    }

    /** The word of the number; empty text for {@link #NONE}. */
    public String word(int number) {
        if (number == NONE) {
            return "";
        }
        return base != null && number < first ? base.word(number) : words.get(number - first);
    }

    /** One above the highest number given so far. */
    public int end() {
        return first + words.size();
    }
}
