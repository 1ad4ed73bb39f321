package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.people;
import static org.huzhu.enrolment.Town.roster;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.Money;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Paper;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** From a unit's own roster to cover in force. */
@RoomTest
@Import(Town.class)
class RosterToCoverTest {

    private static final String HOSPITAL = "住院津贴";
    private static final String WOMEN = "女工特疾";

    @Autowired
    private Town town;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private Covers covers;

    @Autowired
    private Dues dues;

    @Autowired
    private MemberRegister register;

    @Autowired
    private TransactionOperations transactions;

    private static void assertRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        EnrolmentRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private LocalDate pay(UUID batch, LocalDate day) {
        return Scope.ofSystem().call(() -> transactions.execute(_ -> dues.paid(batch, day)));
    }

    private List<Cover> coversOf(Organisation unit, Person person) {
        Caller handler = handler(unit);
        return as(handler, () -> {
            List<UUID> members =
                    register.findByPaper(handler, Paper.parse(Paper.Kind.RESIDENT, person.number())).stream()
                            .map(line -> line.id())
                            .toList();
            return covers.of(handler, members);
        });
    }

    @Test
    void a_roster_becomes_cover_once_it_is_confirmed_and_holds_once_it_is_paid() {
        Organisation unit = town.unit();
        List<Person> people = people(30);
        UUID batch = town.bring(unit, people, HOSPITAL);

        Look look = town.look(unit, batch);
        assertThat(look.batch().state()).isEqualTo(State.LOOKED);
        assertThat(look.count(Kind.NEW)).isEqualTo(30);
        assertThat(look.due()).isEqualTo(Money.ofYuan(30 * 60));
        assertThat(coversOf(unit, people.getFirst())).isEmpty();

        town.confirm(unit, batch);
        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.CONFIRMED);
        Cover agreed = coversOf(unit, people.getFirst()).getFirst();
        assertThat(agreed.state()).isEqualTo(Cover.State.AGREED);
        assertThat(agreed.span().from()).isEqualTo(Town.START);
        assertThat(agreed.span().until()).isEqualTo(Town.START.plusYears(1));
        assertThat(agreed.plan().version()).isEqualTo("2015");

        assertThat(pay(batch, LocalDate.of(2026, 3, 20))).isEqualTo(Town.START);
        assertThat(coversOf(unit, people.getFirst()).getFirst().state()).isEqualTo(Cover.State.IN_FORCE);
    }

    @Test
    void the_same_file_sent_twice_enrols_nobody_twice() {
        Organisation unit = town.unit();
        List<Person> people = people(5);
        town.enrol(unit, people, HOSPITAL);

        UUID again = town.bring(unit, people, HOSPITAL);

        assertThat(town.look(unit, again).count(Kind.DUPLICATE)).isEqualTo(5);
        assertRefused(() -> town.confirm(unit, again), Reason.NOBODY);
        assertThat(coversOf(unit, people.getFirst())).hasSize(1);
    }

    @Test
    void wrong_rows_come_back_as_a_workbook_and_the_corrected_ones_alone_are_sent_again() throws Exception {
        Organisation unit = town.unit();
        List<Person> people = people(20);
        List<Person> typed = new ArrayList<>(people);
        typed.set(3, people.get(3).called("张3"));
        typed.set(
                7,
                new Person(
                        people.get(7).name(), "11010119900101001", people.get(7).sex(), 30, ""));
        UUID batch = town.bring(unit, typed, HOSPITAL);
        assertThat(town.look(unit, batch).count(Kind.WRONG)).isEqualTo(2);
        assertThat(town.rows(unit, batch, Kind.WRONG)).extracting(Look.Row::row).containsExactly(5, 9);
        Caller handler = handler(unit);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        doAs(handler, () -> desk.writeErrors(handler, batch, errors));
        Path file = Files.createTempFile("errors", ".xlsx");
        Files.write(file, errors.toByteArray());
        assertThat(org.huzhu.roster.Roster.open(file, org.huzhu.roster.RosterOrder.usual())
                        .next())
                .isPresent();

        town.correct(handler, batch, roster(List.of(people.get(3), people.get(7))));

        Look look = town.look(unit, batch);
        assertThat(look.count(Kind.WRONG)).isZero();
        assertThat(look.count(Kind.NEW)).isEqualTo(20);
        assertThat(look.replaced()).isEqualTo(2);
        town.confirm(unit, batch);
        assertThat(coversOf(unit, people.get(3))).hasSize(1);
    }

    @Test
    void a_person_whom_another_unit_has_enrolled_is_refused_and_both_units_are_told() {
        Organisation first = town.unit();
        Organisation second = town.unit();
        List<Person> people = people(4);
        UUID held = town.enrol(first, people.subList(0, 1), HOSPITAL);

        UUID batch = town.bring(second, people, HOSPITAL);
        assertThat(town.rows(second, batch, Kind.DUPLICATE))
                .singleElement()
                .satisfies(row -> assertThat(row.troubles().getFirst().wrong())
                        .contains("已由另一单位参加住院津贴")
                        .doesNotContain(first.name()));
        town.confirm(second, batch);

        assertThat(coversOf(second, people.get(1))).hasSize(1);
        assertThat(coversOf(second, people.get(0))).isEmpty();
        assertThat(town.look(first, held).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("1 人", "先参保的为准"));
    }

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

        assertThat(coversOf(unit, man)).extracting(cover -> cover.plan().plan()).containsExactly(HOSPITAL);
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
    void an_unbroken_renewal_keeps_the_first_start_and_whoever_is_new_in_the_unit_waits() {
        Organisation unit = town.unit();
        Person stays = Town.woman();
        UUID first = town.enrol(unit, List.of(stays), WOMEN);
        pay(first, LocalDate.of(2026, 3, 5));
        Person joins = Town.woman();
        Caller handler = handler(unit);
        Order next = new Order(
                unit.id(),
                List.of(new Order.Wanted(WOMEN, Optional.empty())),
                Town.START.plusYears(1).minusDays(31),
                1,
                Channel.DIRECT);
        UUID early = town.bring(handler, next, roster(List.of(stays)));
        assertThat(town.look(unit, early).count(Kind.DUPLICATE))
                .as("it would overlap")
                .isOne();

        assertThat(coversOf(unit, stays)).singleElement().satisfies(cover -> {
            assertThat(cover.since()).isEqualTo(Town.START);
            assertThat(cover.waitsUntil()).contains(Town.START.plusDays(61));
            assertThat(cover.waitingDaysLeft(Town.START)).isEqualTo(61);
        });
        assertThat(joins).isNotNull();
    }

    @Test
    void money_that_comes_too_late_moves_the_start_to_the_next_uniform_day() {
        Organisation unit = town.unit();
        Person person = Town.woman();
        UUID batch = town.enrol(unit, List.of(person), WOMEN);

        LocalDate start = pay(batch, LocalDate.of(2026, 4, 10));

        assertThat(start).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(coversOf(unit, person)).singleElement().satisfies(cover -> {
            assertThat(cover.span().from()).isEqualTo(LocalDate.of(2026, 5, 1));
            assertThat(cover.span().until()).isEqualTo(LocalDate.of(2027, 5, 1));
            assertThat(cover.since()).isEqualTo(LocalDate.of(2026, 5, 1));
            assertThat(cover.waitsUntil()).contains(LocalDate.of(2026, 5, 1).plusDays(61));
        });
        assertThat(pay(batch, LocalDate.of(2026, 6, 1)))
                .as("said twice, it changes nothing")
                .isEqualTo(start);
    }

    @Test
    void a_batch_goes_through_point_and_agency_and_nobody_reviews_what_he_filed() {
        Organisation agency = town.agency();
        Organisation point = town.point(agency);
        Organisation unit = town.unit(point);
        Caller handler = handler(unit);
        UUID batch = town.bring(handler, Town.order(unit, Channel.AGENCY, HOSPITAL), roster(people(3)));
        doAs(handler, () -> desk.confirm(handler, batch));
        assertThat(town.look(unit, batch).batch().turn()).contains(point.path());
        Caller reviewer = Town.at(Role.AGENCY_REVIEWER, agency);
        Caller atPoint = Town.at(Role.POINT_HANDLER, point);
        assertThat(as(atPoint, () -> desk.toReview(atPoint, 10)))
                .extracting(Batch::id)
                .containsExactly(batch);

        doAs(atPoint, () -> desk.approve(atPoint, batch));
        assertThat(town.look(unit, batch).batch().turn()).contains(agency.path());
        assertThatThrownBy(() -> doAs(atPoint, () -> desk.approve(atPoint, batch)))
                .isInstanceOf(Refused.class);
        doAs(reviewer, () -> desk.approve(reviewer, batch));

        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_batch_that_is_given_back_holds_nobody_and_is_brought_again() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Caller handler = handler(unit);
        List<Person> people = people(3);
        UUID batch = town.bring(handler, Town.order(unit, Channel.AGENCY, HOSPITAL), roster(people));
        doAs(handler, () -> desk.confirm(handler, batch));
        Caller reviewer = Town.at(Role.AGENCY_REVIEWER, agency);
        doAs(reviewer, () -> desk.giveBack(reviewer, batch, "名册没有盖章"));
        assertThat(coversOf(unit, people.getFirst())).isEmpty();
        assertThat(town.look(unit, batch).batch().said()).containsExactly("名册没有盖章");

        town.correct(handler, batch, roster(people));
        doAs(handler, () -> desk.confirm(handler, batch));

        assertThat(coversOf(unit, people.getFirst())).hasSize(1);
    }

    @Test
    void a_confirmed_batch_is_taken_back_as_a_whole() {
        Organisation unit = town.unit();
        List<Person> people = people(3);
        UUID batch = town.enrol(unit, people, HOSPITAL);
        Caller handler = handler(unit);

        doAs(handler, () -> desk.takeBack(handler, batch, "名册传错了"));

        assertThat(coversOf(unit, people.getFirst())).isEmpty();
        town.enrol(unit, people, HOSPITAL);
        assertThat(coversOf(unit, people.getFirst())).hasSize(1);
    }

    @Test
    void cover_follows_whoever_changes_the_unit_and_the_enrolment_stays_with_the_old_one() {
        Organisation agency = town.agency();
        Organisation from = town.unit(agency);
        Organisation to = town.unit(agency);
        Person person = Town.woman();
        UUID batch = town.enrol(from, List.of(person), WOMEN);
        Caller agent = Town.at(Role.AGENCY_HANDLER, agency);
        UUID member = coversOf(from, person).getFirst().member();
        doAs(agent, () -> register.transfer(agent, member, to.id(), LocalDate.of(2026, 3, 1)));

        assertThat(coversOf(to, person)).singleElement().satisfies(cover -> {
            assertThat(cover.batch()).isEqualTo(batch);
            assertThat(cover.enrolledBy())
                    .as("which unit is not within reach of the new one")
                    .isEqualTo(new UUID(0, 0));
        });
        Caller old = handler(from);
        assertThat(as(old, () -> covers.headsByUnit(old, from.path(), WOMEN, Town.START)))
                .containsEntry(from.id(), 1);
    }

    @Test
    void nobody_enrols_for_a_unit_that_is_not_his() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        Caller stranger = handler(other);

        assertRefused(
                () -> town.bring(stranger, Town.order(unit, Channel.DIRECT, HOSPITAL), roster(people(1))),
                Reason.UNIT_NOT_OPEN);
    }
}
