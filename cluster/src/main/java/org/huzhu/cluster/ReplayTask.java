package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huzhu.history.History;
import org.huzhu.plan.Library;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** What a replay asks of every part; plans are read and compiled once in each process. */
final class ReplayTask implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ShippedHistory history;
    private final ShippedPlans before;
    private final ShippedPlans after;
    private final int fromYear;
    private final int toYear;
    private final String draft;
    private transient @Nullable Rules rules;

    /**
     * Both sides as they are judged.
     *
     * @param plansBefore the places of the plans that the draft may touch, in the rulebook before
     * @param plansAfter the same in the rulebook after
     * @param lines what clauses are called on either side
     */
    record Rules(
            History history,
            Rulebook before,
            Set<Integer> plansBefore,
            Rulebook after,
            Set<Integer> plansAfter,
            ClauseLines lines) {}

    /** {@code after} has the draft; years count from the first to the last of both. */
    ReplayTask(ShippedHistory history, ShippedPlans before, ShippedPlans after, int fromYear, int toYear) {
        this.history = history;
        this.before = before;
        this.after = after;
        this.fromYear = fromYear;
        this.toYear = toYear;
        draft = after.draft(before.library())
                .orElseThrow(() -> new ClusterRefused("没有草案。请用 --plan 给出一个版本的计划文件"))
                .id()
                .plan();
    }

    ShippedHistory history() {
        return history;
    }

    /** The short name of the plan of which there is a draft. */
    String draft() {
        return draft;
    }

    boolean asks(int year) {
        return fromYear <= year && year <= toYear;
    }

    /** The rules, compiled the first time that they are asked for. */
    synchronized Rules rules() {
        if (rules == null) {
            History opened = history.open();
            Rulebook old = compiled(before.library(), opened);
            Rulebook now = compiled(after.library(), opened);
            Set<String> names = new TreeSet<>(touched(old));
            names.addAll(touched(now));
            rules = new Rules(opened, old, places(old, names), now, places(now, names), new ClauseLines(old, now));
        }
        return rules;
    }

    private static Rulebook compiled(Library library, History opened) {
        return Rulebook.of(library, opened.words());
    }

    private Set<String> touched(Rulebook of) {
        return places(of, Set.of(draft)).stream()
                .flatMap(place -> of.bearingOn(place).stream())
                .map(place -> of.plans().get(place).name())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> places(Rulebook of, Set<String> names) {
        return of.plans().stream()
                .filter(plan -> names.contains(plan.name()))
                .map(PlanRules::place)
                .collect(Collectors.toSet());
    }
}
