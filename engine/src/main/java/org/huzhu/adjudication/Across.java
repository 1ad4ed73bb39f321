package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.facts.Event;
import org.huzhu.facts.Event.Costs;
import org.huzhu.facts.Event.Stay;
import org.huzhu.facts.Event.Visit;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.BandedShare;
import org.huzhu.plan.Benefit.CostShare;
import org.huzhu.plan.Benefit.YearlyShare;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Library;
import org.huzhu.plan.Stacking;
import org.huzhu.plan.Stacking.Indemnity;
import org.huzhu.plan.Stacking.Pair;
import org.huzhu.plan.Stacking.Together;

/** How the plans of one office bear on each other: pairs of plans first, then the principle of indemnity. */
record Across(Library library) {

    List<Draft> settled(List<Draft> drafts) {
        List<Draft> settled = new ArrayList<>();
        for (Draft draft : drafts) {
            settled.add(paired(draft, drafts));
        }
        return indemnified(settled);
    }

    private Draft paired(Draft draft, List<Draft> drafts) {
        Optional<Stacking> rules = library.stacking(draft.plan().office());
        if (rules.isEmpty() || !draft.amount().isPositive()) {
            return draft;
        }
        Draft result = draft;
        for (Draft other : drafts) {
            if (!meet(draft, other)) {
                continue;
            }
            Optional<Pair> pair =
                    rules.get().pair(draft.plan().id().plan(), other.plan().id().plan());
            if (pair.isPresent()) {
                result = paired(result, other, pair.get());
            }
        }
        return result;
    }

    /** Whether two plans give the same kind of benefit for the same event. */
    private static boolean meet(Draft draft, Draft other) {
        return !draft.plan().id().plan().equals(other.plan().id().plan())
                && draft.plan().office().equals(other.plan().office())
                && draft.clause().benefit().getClass()
                        == other.clause().benefit().getClass()
                && draft.key().equals(other.key())
                && other.amount().isPositive();
    }

    private static Draft paired(Draft draft, Draft other, Pair pair) {
        boolean second = pair.plans().indexOf(draft.plan().id().plan()) == 1;
        return switch (pair.together()) {
            case Together.Both() -> draft;
            case Together.Larger() -> {
                int larger = draft.amount().compareTo(other.amount());
                yield larger > 0 || (larger == 0 && !second) ? draft : given(draft, Money.ZERO, other, pair);
            }
            case Together.SecondGives(Money amount) ->
                second && draft.amount().compareTo(amount) > 0 ? given(draft, amount, other, pair) : draft;
        };
    }

    private static Draft given(Draft draft, Money gives, Draft other, Pair pair) {
        return draft.reducedTo(
                gives, new Step.ByPair(pair.number(), other.plan().id(), gives));
    }

    /** Shares of costs together never exceed what the member bore; plans pay in the order of the office. */
    private List<Draft> indemnified(List<Draft> drafts) {
        List<Draft> result = new ArrayList<>(drafts);
        Map<String, Map<String, Money>> bornByOffice = new HashMap<>();
        drafts.stream()
                .filter(draft -> sharesCosts(draft.clause().benefit()))
                .filter(draft -> indemnity(draft).isPresent())
                .sorted(Comparator.comparingInt(this::rank).thenComparing(Draft.IN_ORDER))
                .forEach(draft -> {
                    Map<String, Money> born =
                            bornByOffice.computeIfAbsent(draft.plan().office(), unused -> new HashMap<>());
                    Draft within = within(draft, born);
                    result.set(result.indexOf(draft), within);
                });
        return result;
    }

    private Optional<Indemnity> indemnity(Draft draft) {
        return library.stacking(draft.plan().office()).flatMap(Stacking::indemnity);
    }

    private int rank(Draft draft) {
        int place = library.stacking(draft.plan().office())
                .map(rules -> rules.expenseOrder().indexOf(draft.plan().id().plan()))
                .orElse(-1);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private Draft within(Draft draft, Map<String, Money> born) {
        Money left = Money.sum(draft.events().stream()
                .map(event -> born.computeIfAbsent(event.id(), unused -> born(event)))
                .toList());
        Money gives = draft.amount().atMost(left);
        Money toUse = gives;
        for (Event event : draft.events()) {
            Money ofEvent = born.getOrDefault(event.id(), Money.ZERO);
            Money used = ofEvent.atMost(toUse);
            born.put(event.id(), ofEvent.minus(used));
            toUse = toUse.minus(used);
        }
        if (gives.equals(draft.amount())) {
            return draft;
        }
        String number = indemnity(draft).map(Indemnity::number).orElseThrow();
        return draft.reducedTo(gives, new Step.Indemnity(number, left, gives));
    }

    private static boolean sharesCosts(Benefit benefit) {
        return benefit instanceof CostShare || benefit instanceof YearlyShare || benefit instanceof BandedShare;
    }

    /** What the member bore of the bill: the total less all payers where it is known, else the parts that he paid. */
    private static Money born(Event event) {
        Costs costs = switch (event) {
            case Stay stay -> stay.costs();
            case Visit visit -> visit.costs();
            default -> throw new IllegalStateException("Only visits and stays have costs: " + event.id());
        };
        Money others = sum(costs, CostField.EMPLOYER_SUPPLEMENT, CostField.COMMERCIAL, CostField.MEDICAL_ASSISTANCE);
        Money own = costs.of(CostField.TOTAL)
                .map(total -> total.minus(sum(costs, CostField.FUND_PAID, CostField.LARGE_SUM_PAID)))
                .orElseGet(() -> parts(costs));
        return own.minus(others).atLeast(Money.ZERO);
    }

    private static Money parts(Costs costs) {
        Money inScope = sum(costs, CostField.SELF_PAY_1, CostField.SELF_PAY_2, CostField.ABOVE_CEILING)
                .atLeast(sum(costs, CostField.SELF_PAID_AFTER_INSURANCE, CostField.ABOVE_CEILING));
        return inScope.plus(sum(costs, CostField.OWN_COST));
    }

    private static Money sum(Costs costs, CostField... fields) {
        Money sum = Money.ZERO;
        for (CostField field : fields) {
            sum = sum.plus(costs.of(field).orElse(Money.ZERO));
        }
        return sum;
    }
}
