package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.enrolment.Outcome.assertRefused;
import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.people;
import static org.huzhu.enrolment.Town.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.huzhu.members.MemberRegister;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The way of a batch through the tiers, back, and along with its unit. */
@RoomTest
@Import({Town.class, Outcome.class})
class BatchWayTest {

    private static final String HOSPITAL = "住院津贴";
    private static final String WOMEN = "女工特疾";

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private Covers covers;

    @Autowired
    private MemberRegister register;

    @Autowired
    private Founding founding;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

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
        assertThat(outcome.coversOf(unit, people.getFirst())).isEmpty();
        assertThat(town.look(unit, batch).batch().said()).containsExactly("名册没有盖章");

        town.correct(handler, batch, roster(people));
        doAs(handler, () -> desk.confirm(handler, batch));

        assertThat(outcome.coversOf(unit, people.getFirst())).hasSize(1);
    }

    @Test
    void a_confirmed_batch_is_taken_back_as_a_whole() {
        Organisation unit = town.unit();
        List<Person> people = people(3);
        UUID batch = town.enrol(unit, people, HOSPITAL);
        Caller handler = handler(unit);

        doAs(handler, () -> desk.takeBack(handler, batch, "名册传错了"));

        assertThat(outcome.coversOf(unit, people.getFirst())).isEmpty();
        town.enrol(unit, people, HOSPITAL);
        assertThat(outcome.coversOf(unit, people.getFirst())).hasSize(1);
    }

    @Test
    void cover_follows_whoever_changes_the_unit_and_the_enrolment_stays_with_the_old_one() {
        Organisation agency = town.agency();
        Organisation from = town.unit(agency);
        Organisation to = town.unit(agency);
        Person person = Town.woman();
        UUID batch = town.enrol(from, List.of(person), WOMEN);
        Caller agent = Town.at(Role.AGENCY_HANDLER, agency);
        UUID member = outcome.coversOf(from, person).getFirst().member();
        doAs(agent, () -> register.transfer(agent, member, to.id(), LocalDate.of(2026, 3, 1)));

        assertThat(outcome.coversOf(to, person)).singleElement().satisfies(cover -> {
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

    @Test
    void a_batch_that_was_half_read_when_the_program_died_is_read_again_when_somebody_looks() {
        Organisation unit = town.unit();
        List<Person> people = people(10);
        UUID batch = town.bring(unit, people, HOSPITAL);
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> {
                    change("update enrolment.batch set state = 'READING' where id = :batch", batch);
                    change("delete from enrolment.proposal where batch = :batch and row > 5", batch);
                    change("delete from enrolment.line where batch = :batch and row > 5", batch);
                }));

        town.look(unit, batch);
        town.await(batch);

        assertThat(town.look(unit, batch).batch().state()).isEqualTo(State.LOOKED);
        assertThat(town.look(unit, batch).count(Kind.NEW)).isEqualTo(10);
        town.confirm(unit, batch);
        people.forEach(person -> assertThat(outcome.coversOf(unit, person)).hasSize(1));
    }

    private void change(String sql, UUID batch) {
        database.sql(sql).param("batch", batch).update();
    }

    @Test
    void a_unit_that_moves_takes_its_batches_its_rosters_and_its_cover_along() {
        Organisation before = town.agency();
        Organisation after = town.agency();
        Organisation unit = town.unit(before);
        List<Person> people = people(2);
        UUID confirmed = town.enrol(unit, people.subList(0, 1), HOSPITAL);
        UUID looked = town.bring(unit, people.subList(1, 2), HOSPITAL);

        Organisation moved = Scope.ofSystem()
                .call(() -> founding.move(unit.id(), after.id(), new Occasion(LocalDate.of(2026, 3, 2), "试验")));

        Caller old = Town.at(Role.AGENCY_HANDLER, before);
        Caller now = Town.at(Role.AGENCY_HANDLER, after);
        assertThat(as(old, () -> desk.batches(old, Optional.empty(), 10))).isEmpty();
        assertThat(as(now, () -> desk.batches(now, Optional.empty(), 10)))
                .extracting(Batch::id)
                .containsExactlyInAnyOrder(confirmed, looked);
        assertThat(as(now, () -> covers.headsByUnit(now, after.path(), HOSPITAL, Town.START)))
                .containsEntry(unit.id(), 1);
        town.confirm(moved, looked);
        people.forEach(person -> assertThat(outcome.coversOf(moved, person)).hasSize(1));
    }
}
