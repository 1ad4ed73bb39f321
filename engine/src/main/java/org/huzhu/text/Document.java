package org.huzhu.text;

import java.util.List;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.Dictionary;
import org.huzhu.plan.Overlay;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Stacking;

/** What a file of the language of plans holds. The first key of the file tells the kind. */
public sealed interface Document {

    /** The examples that the file carries, in its order; none for kinds of file that have none. */
    default List<WorkedExample> examples() {
        return List.of();
    }

    /** One version of one plan (计划). */
    record PlanFile(Plan plan, List<WorkedExample> examples) implements Document {
        public PlanFile {
            examples = List.copyOf(examples);
        }
    }

    /** The diseases that plans name (病种词典). */
    record DictionaryFile(Dictionary dictionary) implements Document {}

    /** What one office adds to a list of a plan (地区叠加). */
    record OverlayFile(Overlay overlay, List<WorkedExample> examples) implements Document {
        public OverlayFile {
            examples = List.copyOf(examples);
        }
    }

    /** How the plans of one office bear on each other (并用规则). */
    record StackingFile(Stacking stacking) implements Document {}

    /**
     * The facts of one member (案例).
     *
     * @param example the facts, with what is expected of them where the file says it
     * @param judged whether the file says what is expected
     */
    record CaseFile(WorkedExample.OfBenefit example, boolean judged) implements Document {
        @Override
        public List<WorkedExample> examples() {
            return judged ? List.of(example) : List.of();
        }
    }
}
