package org.huzhu.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Cause;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final int DAY = Day.of(LocalDate.of(2020, 1, 1));

    private final Words words = new Words();
    private final FactBuilder builder = new FactBuilder(words, FactBuilder.ALL_PARTS);

    private static long[] bill(CostField field, long fen) {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        costs[field.ordinal()] = fen;
        return costs;
    }

    private void stay(int admittedOn, int dischargedOn, int transferredFrom) {
        FactBuilder.StayDays days = new FactBuilder.StayDays(admittedOn, dischargedOn, Day.NONE, Day.NONE, Day.NONE);
        long[] costs = bill(CostField.TOTAL, 100);
        builder.stay(FactColumns.MEMBER, days, 3, Cause.ILLNESS, Words.NONE, transferredFrom, costs, 0);
    }

    @Test
    void the_year_of_a_day_is_that_of_the_calendar_in_any_century() {
        for (int day = Day.of(LocalDate.of(1850, 1, 1)); day < Day.of(LocalDate.of(2250, 1, 1)); day++) {
            assertThat(Day.year(day)).isEqualTo(LocalDate.ofEpochDay(day).getYear());
        }
    }

    @Test
    void an_end_without_a_day_is_after_all_days_and_comes_back_as_it_was() {
        assertThat(Day.of(LocalDate.MAX)).isEqualTo(Day.END);
        assertThat(Day.date(Day.END)).isEqualTo(LocalDate.MAX);
    }

    @Test
    void words_that_extend_others_keep_their_numbers_and_do_not_change_them() {
        int plan = words.number("计划");
        Words extended = words.extended();
        int more = extended.number("条款");

        assertThat(extended.number("计划")).isEqualTo(plan);
        assertThat(extended.word(more)).isEqualTo("条款");
        assertThat(words.find("条款")).isEqualTo(Words.NONE);
        assertThat(words.end()).isEqualTo(more);
        assertThat(words.word(Words.NONE)).isEmpty();
    }

    @Test
    void terms_stand_by_plan_and_start_and_those_that_are_one_are_put_together() {
        int first = words.number("甲");
        int second = words.number("乙");
        builder.member();
        builder.term(second, 0, DAY, DAY + 365, 1, 0, Terms.UNKNOWN);
        builder.term(first, 0, DAY + 365, DAY + 730, 1, 0, 50);
        builder.term(first, 0, DAY, DAY + 365, 2, 0, 70);
        builder.term(first, 0, DAY, DAY + 365, 1, 0, Terms.UNKNOWN);
        builder.member();
        builder.term(second, 0, DAY, DAY + 1, 1, 0, Terms.UNKNOWN);

        Terms terms = builder.build().terms();

        assertThat(terms.plan(0)).isEqualTo(first);
        assertThat(terms.from(0)).isEqualTo(DAY);
        assertThat(terms.units(0)).isEqualTo(3);
        assertThat(terms.contributionFen(0)).isEqualTo(70);
        assertThat(terms.from(1)).isEqualTo(DAY + 365);
        assertThat(terms.plan(2)).isEqualTo(second);
        assertThat(terms.plan(3)).isEqualTo(second);
    }

    @Test
    void stays_that_transfers_join_go_back_to_the_first_and_a_ring_joins_nothing() {
        builder.member();
        stay(DAY, DAY + 3, FactColumns.NO_EVENT);
        stay(DAY + 3, DAY + 5, 0);
        stay(DAY + 8, DAY + 9, 1);
        builder.member();
        stay(DAY, DAY, 1);
        stay(DAY, DAY, 0);
        FactColumns facts = builder.build();

        assertThat(facts.key(2)).isZero();
        assertThat(StayChain.first(facts, 2, 24)).isEqualTo(2);
        assertThat(StayChain.first(facts, 1, 24)).isZero();
        assertThat(facts.key(3)).isEqualTo(3);
        assertThat(facts.key(4)).isEqualTo(4);
    }

    @Test
    void a_stay_and_a_death_go_back_to_the_accident_of_the_day_of_the_same_person() {
        int child = FactColumns.person(Insured.CHILD, 0);
        FactBuilder.Harm harm = new FactBuilder.Harm(0, 0, Day.NONE, 1, 0, 0);
        builder.member();
        builder.accident(child, DAY, harm, 0);
        builder.accident(FactColumns.MEMBER, DAY, harm, 0);
        builder.death(FactColumns.MEMBER, DAY + 9, Cause.ACCIDENT, DAY, FactColumns.NO_EVENT, 0);
        builder.death(FactColumns.MEMBER, DAY + 9, Cause.ACCIDENT, DAY, -2, 0);
        builder.death(FactColumns.MEMBER, DAY + 9, Cause.ACCIDENT, DAY + 1, FactColumns.NO_EVENT, 0);
        FactColumns facts = builder.build();

        assertThat(facts.key(2)).isEqualTo(1);
        assertThat(facts.key(3)).isEqualTo(-2);
        assertThat(facts.key(4)).isEqualTo(4);
    }

    @Test
    void what_a_member_bore_is_known_though_its_parts_are_not_kept() {
        FactBuilder lean = new FactBuilder(words, Set.of(CostField.SELF_PAY_1));
        long[] costs = bill(CostField.TOTAL, 1_000);
        costs[CostField.FUND_PAID.ordinal()] = 600;
        costs[CostField.COMMERCIAL.ordinal()] = 150;
        lean.member();
        lean.visit(FactColumns.MEMBER, DAY, 0, costs);
        FactColumns facts = lean.build();

        assertThat(facts.bills().bornFen(0)).isEqualTo(250);
        assertThat(facts.bills().fen(CostField.TOTAL, 0)).isEqualTo(Bills.UNKNOWN);
        assertThat(facts.bills().isEmpty(0)).isTrue();
    }

    @Test
    void a_part_that_only_some_bills_know_is_unknown_in_the_others() {
        builder.member();
        builder.visit(FactColumns.MEMBER, DAY, 0, bill(CostField.SELF_PAY_1, 5));
        builder.visit(FactColumns.MEMBER, DAY, 0, bill(CostField.OWN_COST, 7));
        builder.visit(FactColumns.MEMBER, DAY, 0, bill(CostField.SELF_PAY_1, 0));
        Bills bills = builder.build().bills();

        assertThat(bills.fen(CostField.OWN_COST, 0)).isEqualTo(Bills.UNKNOWN);
        assertThat(bills.fen(CostField.OWN_COST, 1)).isEqualTo(7);
        assertThat(bills.fen(CostField.OWN_COST, 2)).isEqualTo(Bills.UNKNOWN);
        assertThat(bills.fenOrZero(CostField.SELF_PAY_1, 1)).isZero();
    }

    @Test
    void grades_of_disability_are_counted_and_none_outside_the_scale_is_taken() {
        long grades = FactBuilder.grade(FactBuilder.grade(FactBuilder.grade(0, 7), 10), 7);
        builder.member();
        builder.accident(FactColumns.MEMBER, DAY, new FactBuilder.Harm(grades, 0, Day.NONE, 0, 0, 0), 0);
        Accidents accidents = builder.build().accidents();

        assertThat(accidents.heaviest(0)).isEqualTo(7);
        assertThat(accidents.count(0, 7)).isEqualTo(2);
        assertThat(accidents.count(0, 10)).isEqualTo(1);
        assertThatThrownBy(() -> FactBuilder.grade(0, 11)).hasMessageContaining("11");
        assertThatThrownBy(() -> FactBuilder.grade(0, 0)).hasMessageContaining("0");
    }

    @Test
    void a_part_has_the_facts_of_all_its_members() {
        Members members = new Members();
        members.add(words.number("代办处"), Sex.FEMALE, DAY);
        builder.member();
        Part part = new Part(members, builder.build());

        assertThat(part.members().sex(0)).isEqualTo(Sex.FEMALE);
        assertThatThrownBy(() -> new Part(new Members(), part.facts())).hasMessageContaining("0 members");
    }
}
