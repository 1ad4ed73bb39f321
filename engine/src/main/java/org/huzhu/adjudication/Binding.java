package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.facts.Case;

/**
 * What binds the clauses of one plan together: relations first, then caps.
 *
 * @param denials grows by what a relation takes away altogether
 */
record Binding(Case facts, List<Denial> denials) {

    /**
     * Clauses meet in a relation with what each gives under its own caps. What no relation touches then uses the caps
     * afresh, so that a clause that stands back uses none of them.
     */
    List<Draft> bound(List<Draft> drafts) {
        List<Draft> free = drafts.stream().sorted(Draft.IN_ORDER).toList();
        Caps caps = new Caps(facts, free);
        List<Draft> alone = caps.capped(free, cap -> cap.clauses().size() == 1);
        List<Draft> related = new Relations(facts, denials).related(alone);
        List<Draft> left = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            left.add(related.get(i).equals(alone.get(i)) ? free.get(i) : related.get(i));
        }
        return caps.capped(left, unused -> true);
    }
}
