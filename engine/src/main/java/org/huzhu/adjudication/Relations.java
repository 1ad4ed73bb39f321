package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.plan.Relation.Manner;
import org.huzhu.rules.RelationRules;
import org.huzhu.rules.VersionRules;

/**
 * What relations (各条关系) and caps together leave of the drafts of the plan at hand.
 *
 * <p>Clauses meet in a relation with what each gives under its own caps. What no relation touches then uses the caps
 * afresh, so that a clause that stands back uses none of them.
 */
final class Relations {

    /** Which clause stands is settled before what one gives is deducted from another. */
    private static final List<Manner> MANNERS = List.of(Manner.ONE_ONLY, Manner.LARGEST, Manner.DEDUCT);

    private final Bench bench;
    private final Caps caps;
    private final Meeting meeting;
    private int[] order = new int[8];
    private long[] freeFen = new long[8];
    private int[] freeDays = new int[8];
    private boolean[] isTouched = new boolean[8];

    Relations(Bench bench) {
        this.bench = bench;
        this.caps = new Caps(bench);
        this.meeting = new Meeting(bench);
    }

    /** Binds the drafts from the given one to the last, which are those of the plan at hand. */
    void bind(int from) {
        int count = bench.drafts.size() - from;
        if (count == 0 || !bench.plan.isBound()) {
            return;
        }
        order = bench.drafts.ordered(from, from + count, order);
        if (hasRelations() && (count > 1 || bench.hasPayments())) {
            relate(count);
        }
        caps.cap(order, count, false);
    }

    private boolean hasRelations() {
        List<VersionRules> versions = bench.plan.versions();
        for (int v = 0; v < versions.size(); v++) {
            if (!versions.get(v).relations().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void relate(int count) {
        List<List<Step>> freeSteps = keep(count);
        caps.cap(order, count, true);
        for (Manner manner : MANNERS) {
            relate(manner, count);
        }
        for (int at = 0; at < count; at++) {
            if (!isTouched[at]) {
                bench.drafts.give(order[at], freeFen[at], freeDays[at]);
                if (bench.trace.isOn()) {
                    bench.trace.restore(order[at], freeSteps.get(at));
                }
            }
        }
    }

    private List<List<Step>> keep(int count) {
        if (isTouched.length < count) {
            freeFen = new long[count * 2];
            freeDays = new int[count * 2];
            isTouched = new boolean[count * 2];
        }
        List<List<Step>> steps = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            freeFen[at] = bench.drafts.amountFen(order[at]);
            freeDays[at] = bench.drafts.days(order[at]);
            isTouched[at] = false;
            if (bench.trace.isOn()) {
                steps.add(List.copyOf(bench.trace.steps(order[at])));
            }
        }
        return steps;
    }

    /** Applies the relations of the manner, version by version, in the order in which drafts of them come. */
    private void relate(Manner manner, int count) {
        long done = 0;
        for (int at = 0; at < count; at++) {
            int version = bench.drafts.clause(order[at]).version();
            if ((done >>> version & 1) == 0) {
                done |= 1L << version;
                for (RelationRules relation : bench.plan.versions().get(version).relations()) {
                    if (relation.relation().manner() == manner) {
                        meeting.relate(relation, version, order, count, isTouched);
                    }
                }
            }
        }
    }
}
