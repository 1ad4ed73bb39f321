package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Outcome.assertRefused;
import static org.huzhu.enrolment.Town.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What plans say to those who stand in a roster, and to the roster as a whole. */
@RoomTest
@Import({Town.class, Outcome.class})
class PlansOfRosterTest {

    private static final String HOSPITAL = "住院津贴";
    private static final String WOMEN = "女工特疾";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Test
    void of_101_women_81_must_take_part() {
        Organisation unit = town.unit(150, 101);
        List<Person> women =
                java.util.stream.Stream.generate(Town::woman).limit(81).toList();
        UUID few = town.bring(unit, women.subList(0, 80), WOMEN);
        assertThat(town.look(unit, few).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("至少 81 人", "还差 1 人"));
        assertRefused(() -> town.confirm(unit, few), Reason.HELD_BACK);

        UUID enough = town.enrol(unit, women, WOMEN);

        assertThat(town.look(unit, enough).batch().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void those_who_are_under_cover_already_count_for_the_gate() {
        Organisation unit = town.unit(10, 10);
        List<Person> women =
                java.util.stream.Stream.generate(Town::woman).limit(10).toList();
        UUID most = town.enrol(unit, women.subList(0, 9), WOMEN);
        assertThat(town.look(unit, most).batch().state()).isEqualTo(State.CONFIRMED);

        UUID newly = town.enrol(unit, women.subList(9, 10), WOMEN);

        assertThat(town.look(unit, newly).batch().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_man_is_no_trouble_in_a_bundle_with_a_plan_for_women_and_takes_part_in_the_rest() {
        Organisation unit = town.unit();
        Person man = Town.man();
        UUID alone = town.bring(unit, List.of(man), WOMEN);
        assertThat(town.look(unit, alone).count(Kind.WRONG)).isOne();

        town.enrol(unit, List.of(man, Town.woman()), HOSPITAL, WOMEN);

        assertThat(outcome.coversOf(unit, man))
                .extracting(cover -> cover.plan().plan())
                .containsExactly(HOSPITAL);
    }

    @Test
    void a_plan_in_a_bundle_is_the_plan_itself_so_that_nobody_holds_it_twice_and_the_rest_of_the_bundle_is_his() {
        Organisation unit = town.unit();
        Person woman = Town.woman();
        town.enrol(unit, List.of(woman), HOSPITAL);

        UUID bundle = town.enrol(unit, List.of(woman, Town.woman()), HOSPITAL, WOMEN);

        assertThat(town.look(unit, bundle).plans())
                .extracting(Look.PlanSum::plan, Look.PlanSum::heads)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(HOSPITAL, 1),
                        org.assertj.core.groups.Tuple.tuple(WOMEN, 2));
        assertThat(outcome.coversOf(unit, woman))
                .extracting(cover -> cover.plan().plan())
                .containsExactlyInAnyOrder(HOSPITAL, WOMEN);
    }

    @Test
    void age_counts_on_the_day_that_the_plan_says_and_not_at_the_event() {
        Organisation unit = town.unit();
        Person old = Town.person(person -> person.age() > 62 && person.age() < 80);
        Person just = Town.person(person -> person.age() == 60);
        UUID batch = town.bring(unit, List.of(old, just), HOSPITAL);

        assertThat(town.rows(unit, batch, Kind.WRONG))
                .singleElement()
                .satisfies(row -> assertThat(row.troubles().getFirst().wrong()).contains("周岁", "60 周岁"));
        assertThat(town.look(unit, batch).people()).isOne();
    }

    @Test
    void more_units_than_a_plan_allows_are_refused_with_the_number_that_is_allowed() {
        Organisation unit = town.unit();
        UUID batch = town.bring(unit, List.of(Town.woman().with(3)), WOMEN);

        assertThat(town.rows(unit, batch, Kind.WRONG)).singleElement().satisfies(row -> {
            assertThat(row.troubles().getFirst().wrong()).contains("至多 2 份");
            assertThat(row.troubles().getFirst().remedy()).contains("2 份");
        });
    }

    @Test
    void money_that_comes_too_late_moves_the_start_to_the_next_uniform_day() {
        Organisation unit = town.unit();
        Person person = Town.woman();
        UUID batch = town.enrol(unit, List.of(person), WOMEN);

        LocalDate start = outcome.pay(batch, LocalDate.of(2026, 4, 10));

        assertThat(start).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(outcome.coversOf(unit, person)).singleElement().satisfies(cover -> {
            assertThat(cover.span().from()).isEqualTo(LocalDate.of(2026, 5, 1));
            assertThat(cover.span().until()).isEqualTo(LocalDate.of(2027, 5, 1));
            assertThat(cover.since()).isEqualTo(LocalDate.of(2026, 5, 1));
            assertThat(cover.waitsUntil()).contains(LocalDate.of(2026, 5, 1).plusDays(61));
        });
        assertThat(outcome.pay(batch, LocalDate.of(2026, 6, 1)))
                .as("said twice, it changes nothing")
                .isEqualTo(start);
    }

    @Test
    void outside_the_dates_that_a_plan_sets_nobody_is_enrolled() {
        Organisation unit = town.unit();
        List<Person> women = List.of(Town.woman());
        UUID late = town.bring(unit, women, Town.CLOSED);
        assertThat(town.look(unit, late).findings())
                .filteredOn(Look.Finding::blocks)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("不在投保时间内"));
        assertRefused(() -> town.confirm(unit, late), Reason.HELD_BACK);

        UUID lastDay = town.enrol(unit, women, Town.OPEN);

        assertThat(town.look(unit, lastDay).batch().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void where_all_must_take_the_same_what_is_beyond_what_most_take_is_void_and_not_due() {
        Organisation unit = town.unit();
        List<Person> roster = List.of(
                Town.woman().with(2),
                Town.woman(),
                Town.woman(),
                Town.woman().with(1),
                Town.woman().with(2));

        UUID batch = town.bring(unit, roster, Town.SAME_FOR_ALL);

        Look look = town.look(unit, batch);
        assertThat(look.batch().said())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("多数人是 1 份", "另有 2 人"));
        assertThat(look.count(Kind.NEW)).isEqualTo(5);
        assertThat(look.due()).isEqualTo(Money.ofYuan(5 * 10));
        town.confirm(unit, batch);
        assertThat(outcome.coversOf(unit, roster.getFirst())).singleElement().satisfies(cover -> {
            assertThat(cover.units()).isOne();
            assertThat(cover.contribution()).isEqualTo(Money.ofYuan(10));
        });
    }

    @Test
    void whoever_is_under_cover_by_another_plan_does_not_wait_where_the_plan_says_so() {
        Organisation unit = town.unit();
        Person inHospital = Town.woman();
        Person inAccidents = Town.woman();
        Person inNone = Town.woman();
        town.enrol(unit, List.of(inHospital), HOSPITAL);
        town.enrol(
                Town.handler(unit),
                new Order(unit.id(), List.of(new Wanted("意外伤害", Optional.of("26元档"))), Town.START, 1, Channel.DIRECT),
                List.of(inAccidents));

        town.enrol(unit, List.of(inHospital, inAccidents, inNone), "重大疾病");

        assertThat(waits(unit, inHospital)).isEmpty();
        assertThat(waits(unit, inAccidents)).as("a plan that does not count").contains(Town.START.plusDays(61));
        assertThat(waits(unit, inNone)).contains(Town.START.plusDays(61));
    }

    private Optional<LocalDate> waits(Organisation unit, Person person) {
        return outcome.coversOf(unit, person).stream()
                .filter(cover -> cover.plan().plan().equals("重大疾病"))
                .findFirst()
                .orElseThrow()
                .waitsUntil();
    }
}
