package org.huzhu.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Terms;
import org.huzhu.columns.Words;

/** The members of each part who ever held one of some plans; nobody else need be judged. */
final class Holders {

    private final int plan;
    private final int[][] members;
    private final int[] offsets;

    /**
     * Looks for them.
     *
     * @param plan the plan that is changed
     * @param plans the names of all plans that are judged
     */
    Holders(List<Part> parts, Words words, String plan, Set<String> plans, int threads) {
        this.plan = words.find(plan) == Words.NONE ? Words.NONE - 1 : words.find(plan);
        boolean[] isWanted = new boolean[words.end()];
        plans.stream().mapToInt(words::find).filter(word -> word != Words.NONE).forEach(word -> isWanted[word] = true);
        members = new int[parts.size()][];
        offsets = new int[parts.size()];
        for (int part = 1; part < offsets.length; part++) {
            offsets[part] = offsets[part - 1] + parts.get(part - 1).members().size();
        }
        Crew.work(
                Crew.of(
                        threads,
                        () -> part -> members[part] = find(parts.get(part).facts(), isWanted)),
                parts.size());
    }

    private static int[] find(FactColumns facts, boolean[] isWanted) {
        int[] found = new int[facts.members()];
        int count = 0;
        Terms terms = facts.terms();
        for (int member = 0; member < found.length; member++) {
            for (int term = facts.termsFrom(member); term < facts.termsTo(member); term++) {
                if (isWanted[terms.plan(term)]) {
                    found[count++] = member;
                    break;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The number of the word that is the plan, or one that no word has. */
    int plan() {
        return plan;
    }

    int[] of(int part) {
        return members[part];
    }

    /** The number of the first member of the part among all members. */
    int offset(int part) {
        return offsets[part];
    }
}
