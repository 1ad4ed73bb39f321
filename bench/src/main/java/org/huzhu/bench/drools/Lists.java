package org.huzhu.bench.drools;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import org.huzhu.bench.drools.Turn.Terms;

/**
 * What rules look up: which diseases a clause lists, which diseases are the same, words and calendar years.
 *
 * @param listed by clause and disease the class of the list
 * @param terms by clause and class of the list
 */
public record Lists(
        Map<Integer, Map<Integer, Integer>> listed,
        Map<Integer, Map<Integer, Terms>> terms,
        ToIntFunction<String> words,
        IntUnaryOperator years) {

    /** Whether the clause lists the disease. */
    public boolean holds(int clause, int disease) {
        return listed.getOrDefault(clause, Map.of()).containsKey(disease);
    }

    /** The claim for the disease. */
    public Turn turn(int disease, Draft draft) {
        int as = listed.getOrDefault(draft.getClause(), Map.of()).getOrDefault(disease, 0);
        Terms of = terms.getOrDefault(draft.getClause(), Map.of()).get(as);
        if (of == null) {
            throw new IllegalStateException("The clause does not list disease " + disease);
        }
        return new Turn(draft, as, of);
    }

    public int word(String word) {
        return words.applyAsInt(word);
    }

    /** The calendar year of the day. */
    public int year(int day) {
        return years.applyAsInt(day);
    }
}
