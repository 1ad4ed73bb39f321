package org.huzhu.cluster;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huzhu.columns.Day;
import org.huzhu.history.History;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/** Which quarter of which plan is settled; plans are read and compiled once in each process. */
final class SettleTask implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    private final ShippedHistory history;
    private final ShippedPlans plans;
    private final String plan;
    private final int year;
    private final int quarter;
    private transient @Nullable Rules rules;

    /**
     * The rules as they are judged by.
     *
     * @param place the place of the plan in the rulebook
     * @param plans the places of the plans without which it cannot be judged rightly
     * @param clauses the numbers of the words that are the numbers of its clauses with a yearly share of self-pay 1
     */
    record Rules(History history, Rulebook rulebook, int place, Set<Integer> plans, Set<Integer> clauses) {}

    SettleTask(ShippedHistory history, ShippedPlans plans, String plan, int year, int quarter) {
        if (year < 1 || year > 9999 || quarter < 1 || quarter > QUARTERS) {
            throw new ClusterRefused("没有%d年第%d季度。请核对 --year 和 --quarter（1 至 4）".formatted(year, quarter));
        }
        this.history = history;
        this.plans = plans;
        this.plan = plan;
        this.year = year;
        this.quarter = quarter;
        requireShare();
    }

    ShippedHistory history() {
        return history;
    }

    String plan() {
        return plan;
    }

    int year() {
        return year;
    }

    int quarter() {
        return quarter;
    }

    /** The first day of the quarter. */
    int firstDay() {
        return Day.of(LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1));
    }

    /** The day after the last of the quarter. */
    int endDay() {
        return Day.of(LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1).plusMonths(MONTHS));
    }

    /** The rules, compiled the first time that they are asked for. */
    synchronized Rules rules() {
        if (rules == null) {
            History opened = history.open();
            Rulebook rulebook = Rulebook.of(plans.library(), opened.words());
            PlanRules of = rulebook.plans().stream()
                    .filter(each -> each.name().equals(plan))
                    .findFirst()
                    .orElseThrow();
            Set<Integer> clauses = of.versions().stream()
                    .flatMap(version -> version.clauses().stream())
                    .filter(clause -> isShare(clause.clause()))
                    .map(clause -> clause.number())
                    .collect(Collectors.toSet());
            rules = new Rules(opened, rulebook, of.place(), rulebook.bearingOn(of.place()), clauses);
        }
        return rules;
    }

    static boolean isShare(Clause clause) {
        return clause.benefit() instanceof YearlyShare share && share.base() == CostField.SELF_PAY_1;
    }

    /** Refuses a plan without one version for the whole year that gives a yearly share of self-pay 1. */
    private void requireShare() {
        Library library = plans.library();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Optional<Plan> governing = library.governing(plan, first, first);
        if (governing.isEmpty() || !library.governing(plan, last, last).equals(governing)) {
            throw new ClusterRefused("没有适用于%d年全年的计划“%s”。请核对 --plan 和 --year，或在计划文件夹里补上该版本".formatted(year, plan));
        }
        if (governing.get().clauses().stream().noneMatch(SettleTask::isShare)) {
            throw new ClusterRefused("计划“%s”没有以自付一为基数的“年度费用补助”条款，不能按季结算。请用 --plan 指明另一计划"
                    .formatted(governing.get().id()));
        }
    }
}
