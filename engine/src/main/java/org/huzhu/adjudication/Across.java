package org.huzhu.adjudication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        List<Draft> settled = drafts.stream().sorted(Draft.IN_ORDER).toList();
        for (Stacking rules : library.stackings()) {
            for (Pair pair : rules.pairs()) {
                settled = paired(settled, rules.office(), pair);
            }
        }
        return indemnified(settled);
    }

    private static List<Draft> paired(List<Draft> drafts, String office, Pair pair) {
        return drafts.stream()
                .map(draft -> draft.plan().office().equals(office)
                                && pair.plans().contains(draft.plan().id().plan())
                        ? paired(draft, pair, drafts)
                        : draft)
                .toList();
    }

    private static Draft paired(Draft draft, Pair pair, List<Draft> drafts) {
        List<Draft> together =
                drafts.stream().filter(other -> meet(draft, other, pair)).toList();
        List<Draft> own =
                together.stream().filter(other -> isOfOnePlan(draft, other)).toList();
        List<Draft> others =
                together.stream().filter(other -> !isOfOnePlan(draft, other)).toList();
        if (own.isEmpty() || others.isEmpty()) {
            return draft;
        }
        boolean second = pair.plans().indexOf(draft.plan().id().plan()) == 1;
        return switch (pair.together()) {
            case Together.Both() -> draft;
            case Together.Larger() -> {
                int larger = sum(own).compareTo(sum(others));
                yield larger > 0 || (larger == 0 && !second) ? draft : given(draft, Money.ZERO, others, pair);
            }
            case Together.SecondGives(Money amount) -> {
                Money before = sum(
                        own.stream().takeWhile(other -> !other.equals(draft)).toList());
                Money left = amount.minus(before).atLeast(Money.ZERO);
                yield second && draft.amount().compareTo(left) > 0 ? given(draft, left, others, pair) : draft;
            }
        };
    }

    /** Whether both give the same kind of benefit for the same event, under plans of the pair. */
    private static boolean meet(Draft draft, Draft other, Pair pair) {
        return pair.plans().contains(other.plan().id().plan())
                && draft.plan().office().equals(other.plan().office())
                && draft.clause().benefit().getClass()
                        == other.clause().benefit().getClass()
                && draft.key().equals(other.key())
                && other.amount().isPositive();
    }

    private static boolean isOfOnePlan(Draft draft, Draft other) {
        return draft.plan().id().plan().equals(other.plan().id().plan());
    }

    private static Money sum(List<Draft> drafts) {
        return Money.sum(drafts.stream().map(Draft::amount).toList());
    }

    private static Draft given(Draft draft, Money gives, List<Draft> others, Pair pair) {
        return draft.reducedTo(
                gives, new Step.ByPair(pair.number(), others.getFirst().plan().id(), gives));
    }

    /** Shares of costs together never exceed what the member bore; plans pay in the order of the office. */
    private List<Draft> indemnified(List<Draft> drafts) {
        List<Draft> result = new ArrayList<>(drafts);
        Map<String, Map<String, Money>> bornByOffice = new HashMap<>();
        IntStream.range(0, drafts.size())
                .boxed()
                .filter(i -> sharesCosts(drafts.get(i).clause().benefit()))
                .filter(i -> indemnity(drafts.get(i)).isPresent())
                .sorted(Comparator.comparingInt(i -> rank(drafts.get(i))))
                .forEach(i -> {
                    Map<String, Money> born =
                            bornByOffice.computeIfAbsent(drafts.get(i).plan().office(), unused -> new HashMap<>());
                    result.set(i, within(drafts.get(i), born));
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
