package org.huzhu.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.roster;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.DateSpan;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What becomes of cover when persons and units change, and who stands for whom. */
@RoomTest
@Import({Town.class, Outcome.class})
class PersonsAndUnitsTest {

    private static final String HOSPITAL = "住院津贴";
    private static final String WOMEN = "女工特疾";
    private static final String CHILDREN = "子女意外";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private Covers covers;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private Founding founding;

    @Autowired
    private UnionDesk unions;

    @Test
    void those_who_leave_after_the_gate_was_passed_void_the_cover_of_nobody() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Organisation other = town.unit(agency);
        List<Person> women = Stream.generate(Town::woman).limit(5).toList();
        UUID batch = town.enrol(unit, women, WOMEN);
        outcome.pay(batch, LocalDate.of(2026, 3, 5));

        women.subList(0, 4).forEach(woman -> outcome.transfer(agency, unit, woman, other));

        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.STARTED);
        assertThat(women)
                .allSatisfy(woman -> assertThat(outcome.coversOf(other, woman).size()
                                + outcome.coversOf(unit, woman).size())
                        .isPositive());
    }

    @Test
    void units_of_cover_count_over_all_terms_that_overlap_so_that_a_second_term_waits_for_the_first_to_end() {
        Organisation unit = town.unit();
        Person woman = Town.woman();
        town.enrol(unit, List.of(woman.with(2)), WOMEN);

        UUID overlapping =
                town.bring(handler(unit), order(unit, WOMEN, Town.START.plusMonths(6)), roster(List.of(woman)));
        UUID following = town.bring(
                handler(unit), order(unit, WOMEN, Town.START.plusYears(1).minusDays(31)), roster(List.of(woman)));

        assertThat(town.look(unit, overlapping).count(Kind.DUPLICATE)).isOne();
        assertThat(town.look(unit, following).people()).isZero();
    }

    @Test
    void people_of_a_unit_that_is_merged_keep_their_cover_and_its_enrolments_stay_where_they_were_made() {
        Organisation agency = town.agency();
        Organisation merged = town.unit(agency);
        Organisation into = town.unit(agency);
        Person woman = Town.woman();
        town.enrol(merged, List.of(woman), WOMEN);

        Scope.ofSystem()
                .run(() -> founding.merge(merged.id(), into.id(), new Occasion(LocalDate.of(2026, 3, 2), "试验")));

        assertThat(outcome.coversOf(into, woman)).hasSize(1);
        Caller agent = Town.at(Role.AGENCY_HANDLER, agency);
        assertThat(as(agent, () -> covers.headsByUnit(agent, agency.path(), WOMEN, Town.START)))
                .containsOnlyKeys(merged.id());
        UUID again = town.bring(into, List.of(woman), WOMEN);
        assertThat(town.look(into, again).count(Kind.DUPLICATE))
                .as("he is under cover already")
                .isOne();
    }

    @Test
    void an_agency_that_is_split_hands_its_units_over_with_their_batches_and_their_cover() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Person woman = Town.woman();
        town.enrol(unit, List.of(woman), WOMEN);

        Caller office = Town.at(Role.SYSTEM_ADMINISTRATOR, town.office());
        Organisation part = as(
                office,
                () -> unions.split(
                        office, agency.id(), "新代办处", List.of(unit.id()), new Occasion(LocalDate.of(2026, 3, 2), "试验")));

        Caller there = Town.at(Role.AGENCY_HANDLER, part);
        assertThat(as(there, () -> covers.headsByUnit(there, part.path(), WOMEN, Town.START)))
                .containsEntry(unit.id(), 1);
        assertThat(as(there, () -> desk.batches(there, Optional.of(unit.id()), 10)))
                .hasSize(1);
    }

    @Test
    void whoever_retires_or_dies_keeps_the_cover_that_runs_and_is_not_enrolled_again() {
        Organisation unit = town.unit();
        Person retires = Town.woman();
        Person dies = Town.woman();
        UUID batch = town.enrol(unit, List.of(retires, dies), HOSPITAL);
        outcome.pay(batch, LocalDate.of(2026, 3, 5));
        outcome.categorise(unit, retires, CategoryKind.RETIRED);
        outcome.categorise(unit, dies, CategoryKind.DECEASED);

        UUID next = town.bring(unit, List.of(retires, dies), WOMEN);

        assertThat(town.rows(unit, next, Kind.WRONG))
                .extracting(row -> row.troubles().getFirst().wrong())
                .satisfiesExactlyInAnyOrder(
                        wrong -> assertThat(wrong).contains("已退休"),
                        wrong -> assertThat(wrong).contains("已身故"));
        assertThat(outcome.coversOf(unit, retires)).singleElement().satisfies(cover -> {
            assertThat(cover.state()).isEqualTo(Cover.State.IN_FORCE);
            assertThat(cover.span()).isEqualTo(new DateSpan(Town.START, Town.START.plusYears(1)));
        });
        assertThat(outcome.coversOf(unit, dies)).hasSize(1);
    }

    @Test
    void whoever_is_about_to_retire_takes_part_and_passes_the_age_limit_under_cover() {
        Organisation unit = town.unit();
        Person old = Town.person(person -> person.age() == 60);

        UUID batch = town.enrol(unit, List.of(old), HOSPITAL);

        assertThat(outcome.coversOf(unit, old)).hasSize(1);
        assertThat(town.look(unit, batch).people()).isOne();
    }

    @Test
    void of_several_gifts_to_one_person_the_first_holds_and_the_other_giver_is_told() {
        Organisation first = town.unit();
        Organisation second = town.unit();
        Person person = Town.woman();
        town.enrol(handler(first), gift(first), List.of(person));

        UUID other = town.bring(handler(second), gift(second), roster(List.of(person)));

        assertThat(town.rows(second, other, Kind.DUPLICATE)).singleElement().satisfies(row -> {
            assertThat(row.troubles().getFirst().wrong()).contains("已由另一单位参加", "以先参保的为准");
            assertThat(row.troubles().getFirst().wrong()).doesNotContain(first.name());
        });
    }

    @Test
    void a_gift_asks_no_share_of_the_unit_to_take_part() {
        Organisation unit = town.unit(500, 400);

        UUID batch = town.bring(
                handler(unit),
                new Order(unit.id(), List.of(new Wanted(WOMEN, Optional.empty())), Town.START, 1, Channel.GIFT),
                roster(List.of(Town.woman())));

        assertThat(town.look(unit, batch).isReady()).isTrue();
    }

    @Test
    void cover_for_an_event_begins_and_ends_at_its_hours() {
        Organisation unit = town.unit();
        Person volunteer = Town.woman();
        Hours hours = new Hours(LocalTime.of(6, 0), LocalTime.MIDNIGHT);
        Order order = new Order(
                unit.id(),
                List.of(new Wanted(HOSPITAL, Optional.empty())),
                Town.START,
                1,
                Channel.GIFT,
                Optional.of(hours));

        town.enrol(handler(unit), order, List.of(volunteer));

        assertThat(outcome.coversOf(unit, volunteer)).singleElement().satisfies(cover -> {
            assertThat(cover.hours()).contains(hours);
            assertThat(hours.last()).isEqualTo("24:00");
        });
    }

    @Test
    void a_child_is_under_cover_once_through_one_of_its_parents_who_must_be_a_member() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        Person mother = Town.woman();
        Person father = Town.man();
        town.enrol(unit, List.of(mother), HOSPITAL);
        town.enrol(other, List.of(father), HOSPITAL);
        Person child = Town.child();

        UUID byMother = town.bring(handler(unit), order(unit, CHILDREN, Town.START), child(child, mother));
        town.confirm(unit, byMother);

        assertThat(outcome.coversOf(unit, mother))
                .filteredOn(cover -> cover.plan().plan().equals(CHILDREN))
                .singleElement()
                .satisfies(cover -> assertThat(cover.insured()).contains(child.name()));
        UUID byFather = town.bring(handler(other), order(other, CHILDREN, Town.START), child(child, father));
        assertThat(town.look(other, byFather).count(Kind.DUPLICATE)).isOne();
        UUID byNobody = town.bring(handler(unit), order(unit, CHILDREN, Town.START), child(child, Town.woman()));
        assertThat(town.rows(unit, byNobody, Kind.WRONG))
                .singleElement()
                .satisfies(row -> assertThat(row.troubles().getFirst().wrong()).contains("家长不是本单位的会员"));
    }

    @Test
    void a_grown_child_and_a_child_without_a_parent_are_refused_and_members_beside_children_take_part_in_their_own() {
        Organisation unit = town.unit();
        Person mother = Town.woman();
        town.enrol(unit, List.of(mother), HOSPITAL);
        Person grown = Town.person(person -> person.age() > 18 && person.age() < 25);

        UUID old = town.bring(handler(unit), order(unit, CHILDREN, Town.START), child(grown, mother));
        UUID alone = town.bring(
                handler(unit),
                order(unit, CHILDREN, Town.START),
                ("姓名,身份证号,类别\n" + grown.name() + "," + grown.number() + ",职工子女\n").getBytes(UTF_8));
        UUID both = town.bring(unit, List.of(Town.woman()), WOMEN, CHILDREN);

        assertThat(town.rows(unit, old, Kind.WRONG)
                        .getFirst()
                        .troubles()
                        .getFirst()
                        .wrong())
                .contains("周岁");
        assertThat(town.rows(unit, alone, Kind.WRONG)
                        .getFirst()
                        .troubles()
                        .getFirst()
                        .column())
                .isEqualTo("家长证件号码");
        assertThat(town.look(unit, both).people()).isOne();
    }

    @Test
    void membership_is_for_life_and_free_whatever_becomes_of_the_enrolment() {
        Organisation unit = town.unit();
        Person woman = Town.woman();
        UUID batch = town.enrol(unit, List.of(woman), WOMEN);
        UUID member = outcome.coversOf(unit, woman).getFirst().member();

        outcome.takeBack(unit, batch);

        assertThat(outcome.coversOf(unit, woman)).isEmpty();
        assertThat(outcome.members(unit, woman)).containsExactly(member);
        UUID again = town.enrol(unit, List.of(woman), WOMEN);
        assertThat(outcome.coversOf(unit, woman)).singleElement().satisfies(cover -> {
            assertThat(cover.member()).as("no second entry").isEqualTo(member);
            assertThat(cover.batch()).isEqualTo(again);
        });
    }

    private static byte[] child(Person child, Person parent) {
        return ("姓名,身份证号,家长身份证号\n" + child.name() + "," + child.number() + "," + parent.number() + "\n")
                .getBytes(UTF_8);
    }

    private static Order gift(Organisation unit) {
        return new Order(unit.id(), List.of(new Wanted(HOSPITAL, Optional.empty())), Town.START, 1, Channel.GIFT);
    }

    private static Order order(Organisation unit, String plan, LocalDate start) {
        return new Order(unit.id(), List.of(new Wanted(plan, Optional.empty())), start, 1, Channel.DIRECT);
    }
}
