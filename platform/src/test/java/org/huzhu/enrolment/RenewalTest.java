package org.huzhu.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.enrolment.Outcome.assertRefused;
import static org.huzhu.enrolment.Town.doAs;
import static org.huzhu.enrolment.Town.handler;
import static org.huzhu.enrolment.Town.roster;

import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.enrolment.Town.Person;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.unions.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionOperations;

/** The second year: its clock goes on, so that its society is its own. */
@RoomTest
@Import({Town.class, Outcome.class})
@DirtiesContext
class RenewalTest {

    private static final String WOMEN = "女工特疾";
    private static final LocalDate NEXT = Town.START.plusYears(1);
    private static final int WAITS = 61;

    @Autowired
    private Town town;

    @Autowired
    private Outcome outcome;

    @Autowired
    private SetClock clock;

    @Autowired
    private EnrolmentDesk desk;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void unbroken_renewals_keep_their_first_start_and_each_row_that_was_read_is_accepted_or_refused() {
        Organisation unit = town.unit();
        Person stays = Town.woman();
        Person takesMore = Town.woman();
        Person pauses = Town.woman();
        outcome.pay(town.enrol(unit, List.of(stays, takesMore, pauses), WOMEN), LocalDate.of(2026, 3, 5));
        clock.advance(Duration.ofDays(350));
        Organisation other = town.unit();
        Person elsewhere = Town.woman();
        town.enrol(handler(other), from(other, NEXT), List.of(elsewhere));
        Person joins = Town.woman();
        Person mistyped = new Person("王某", "11010119900101001", joins.sex(), 30, "");

        UUID batch = town.bring(
                handler(unit),
                from(unit, NEXT),
                roster(List.of(
                        stays,
                        takesMore.with(2),
                        joins,
                        elsewhere,
                        joins,
                        mistyped,
                        Town.woman().with(3))));

        Look look = town.look(unit, batch);
        assertThat(look.counts())
                .isEqualTo(Map.of(Kind.RENEWED, 1, Kind.CHANGED, 1, Kind.NEW, 1, Kind.DUPLICATE, 2, Kind.WRONG, 2));
        assertThat(look.findings())
                .as("who was covered last year and is not in the list")
                .anySatisfy(finding -> assertThat(finding.text()).contains("有 1 人不在这份名册里"));
        town.confirm(unit, batch);
        assertThat(newest(unit, stays).since()).isEqualTo(Town.START);
        assertThat(newest(unit, stays).waitsUntil()).contains(Town.START.plusDays(WAITS));
        assertThat(newest(unit, takesMore).since()).isEqualTo(Town.START);
        assertThat(newest(unit, joins).since()).isEqualTo(NEXT);
        assertThat(newest(unit, joins).waitingDaysLeft(NEXT)).isEqualTo(WAITS);
        assertWaitsAnewAfterAGap(unit, pauses);
    }

    @Test
    void last_years_list_is_renewed_by_the_register_with_who_left_who_came_and_a_file_of_other_changes() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Organisation other = town.unit(agency);
        Person stays = Town.woman();
        Person takesMore = Town.woman();
        Person moves = Town.woman();
        Person retires = Town.woman();
        Person quits = Town.woman();
        LocalDate from = today().plusDays(40).withDayOfMonth(1);
        outcome.pay(
                town.enrol(handler(unit), from(unit, from), List.of(stays, takesMore, moves, retires, quits)), today());
        clock.advance(Duration.ofDays(340));
        outcome.transfer(agency, unit, moves, other);
        outcome.categorise(unit, retires, CategoryKind.RETIRED);
        Person comes = Town.woman();
        Order elsewhere = new Order(
                unit.id(), List.of(new Wanted("住院津贴", Optional.empty())), from.plusYears(1), 1, Channel.DIRECT);
        town.confirm(unit, town.bring(handler(unit), elsewhere, roster(List.of(comes), today().toString())));
        Person hired = Town.woman();

        UUID batch = town.renew(unit, from(unit, from.plusYears(1)));

        assertThat(town.look(unit, batch).counts()).isEqualTo(Map.of(Kind.RENEWED, 3, Kind.NEW, 1, Kind.LEFT, 2));
        assertThat(town.rows(unit, batch, Kind.LEFT))
                .extracting(
                        row -> row.name() + row.troubles().getFirst().wrong().substring(0, 4))
                .containsExactlyInAnyOrder(moves.name() + "已不在本", retires.name() + "会员资料");
        town.correct(handler(unit), batch, Town.changes(List.of(hired, takesMore.with(2)), List.of(quits)));
        assertThat(town.look(unit, batch).counts())
                .isEqualTo(Map.of(Kind.RENEWED, 1, Kind.CHANGED, 1, Kind.NEW, 2, Kind.LEFT, 3));
        town.confirm(unit, batch);
        assertThat(rowsThatAreNotWhatCameOfThem(batch)).isZero();
        assertThat(newest(unit, takesMore).units()).isEqualTo(2);
        assertThat(newest(unit, stays).since()).isEqualTo(from);
        assertThat(newest(unit, quits).span().until())
                .as("what he has runs on to its end")
                .isEqualTo(from.plusYears(1));
    }

    /** Rows that were accepted and have no cover, or have one and were not. */
    private int rowsThatAreNotWhatCameOfThem(UUID batch) {
        return Scope.ofSystem()
                .call(() -> transactions.execute(_ -> database.sql("""
                        select count(*)::int from enrolment.line l
                        where l.batch = :batch and (l.kind in ('NEW', 'RENEWED', 'CHANGED')) <> exists (
                            select from enrolment.cover c
                            where c.batch = l.batch and c.part = l.part and c.row = l.row and c.state <> 'VOID')
                        """)
                        .param("batch", batch)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void a_renewal_that_is_given_back_is_brought_again_as_a_whole_roster() {
        Organisation agency = town.agency();
        Organisation unit = town.unit(agency);
        Person stays = Town.woman();
        Person quits = Town.woman();
        LocalDate from = today().plusDays(40).withDayOfMonth(1);
        outcome.pay(town.enrol(handler(unit), from(unit, from), List.of(stays, quits)), today());
        clock.advance(Duration.ofDays(340));
        Caller handler = handler(unit);
        Order again = new Order(
                unit.id(), List.of(new Wanted(WOMEN, Optional.empty())), from.plusYears(1), 1, Channel.AGENCY);
        UUID batch = town.renew(unit, again);
        assertRefused(
                () -> doAs(handler, () -> desk.writeErrors(handler, batch, OutputStream.nullOutputStream())),
                Reason.STATE);
        doAs(handler, () -> desk.confirm(handler, batch));
        Caller reviewer = Town.at(Role.AGENCY_REVIEWER, agency);
        doAs(reviewer, () -> desk.giveBack(reviewer, batch, "请去掉已离职的人"));

        town.correct(handler, batch, roster(List.of(stays)));

        assertThat(town.look(unit, batch).counts()).isEqualTo(Map.of(Kind.RENEWED, 1));
        doAs(handler, () -> desk.confirm(handler, batch));
        assertThat(rowsThatAreNotWhatCameOfThem(batch)).isZero();
        assertThat(outcome.coversOf(unit, quits)).hasSize(1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private void assertWaitsAnewAfterAGap(Organisation unit, Person pauses) {
        town.enrol(handler(unit), from(unit, NEXT.plusMonths(1)), List.of(pauses));
        assertThat(newest(unit, pauses).since())
                .as("after a gap it waits again")
                .isEqualTo(NEXT.plusMonths(1));
        assertThat(outcome.coversOf(unit, pauses)).hasSize(2);
    }

    private static Order from(Organisation unit, LocalDate start) {
        return new Order(unit.id(), List.of(new Wanted(WOMEN, Optional.empty())), start, 1, Channel.DIRECT);
    }

    private Cover newest(Organisation unit, Person person) {
        return outcome.coversOf(unit, person).stream()
                .max(Comparator.comparing(cover -> cover.span().from()))
                .orElseThrow();
    }
}
