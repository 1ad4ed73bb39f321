package org.huzhu.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.DailyAllowance;
import org.huzhu.plan.Benefit.DeathSum;
import org.huzhu.plan.Benefit.DisabilityShare;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Benefit.InjuryConsolation;
import org.huzhu.plan.Benefit.LossRow;
import org.huzhu.plan.Benefit.PropertyLoss;
import org.huzhu.plan.Benefit.YearlyShare;

/**
 * Finds clauses that could claim the same money with nothing said about it.
 *
 * <p>Such clauses are an error of whoever wrote the plans, not a matter of their order: within a plan a
 * {@link Relation} must name both, across plans of one office a {@link Stacking.Pair}.
 */
public final class Conflicts {

    private final Dictionary dictionary;

    public Conflicts(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Two clauses that could claim the same money.
     *
     * @param over what both could claim, in Chinese
     */
    public record Clash(Plan plan, Clause clause, Plan otherPlan, Clause otherClause, String over) {}

    /** Clauses of the plan that clash and stand together in no relation. */
    public List<Clash> within(Plan plan) {
        List<Clash> found = new ArrayList<>();
        List<Clause> clauses = plan.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            for (int j = i + 1; j < clauses.size(); j++) {
                Clause one = clauses.get(i);
                Clause other = clauses.get(j);
                boolean said = plan.relations().stream()
                        .anyMatch(it -> it.clauses().containsAll(List.of(one.number(), other.number())));
                if (!said) {
                    clash(one, other).ifPresent(over -> found.add(new Clash(plan, one, plan, other, over)));
                }
            }
        }
        return found;
    }

    /** Clauses of different plans of one office that clash, could be in force together, and stand in no pair. */
    public List<Clash> across(Library library) {
        List<Clash> found = new ArrayList<>();
        List<Plan> plans = library.plans();
        for (int i = 0; i < plans.size(); i++) {
            for (int j = i + 1; j < plans.size(); j++) {
                Plan one = plans.get(i);
                Plan other = plans.get(j);
                if (mayMeet(one, other, library) && !said(one, other, library)) {
                    found.addAll(between(one, other));
                }
            }
        }
        return found;
    }

    private static boolean said(Plan one, Plan other, Library library) {
        return library.stacking(one.office())
                .flatMap(it -> it.pair(one.id().plan(), other.id().plan()))
                .isPresent();
    }

    private List<Clash> between(Plan one, Plan other) {
        for (Clause its : one.clauses()) {
            for (Clause others : other.clauses()) {
                Optional<String> over = clash(its, others);
                if (over.isPresent()) {
                    return List.of(new Clash(one, its, other, others, over.get()));
                }
            }
        }
        return List.of();
    }

    /** Whether one person could hold both versions on one day. */
    private static boolean mayMeet(Plan one, Plan other, Library library) {
        if (one.id().plan().equals(other.id().plan()) || !one.office().equals(other.office())) {
            return false;
        }
        return !endsBefore(one, other, library) && !endsBefore(other, one, library);
    }

    /** Whether the last cover under the one version has ended before the other version begins. */
    private static boolean endsBefore(Plan one, Plan other, Library library) {
        return library.versions(one.id().plan()).stream()
                .filter(it ->
                        it.applicability().from().isAfter(one.applicability().from()))
                .findFirst()
                .map(next -> one.enrolment().term().from(lastStart(one, next)))
                .map(last -> !last.until().isAfter(other.applicability().from()))
                .orElseGet(() -> one.enrolment().term() instanceof TermLength.Fixed fixed
                        && !fixed.span().until().isAfter(other.applicability().from()));
    }

    private static java.time.LocalDate lastStart(Plan one, Plan next) {
        java.time.LocalDate day = next.applicability().from().minusDays(1);
        return day.isBefore(one.applicability().from()) ? one.applicability().from() : day;
    }

    /** What both clauses could claim; empty when they cannot meet. */
    private Optional<String> clash(Clause one, Clause other) {
        if (one.insured() != other.insured()) {
            return Optional.empty();
        }
        return clash(one.benefit(), other.benefit());
    }

    private Optional<String> clash(Benefit one, Benefit other) {
        return switch (one) {
            case DiseaseSum sum -> other instanceof DiseaseSum it ? sharedDisease(sum, it) : Optional.empty();
            case DailyAllowance days -> other instanceof DailyAllowance it ? sharedDays(days, it) : Optional.empty();
            case CostShare share -> sharedCost(share, other);
            case YearlyShare share -> sharedCost(share, other);
            case BandedShare share -> sharedCost(share, other);
            case DisabilityShare share -> injury(other) ? Optional.of("同一次意外") : Optional.empty();
            case InjuryConsolation sum -> injury(other) ? Optional.of("同一次意外") : Optional.empty();
            case DeathSum sum -> death(sum, other);
            case PropertyLoss loss -> other instanceof PropertyLoss it ? sharedLoss(loss, it) : Optional.empty();
            case Benefit.MaturityReturn all -> Optional.empty();
        };
    }

    private static boolean injury(Benefit benefit) {
        return benefit instanceof DisabilityShare
                || benefit instanceof InjuryConsolation
                || (benefit instanceof DeathSum sum && sum.causes().contains(Cause.ACCIDENT));
    }

    private Optional<String> sharedDisease(DiseaseSum one, DiseaseSum other) {
        for (String its : dictionary.list(one.list()).classes()) {
            for (String others : dictionary.list(other.list()).classes()) {
                if (dictionary.sameDisease(its, others)) {
                    return Optional.of("同一病种“" + its + "”");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sharedDays(DailyAllowance one, DailyAllowance other) {
        boolean same = one.days() == other.days() && meet(one.causes(), other.causes());
        return same ? Optional.of("同样的日子") : Optional.empty();
    }

    private static Optional<String> sharedCost(Benefit one, Benefit other) {
        boolean same = costBase(one).isPresent()
                && costBase(one).equals(costBase(other))
                && meet(costCauses(one), costCauses(other));
        return same ? Optional.of("同一项费用") : Optional.empty();
    }

    private static Optional<CostField> costBase(Benefit benefit) {
        return switch (benefit) {
            case CostShare share -> Optional.of(share.base());
            case YearlyShare share -> Optional.of(share.base());
            case BandedShare share -> Optional.of(share.base());
            default -> Optional.empty();
        };
    }

    private static Set<Cause> costCauses(Benefit benefit) {
        return benefit instanceof CostShare share ? share.causes() : Set.of(Cause.values());
    }

    private static Optional<String> death(DeathSum one, Benefit other) {
        if (other instanceof DeathSum it) {
            return meet(one.causes(), it.causes()) ? Optional.of("同一次身故") : Optional.empty();
        }
        return injury(one) && injury(other) ? Optional.of("同一次意外") : Optional.empty();
    }

    private static Optional<String> sharedLoss(PropertyLoss one, PropertyLoss other) {
        Set<Benefit.LossCause> causes = new HashSet<>();
        one.rows().stream().map(LossRow::cause).forEach(causes::add);
        boolean same = other.rows().stream().map(LossRow::cause).anyMatch(causes::contains);
        return same ? Optional.of("同一原因的家财损失") : Optional.empty();
    }

    private static boolean meet(Set<Cause> one, Set<Cause> other) {
        return !Collections.disjoint(one, other);
    }
}
