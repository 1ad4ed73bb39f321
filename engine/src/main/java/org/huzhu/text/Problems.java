package org.huzhu.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the problems of one file. */
final class Problems {

    private static final int WORDS_SHOWN = 24;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String what, String message) {
        found.add(new Problem(file, line, Problem.shown(what), message, List.of()));
    }

    /** A word that is not among those allowed; suggests the nearest of them. */
    void addUnknown(int line, String word, String where, Collection<String> allowed) {
        addUnknown(line, word, where, allowed, allowed);
    }

    /** The same, where only some of the allowed words may still be meant. */
    void addUnknown(int line, String word, String where, Collection<String> allowed, Collection<String> meant) {
        List<String> words = List.copyOf(allowed);
        String suggestion = nearest(word, meant).map(it -> "是不是“" + it + "”？").orElse("");
        String choice = words.isEmpty() ? "这里没有可写的词" : "可写：" + listed(words);
        String message = "“" + Problem.shown(word) + "”" + where + "；" + suggestion + choice;
        found.add(new Problem(file, line, Problem.shown(word), message, words));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> sorted() {
        return found.stream().distinct().sorted(Problem.BY_PLACE).toList();
    }

    static String listed(Collection<String> words) {
        String shown = String.join("、", words.stream().limit(WORDS_SHOWN).toList());
        return words.size() <= WORDS_SHOWN ? shown : shown + "……共" + words.size() + "个";
    }

    /** The word that the writer most likely meant; empty when none is near. */
    static Optional<String> nearest(String word, Collection<String> allowed) {
        int far = Math.max(1, word.length() / 2);
        return allowed.stream()
                .filter(it -> distance(word, it) <= far && distance(word, it) < Math.max(word.length(), it.length()))
                .min(Comparator.comparingInt(it -> distance(word, it)));
    }

    /** Letters to put in, take out or change (Levenshtein), looked at up to 64 letters. */
    private static int distance(String one, String other) {
        int columns = Math.min(other.length(), 64);
        int[] before = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= Math.min(one.length(), 64); i++) {
            int[] row = new int[columns + 1];
            row[0] = i;
            for (int j = 1; j <= columns; j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[columns];
    }
}
