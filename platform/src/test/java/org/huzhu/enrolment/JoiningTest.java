package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Outcome.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who joins in the middle of a term, and which plans nobody holds beside each other. */
@RoomTest
@Import({Town.class, Outcome.class})
class JoiningTest {

    private static final LocalDate LATER = LocalDate.of(2026, 9, 1);

    /** The term of the plan is the calendar year; that of the unit began in April. */
    private static final LocalDate YEAR_END = LocalDate.of(2027, 1, 1);

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private EnrolmentDesk desk;

    @Test
    void whoever_was_hired_lately_joins_until_the_term_of_his_unit_ends_and_pays_for_the_months_that_are_left() {
        Organisation unit = unitInItsTerm();
        Person hired = Town.woman().with(2);

        UUID batch = town.bring(handler(unit), later(unit), roster(List.of(hired), "2026-02-20"));
        town.confirm(unit, batch);

        assertThat(outcome.coversOf(unit, hired)).singleElement().satisfies(cover -> {
            assertThat(cover.span()).isEqualTo(new DateSpan(LATER, YEAR_END));
            assertThat(cover.contribution())
                    .as("2 units of 40 yuan, four months of nine, each unit rounded to the fen")
                    .isEqualTo(Money.ofFen(1778 * 2));
        });
    }

    @Test
    void whoever_works_there_longer_waits_for_the_next_term_and_so_does_one_of_whom_it_is_not_said() {
        Organisation unit = unitInItsTerm();

        UUID old = town.bring(handler(unit), later(unit), roster(List.of(Town.woman()), "2025-12-31"));
        UUID unsaid = town.bring(handler(unit), later(unit), roster(List.of(Town.woman()), ""));

        assertThat(town.rows(unit, old, Kind.WRONG))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.troubles().getFirst().wrong()).contains("只收入职 60 日以内的新职工", "2025-12-31"));
        assertThat(town.rows(unit, unsaid, Kind.WRONG))
                .singleElement()
                .satisfies(row -> assertThat(row.troubles().getFirst().wrong()).contains("没有入职日期"));
    }

    @Test
    void a_joiner_for_whom_the_money_comes_late_begins_later_and_ends_with_his_unit_all_the_same() {
        Organisation unit = unitInItsTerm();
        Person hired = Town.woman();
        UUID batch = town.bring(handler(unit), later(unit), roster(List.of(hired), "2026-02-20"));
        town.confirm(unit, batch);

        outcome.pay(batch, LocalDate.of(2026, 9, 10));

        assertThat(outcome.coversOf(unit, hired))
                .singleElement()
                .satisfies(
                        cover -> assertThat(cover.span()).isEqualTo(new DateSpan(LocalDate.of(2026, 10, 1), YEAR_END)));
    }

    @Test
    void where_the_unit_has_no_term_yet_everybody_may_begin_one() {
        Organisation unit = town.unit();

        UUID batch = town.bring(unit, List.of(Town.woman()), Town.ONLY_HIRED_JOIN);

        assertThat(town.look(unit, batch).people()).isOne();
    }

    @Test
    void of_two_plans_that_exclude_each_other_nobody_holds_both_whichever_of_them_says_so() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        Person one = Town.woman();
        Person two = Town.woman();
        town.enrol(unit, List.of(one), Town.EITHER);
        town.enrol(unit, List.of(two), Town.OR);

        UUID second = town.bring(other, List.of(one), Town.OR);
        UUID third = town.bring(other, List.of(two), Town.EITHER);

        assertThat(town.rows(other, second, Kind.WRONG))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.troubles().getFirst().wrong()).contains("已参加" + Town.EITHER, "不能与它同时参加"));
        assertThat(town.look(other, third).people()).isZero();
        assertRefused(() -> town.bring(unit, List.of(Town.woman()), Town.EITHER, Town.OR), Reason.PLANS_EXCLUDE);
    }

    @Test
    void whoever_was_enrolled_in_the_other_plan_since_the_look_is_not_enrolled_in_this_one() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        Person person = Town.woman();
        UUID first = town.bring(unit, List.of(person), Town.EITHER);
        UUID second = town.bring(other, List.of(person), Town.OR);
        town.confirm(unit, first);

        assertRefused(() -> town.confirm(other, second), Reason.LOOK_AGAIN);

        town.await(second);
        assertThat(town.look(other, second).people()).isZero();
    }

    @Test
    void members_are_put_forward_without_a_file_and_one_of_them_can_be_left_out_again() {
        Organisation unit = town.unit();
        List<Person> people = Town.people(2);
        town.enrol(unit, people, "住院津贴");
        List<UUID> members = people.stream()
                .map(person -> outcome.coversOf(unit, person).getFirst().member())
                .toList();
        Caller handler = handler(unit);

        UUID batch = as(handler, () -> desk.propose(handler, order(unit, Town.EITHER, Town.START), members));
        assertThat(town.look(unit, batch).people()).isEqualTo(2);
        Look.Row first = town.rows(unit, batch, Kind.NEW).getFirst();
        doAs(handler, () -> desk.leaveOut(handler, batch, first.part(), first.row()));

        assertThat(town.look(unit, batch).people()).isOne();
        assertThat(town.look(unit, batch).count(Kind.LEFT)).isOne();
        town.confirm(unit, batch);
        assertThat(people.stream()
                        .mapToInt(person -> outcome.coversOf(unit, person).size())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void a_newcomer_who_is_left_out_or_leaves_by_a_later_file_is_not_admitted_either() {
        Organisation unit = town.unit();
        Person stays = Town.woman();
        Person leftOut = Town.woman();
        Person leaves = Town.woman();
        Person mistyped = new Person("王某", "11010119900101001", stays.sex(), 30, "");
        Caller handler = handler(unit);
        UUID batch = town.bring(unit, List.of(leftOut, stays, leaves, mistyped), "住院津贴");
        Look.Row first = town.rows(unit, batch, Kind.NEW).getFirst();
        doAs(handler, () -> desk.leaveOut(handler, batch, first.part(), first.row()));
        town.correct(handler, batch, Town.changes(List.of(), List.of(leaves)));

        town.confirm(unit, batch);

        assertThat(outcome.members(unit, stays)).hasSize(1);
        assertThat(outcome.members(unit, leftOut)).isEmpty();
        assertThat(outcome.members(unit, leaves)).isEmpty();
    }

    /** A unit of which two people are under cover since the first of April. */
    private Organisation unitInItsTerm() {
        Organisation unit = town.unit();
        UUID batch = town.enrol(unit, Town.people(2), Town.ONLY_HIRED_JOIN);
        outcome.pay(batch, LocalDate.of(2026, 3, 5));
        return unit;
    }

    private static Order later(Organisation unit) {
        return order(unit, Town.ONLY_HIRED_JOIN, LATER);
    }

    private static Order order(Organisation unit, String plan, LocalDate start) {
        return new Order(unit.id(), List.of(new Wanted(plan, Optional.empty())), start, 1, Channel.DIRECT);
    }
}
