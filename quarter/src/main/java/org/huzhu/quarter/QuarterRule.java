package org.huzhu.quarter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huzhu.kernel.Require;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Cap.Limit.OfMoney;
import org.huzhu.plan.Clause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.plan.Scope;
import org.huzhu.rules.YearlyShareRule;

/**
 * A version of a plan of secondary reimbursement.
 *
 * @param plan the name of the plan
 * @param version the version of the plan
 * @param clause the number of the clause that gives the share
 * @param from the first day of the version
 * @param to the day after its last, exclusive
 * @param share what a year gives
 * @param illustrative whether its figures only illustrate
 */
public record QuarterRule(
        String plan,
        String version,
        String clause,
        LocalDate from,
        LocalDate to,
        YearlyShareRule share,
        boolean illustrative) {

    public QuarterRule {
        Require.that(from.isBefore(to), "Version %s of %s ends on %s, before it begins on %s", version, plan, to, from);
    }

    /**
     * The rule that the plan files have for the calendar year.
     *
     * <p>It is the plan's yearly share (年度费用补助) over self-pay 1; the lowest yearly cap that binds its clause, alone or
     * with others, is its maximum.
     *
     * @param plan the short name of the plan
     * @throws SettlementStopped if the plan has no version for the whole year, or that version has no such clause
     */
    public static QuarterRule of(Library library, String plan, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        Plan version = governing(library, plan, year);
        for (Clause clause : version.clauses()) {
            if (clause.benefit() instanceof YearlyShare share && share.base() == CostField.SELF_PAY_1) {
                LocalDate until = library.versions(plan).stream()
                        .map(it -> it.applicability().from())
                        .filter(last::isBefore)
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX);
                PlanId id = version.id();
                boolean illustrative = clause.basis().illustrative();
                return new QuarterRule(
                        id.plan(),
                        id.version(),
                        clause.number(),
                        version.applicability().from(),
                        until,
                        YearlyShareRule.of(share, maximum(version, clause)),
                        illustrative);
            }
        }
        throw new SettlementStopped("计划“%s”没有以自付一为基数的“年度费用补助”条款，不能按季结算。请用 --plan 指明另一计划".formatted(version.id()));
    }

    private static Plan governing(Library library, String plan, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (library.versions(plan).isEmpty()) {
            throw new SettlementStopped("没有名为“%s”的计划。现有：%s"
                    .formatted(
                            plan,
                            library.plans().stream()
                                    .map(it -> it.id().plan())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining("、"))));
        }
        return library.governing(plan, first, first)
                .filter(it -> library.governing(plan, last, last).equals(Optional.of(it)))
                .orElseThrow(() -> new SettlementStopped("计划“%s”没有适用于%d年全年的版本（现有%s版）。请核对年份，或在计划文件夹里补上该版本"
                        .formatted(
                                plan,
                                year,
                                library.versions(plan).stream()
                                        .map(it -> it.id().version())
                                        .collect(Collectors.joining("、")))));
    }

    private static long maximum(Plan version, Clause clause) {
        return version.capsOn(clause.number()).stream()
                .filter(cap -> cap.per() == Scope.YEAR)
                .map(Cap::limit)
                .filter(OfMoney.class::isInstance)
                .mapToLong(limit ->
                        ((OfMoney) limit).max().rows().getFirst().amount().fen())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether the whole calendar year lies within this version; a year is never split between two. */
    public boolean appliesTo(int year) {
        return !from.isAfter(LocalDate.of(year, 1, 1)) && !to.isBefore(LocalDate.of(year + 1, 1, 1));
    }
}
