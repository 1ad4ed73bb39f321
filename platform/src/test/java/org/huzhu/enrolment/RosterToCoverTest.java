package org.huzhu.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Outcome.assertRefused;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.kernel.Money;
import org.huzhu.roster.Column;
import org.huzhu.testkit.Together;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From a unit's own roster to cover in force. */
@RoomTest
@Import({Town.class, Outcome.class})
class RosterToCoverTest {

    private static final String HOSPITAL = "住院津贴";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private EnrolmentDesk desk;

    @Test
    void a_roster_becomes_cover_once_it_is_confirmed_and_holds_once_it_is_paid() {
        Organisation unit = town.unit();
        List<Person> people = people(30);
        UUID batch = town.bring(unit, people, HOSPITAL);

        Look look = town.look(unit, batch);
        assertThat(look.batch().state()).isEqualTo(State.LOOKED);
        assertThat(look.count(Kind.NEW)).isEqualTo(30);
        assertThat(look.due()).isEqualTo(Money.ofYuan(30 * 60));
        assertThat(outcome.coversOf(unit, people.getFirst())).isEmpty();

        town.confirm(unit, batch);
        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.CONFIRMED);
        Cover agreed = outcome.coversOf(unit, people.getFirst()).getFirst();
        assertThat(agreed.state()).isEqualTo(Cover.State.AGREED);
        assertThat(agreed.span().from()).isEqualTo(Town.START);
        assertThat(agreed.span().until()).isEqualTo(Town.START.plusYears(1));
        assertThat(agreed.plan().version()).isEqualTo("2015");

        assertThat(outcome.pay(batch, LocalDate.of(2026, 3, 20))).isEqualTo(Town.START);
        assertThat(outcome.coversOf(unit, people.getFirst()).getFirst().state()).isEqualTo(Cover.State.IN_FORCE);
    }

    @Test
    void the_same_file_sent_twice_enrols_nobody_twice() {
        Organisation unit = town.unit();
        List<Person> people = people(5);
        town.enrol(unit, people, HOSPITAL);

        UUID again = town.bring(unit, people, HOSPITAL);

        assertThat(town.look(unit, again).count(Kind.DUPLICATE)).isEqualTo(5);
        assertRefused(() -> town.confirm(unit, again), Reason.NOBODY);
        assertThat(outcome.coversOf(unit, people.getFirst())).hasSize(1);
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
        assertThat(outcome.coversOf(unit, people.get(3))).hasSize(1);
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

        assertThat(outcome.coversOf(second, people.get(1))).hasSize(1);
        assertThat(outcome.coversOf(second, people.get(0))).isEmpty();
        assertThat(town.look(first, held).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("1 人", "先参保的为准"));
    }

    @Test
    void of_two_units_that_confirm_the_same_people_at_the_same_time_one_enrols_them_and_the_other_looks_again() {
        List<Organisation> units = List.of(town.unit(), town.unit());
        List<Person> shared = people(40);
        List<Person> own = people(2);
        List<List<Person>> rosters = List.of(
                Stream.concat(shared.stream(), Stream.of(own.get(0))).toList(),
                Stream.concat(shared.reversed().stream(), Stream.of(own.get(1))).toList());
        List<UUID> batches = IntStream.range(0, 2)
                .mapToObj(i -> town.bring(units.get(i), rosters.get(i), HOSPITAL))
                .toList();
        AtomicInteger next = new AtomicInteger();

        List<Integer> late = Together.all(2, () -> {
            int i = next.getAndIncrement();
            try {
                town.confirm(units.get(i), batches.get(i));
                return -1;
            } catch (EnrolmentRefused e) {
                assertThat(e.reason()).isEqualTo(Reason.LOOK_AGAIN);
                return i;
            }
        });

        assertThat(late).containsOnlyOnce(-1);
        int second = Math.max(late.get(0), late.get(1));
        town.await(batches.get(second));
        Look look = town.look(units.get(second), batches.get(second));
        assertThat(look.count(Kind.DUPLICATE)).isEqualTo(40);
        assertThat(look.count(Kind.NEW)).isOne();
        town.confirm(units.get(second), batches.get(second));
        for (Person person : shared) {
            assertThat(outcome.coversOf(units.get(1 - second), person)).hasSize(1);
            assertThat(outcome.coversOf(units.get(second), person)).isEmpty();
        }
        assertThat(outcome.coversOf(units.get(second), own.get(second))).hasSize(1);
    }

    @Test
    void whoever_was_enrolled_elsewhere_since_the_look_is_struck_from_whichever_file_he_stands_in() {
        Organisation unit = town.unit();
        Organisation other = town.unit();
        Person shared = Town.woman();
        Person own = Town.woman();
        Person corrected = Town.woman();
        Person mistyped = new Person("王某", "11010119900101001", corrected.sex(), 30, "");
        UUID batch = town.bring(unit, List.of(shared, own, mistyped), HOSPITAL);
        town.correct(handler(unit), batch, roster(List.of(corrected)));
        town.enrol(other, List.of(shared), HOSPITAL);

        assertRefused(() -> town.confirm(unit, batch), Reason.LOOK_AGAIN);

        town.await(batch);
        assertThat(town.look(unit, batch).counts()).isEqualTo(Map.of(Kind.NEW, 2, Kind.DUPLICATE, 1));
        town.confirm(unit, batch);
        assertThat(outcome.coversOf(unit, own)).hasSize(1);
        assertThat(outcome.coversOf(unit, corrected)).hasSize(1);
        assertThat(outcome.coversOf(unit, shared)).isEmpty();
        assertThat(outcome.members(unit, shared))
                .as("nobody is admitted who is not enrolled")
                .isEmpty();
    }

    @Test
    void a_person_is_the_same_under_a_number_of_15_digits_and_under_one_of_18() {
        Organisation unit = town.unit();
        Person person = Town.person(each -> each.age() >= 30 && each.age() <= 50);
        String number = person.number();
        Person old = new Person(
                person.name(), number.substring(0, 6) + number.substring(8, 17), person.sex(), person.age(), "");
        UUID batch = town.bring(unit, List.of(person, old), HOSPITAL);
        assertThat(town.look(unit, batch).count(Kind.NEW)).isOne();
        assertThat(town.look(unit, batch).count(Kind.DUPLICATE)).isOne();
        town.confirm(unit, batch);

        Organisation other = town.unit();
        UUID again = town.bring(other, List.of(old), HOSPITAL);

        assertThat(town.look(other, again).count(Kind.DUPLICATE)).isOne();
        assertThat(outcome.coversOf(unit, old)).hasSize(1);
    }

    @Test
    void what_the_headers_of_a_unit_mean_is_said_once_and_remembered_for_that_unit() {
        Organisation unit = town.unit();
        byte[] first = strange(people(3));
        Caller handler = handler(unit);
        UUID batch = town.bring(handler, Town.order(unit, Channel.DIRECT, HOSPITAL), first);
        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.UNREADABLE);
        assertThat(as(handler, () -> desk.headers(handler, batch))).containsExactly("姓名", "乙栏", "手机号码");

        doAs(handler, () -> desk.map(handler, batch, Map.of("乙栏", Column.PAPER)));
        town.await(batch);

        assertThat(town.look(unit, batch).count(Kind.NEW)).isEqualTo(3);
        UUID next = town.bring(handler, Town.order(unit, Channel.DIRECT, HOSPITAL), strange(people(2)));
        assertThat(town.look(unit, next).count(Kind.NEW)).isEqualTo(2);
        Organisation other = town.unit();
        UUID elsewhere = town.bring(handler(other), Town.order(other, Channel.DIRECT, HOSPITAL), strange(people(2)));
        assertThat(town.look(other, elsewhere).batch().state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void a_file_without_any_header_has_none_to_be_mapped_and_the_batch_says_why() {
        Organisation unit = town.unit();
        Caller handler = handler(unit);
        UUID batch = town.bring(handler, Town.order(unit, Channel.DIRECT, HOSPITAL), "甲栏,乙栏\n1,2\n".getBytes(UTF_8));

        assertThat(town.look(unit, batch).batch().said())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("没有找到表头"));
        assertThat(as(handler, () -> desk.headers(handler, batch))).isEmpty();
    }

    /** A roster of which only its unit knows where the numbers stand. */
    private static byte[] strange(List<Person> people) {
        return people.stream()
                .map(person -> person.name() + "," + person.number() + ",")
                .collect(Collectors.joining("\n", "姓名,乙栏,手机号码\n", "\n"))
                .getBytes(UTF_8);
    }
}
