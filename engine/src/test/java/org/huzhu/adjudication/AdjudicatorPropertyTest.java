package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.adjudication.Society.START;
import static org.huzhu.adjudication.Society.facts;
import static org.huzhu.adjudication.Society.library;
import static org.huzhu.adjudication.Society.stay;
import static org.huzhu.adjudication.Society.visit;
import static org.huzhu.adjudication.Society.year;
import static org.huzhu.adjudication.Society.yuan;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.facts.Event;
import org.huzhu.facts.Payment;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.Rate;
import org.huzhu.plan.Amounts;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Cap;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.EventDay;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Scope;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;

class AdjudicatorPropertyTest {

    private static final String PLAN = "试";

    @Test
    void a_larger_bill_never_gives_less() {
        Cases.check(1_000, cases -> {
            Library plans = library(plan(cases));
            List<Event> events = events(cases);
            int which = (int) cases.wholeBetween(0, events.size() - 1);
            List<Event> larger = new ArrayList<>(events);
            larger.set(which, raised(events.get(which), cases.wholeBetween(0, 3_000_000)));

            assertThat(total(plans, larger)).isGreaterThanOrEqualTo(total(plans, events));
        });
    }

    @Test
    void the_order_in_which_facts_are_handed_in_changes_nothing() {
        Cases.check(500, cases -> {
            Library plans = library(plan(cases));
            List<Event> events = events(cases);
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(cases.wholeBetween(0, Long.MAX_VALUE - 1)));

            assertThat(judge(plans, shuffled)).isEqualTo(judge(plans, events));
        });
    }

    @Test
    void bills_that_come_one_by_one_are_paid_together_what_the_whole_year_gives() {
        Cases.check(500, cases -> {
            Library plans = library(yearly(cases));
            List<Event> events = events(cases);
            List<Event> sofar = new ArrayList<>();
            List<Payment> payments = new ArrayList<>();
            for (Event event : events) {
                sofar.add(event);
                Determination now = Adjudicator.determine(plans, facts(List.of(year(PLAN)), sofar, payments));
                now.lines().stream()
                        .filter(line -> !line.due().equals(Money.ZERO))
                        .forEach(line -> payments.add(paid(line)));
            }

            assertThat(Money.sum(payments.stream().map(Payment::amount).toList()))
                    .isEqualTo(total(plans, events));
        });
    }

    @Test
    void caps_hold_whatever_happens() {
        Cases.check(1_000, cases -> {
            Plan plan = plan(cases);
            Determination found = judge(library(plan), events(cases));

            for (Cap cap : plan.caps()) {
                Money given = Money.sum(found.lines().stream()
                        .filter(line -> cap.clauses().contains(line.clause().number()))
                        .map(Line::entitled)
                        .toList());
                if (cap.limit() instanceof Cap.Limit.OfMoney(Amounts max)) {
                    assertThat(given).isLessThanOrEqualTo(max.rows().getFirst().amount());
                }
            }
        });
    }

    @Test
    void the_lines_sum_to_the_whole_and_what_is_due_is_what_was_not_paid() {
        Cases.check(500, cases -> {
            Library plans = library(plan(cases));
            List<Event> events = events(cases);
            Determination first = judge(plans, events);
            List<Payment> payments = first.lines().stream()
                    .map(line -> paid(line, Money.ofFen(line.entitled().fen() / 2)))
                    .toList();
            Determination second = Adjudicator.determine(plans, facts(List.of(year(PLAN)), events, payments));

            assertThat(second.entitled()).isEqualTo(first.entitled());
            assertThat(second.due())
                    .isEqualTo(first.entitled()
                            .minus(Money.sum(
                                    payments.stream().map(Payment::amount).toList())));
        });
    }

    @Test
    void stored_facts_judged_again_give_the_same_answer_and_nothing_more_to_pay() {
        Cases.check(500, cases -> {
            Library plans = library(plan(cases));
            List<Event> events = events(cases);
            List<Payment> payments = judge(plans, events).lines().stream()
                    .map(AdjudicatorPropertyTest::paid)
                    .toList();

            Determination again = Adjudicator.determine(plans, facts(List.of(year(PLAN)), events, payments));

            assertThat(again.lines()).allMatch(line -> line.due().equals(Money.ZERO));
        });
    }

    @Test
    void a_banded_share_has_no_step_at_a_threshold() {
        Cases.check(1_000, cases -> {
            Benefit.BandedShare share = banded(cases);
            Library plans = library(new Society.Draftsman(PLAN)
                    .clause("一", EventDay.SETTLEMENT, share)
                    .plan());
            for (Benefit.Band band : share.bands()) {
                Money at = total(plans, List.of(bill(band.above())));
                Money justAbove = total(plans, List.of(bill(band.above().plus(Money.ofFen(1)))));

                assertThat(justAbove.minus(at).fen()).isBetween(0L, 1L);
            }
        });
    }

    private static Event bill(Money amount) {
        return visit("门诊1", START, Map.of(CostField.ABOVE_CEILING, amount));
    }

    private static Payment paid(Line line) {
        return paid(line, line.due());
    }

    private static Payment paid(Line line, Money amount) {
        return Society.paid(
                PLAN,
                line.clause().number(),
                START.plusDays(1),
                line.events().isEmpty() ? "" : line.events().getFirst(),
                amount);
    }

    private static Determination judge(Library plans, List<Event> events) {
        return Adjudicator.determine(plans, facts(List.of(year(PLAN)), events));
    }

    private static Money total(Library plans, List<Event> events) {
        return judge(plans, events).entitled();
    }

    /** A plan with every kind of share of costs, an allowance, and caps. */
    private static Plan plan(Cases cases) {
        Money capAll = Money.ofFen(cases.wholeBetween(1, 5_000_000));
        return drafted(cases)
                .clause(
                        "四",
                        EventDay.ADMISSION,
                        new Benefit.CostShare(
                                CostField.SELF_PAID_AFTER_INSURANCE,
                                Set.of(Cause.ILLNESS),
                                rows(cases),
                                Benefit.StayOrder.ADMISSION,
                                Money.ZERO,
                                OptionalInt.empty(),
                                RoundingMode.HALF_UP))
                .cap(new Cap("五", Set.of("一", "二"), Scope.YEAR, new Cap.Limit.OfMoney(Amounts.of(capAll))))
                .cap(new Cap("六", Set.of("四"), Scope.TERM, new Cap.Limit.OfMoney(Amounts.of(capAll))))
                .plan();
    }

    private static Plan yearly(Cases cases) {
        return drafted(cases).plan();
    }

    private static Society.Draftsman drafted(Cases cases) {
        return new Society.Draftsman(PLAN)
                .clause(
                        "一",
                        EventDay.SETTLEMENT,
                        new Benefit.YearlyShare(
                                CostField.SELF_PAY_1,
                                yuan(cases.wholeBetween(0, 3_000)),
                                yuan(cases.wholeBetween(0, 2_000)),
                                yuan(cases.wholeBetween(0, 1_000)),
                                rate(cases),
                                RoundingMode.HALF_UP))
                .clause("二", EventDay.SETTLEMENT, banded(cases))
                .clause(
                        "三",
                        EventDay.ADMISSION,
                        new Benefit.DailyAllowance(
                                Benefit.DayKind.HOSPITAL,
                                Set.of(Cause.ILLNESS, Cause.ACCIDENT),
                                Amounts.of(yuan(cases.wholeBetween(0, 200))),
                                (int) cases.wholeBetween(0, 3),
                                24,
                                1,
                                Benefit.AcrossTerms.ADMISSION_PAYS_ALL))
                .cap(new Cap("三", Set.of("三"), Scope.TERM, new Cap.Limit.OfDays((int) cases.wholeBetween(1, 180))));
    }

    private static Benefit.BandedShare banded(Cases cases) {
        List<Benefit.Band> bands = new ArrayList<>();
        long from = cases.wholeBetween(0, 100_000);
        for (long i = cases.wholeBetween(1, 4); i > 0; i--) {
            bands.add(new Benefit.Band(Money.ofFen(from), rate(cases)));
            from += cases.wholeBetween(1, 5_000_000);
        }
        return new Benefit.BandedShare(
                CostField.ABOVE_CEILING, Set.of(CostField.COMMERCIAL), bands, RoundingMode.HALF_UP);
    }

    private static List<Benefit.ShareRow> rows(Cases cases) {
        return List.of(
                new Benefit.ShareRow(1, false, OptionalInt.empty(), yuan(cases.wholeBetween(0, 500)), rate(cases)),
                new Benefit.ShareRow(2, true, OptionalInt.empty(), yuan(cases.wholeBetween(0, 500)), rate(cases)));
    }

    private static Rate rate(Cases cases) {
        return new Rate((int) cases.wholeBetween(0, 10_000));
    }

    private static List<Event> events(Cases cases) {
        List<Event> events = new ArrayList<>();
        for (Long each : cases.listOf(it -> it.wholeBetween(0, 300))) {
            LocalDate on = START.plusDays(each);
            Map<CostField, Money> costs = Map.of(
                    CostField.SELF_PAY_1, Money.ofFen(cases.wholeBetween(0, 500_000)),
                    CostField.ABOVE_CEILING, Money.ofFen(cases.wholeBetween(0, 2_000_000)),
                    CostField.COMMERCIAL, Money.ofFen(cases.wholeBetween(0, 100_000)),
                    CostField.SELF_PAID_AFTER_INSURANCE, Money.ofFen(cases.wholeBetween(0, 900_000)));
            String id = "%s%03d".formatted(each % 2 == 0 ? "门诊" : "住院", events.size());
            events.add(each % 2 == 0 ? visit(id, on, costs) : stay(id, on, (int) cases.wholeBetween(0, 60), costs));
        }
        return events;
    }

    private static Event raised(Event event, long fen) {
        return switch (event) {
            case Event.Visit visit -> visit(visit.id(), visit.settledOn(), raised(visit.costs(), fen));
            case Event.Stay stay -> stay(stay.id(), stay.admittedOn(), stay.days(), raised(stay.costs(), fen));
            default -> event;
        };
    }

    private static Map<CostField, Money> raised(Event.Costs costs, long fen) {
        return Map.of(
                CostField.SELF_PAY_1,
                        costs.of(CostField.SELF_PAY_1).orElseThrow().plus(Money.ofFen(fen)),
                CostField.ABOVE_CEILING,
                        costs.of(CostField.ABOVE_CEILING).orElseThrow().plus(Money.ofFen(fen)),
                CostField.COMMERCIAL, costs.of(CostField.COMMERCIAL).orElseThrow(),
                CostField.SELF_PAID_AFTER_INSURANCE,
                        costs.of(CostField.SELF_PAID_AFTER_INSURANCE)
                                .orElseThrow()
                                .plus(Money.ofFen(fen)));
    }
}
