package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huzhu.cluster.ShippedPlans.Version;
import org.huzhu.history.History;
import org.huzhu.plan.Library;
import org.huzhu.replay.Amendment;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** What a replay asks of every part; plans are read and compiled once in each process. */
final class ReplayTask implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final ShippedHistory history;
    private final ShippedPlans plans;
    private final Change change;
    private final String plan;
    private transient @Nullable Rules rules;

    /**
     * What is changed, as {@link Amendment} has it, and which calendar years count.
     *
     * @param against what the draft is compared with; null for the plans as they stand
     * @param since from when on; null for the day that the draft says
     */
    record Change(
            Version draft,
            @Nullable Version against,
            @Nullable LocalDate since,
            int fromYear,
            int toYear) implements Serializable {

        boolean asks(int year) {
            return fromYear <= year && year <= toYear;
        }
    }

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

    ReplayTask(ShippedHistory history, ShippedPlans plans, Change change) {
        this.history = history;
        this.plans = plans;
        this.change = change;
        plan = amendment().draft().id().plan();
    }

    ShippedHistory history() {
        return history;
    }

    /** The short name of the plan that is changed. */
    String plan() {
        return plan;
    }

    boolean asks(int year) {
        return change.asks(year);
    }

    private Amendment amendment() {
        Library published = plans.library();
        return new Amendment(
                published,
                change.draft().read(published),
                Optional.ofNullable(change.against()).map(version -> version.read(published)),
                Optional.ofNullable(change.since()));
    }

    /** The rules, compiled the first time that they are asked for. */
    synchronized Rules rules() {
        if (rules == null) {
            History opened = history.open();
            Amendment amendment = amendment();
            Rulebook old = Rulebook.of(amendment.before(), opened.words());
            Rulebook now = Rulebook.of(amendment.after(), opened.words());
            Set<String> names = new TreeSet<>(touched(old));
            names.addAll(touched(now));
            rules = new Rules(opened, old, places(old, names), now, places(now, names), new ClauseLines(old, now));
        }
        return rules;
    }

    private Set<String> touched(Rulebook of) {
        return places(of, Set.of(plan)).stream()
                .flatMap(place -> of.bearingOn(place).stream())
                .map(place -> of.plans().get(place).name())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> places(Rulebook of, Set<String> names) {
        return of.plans().stream()
                .filter(each -> names.contains(each.name()))
                .map(PlanRules::place)
                .collect(Collectors.toSet());
    }
}
