package org.huzhu.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.staff.StaffRefused.Reason.ABSENT;
import static org.huzhu.staff.StaffRefused.Reason.DECIDED;
import static org.huzhu.staff.StaffRefused.Reason.HELD_ALREADY;
import static org.huzhu.staff.StaffRefused.Reason.LOGIN_TAKEN;
import static org.huzhu.staff.StaffRefused.Reason.LOGIN_UNFIT;
import static org.huzhu.staff.StaffRefused.Reason.NOT_EMPTY;
import static org.huzhu.staff.StaffRefused.Reason.NOT_HELD;
import static org.huzhu.staff.StaffRefused.Reason.OWN_REQUEST;
import static org.huzhu.staff.StaffRefused.Reason.THREE_PEOPLE;
import static org.huzhu.staff.StaffRefused.Reason.TO_ONESELF;
import static org.huzhu.staff.StaffRefused.Reason.WAITS_ALREADY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.testkit.Together;
import org.huzhu.unions.OrganisationMoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class StaffDeskTest extends StaffTest {

    @Autowired
    private ApplicationEventPublisher events;

    private static final int THREADS = 50;

    @Test
    void a_post_is_given_by_one_who_leads_it_within_his_part_of_the_tree() {
        Caller agency = holder(Role.AGENCY_HANDLER, "bj.east");
        UUID account = account("bj.east");

        UUID post = desk.grant(agency, grant(account, Role.UNIT_HANDLER, "bj.east.unit"));

        assertThat(desk.posts(agency, account)).extracting(Post::id).containsExactly(post);
        assertThatThrownBy(() -> desk.grant(agency, grant(account, Role.UNIT_HANDLER, "bj.west.unit")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.grant(agency, grant(account, Role.UNIT_HANDLER, "bj")))
                .isInstanceOf(Refused.class);
        assertRefused(() -> desk.grant(agency, grant(account, Role.AGENCY_REVIEWER, "bj.east")), NOT_HELD);
        assertRefused(() -> desk.grant(agency, grant(agency.account(), Role.UNIT_HANDLER, "bj.east")), TO_ONESELF);
        assertRefused(() -> desk.grant(agency, grant(account, Role.UNIT_HANDLER, "bj.east.unit")), HELD_ALREADY);
        assertRefused(() -> desk.grant(agency, grant(UUID.randomUUID(), Role.UNIT_HANDLER, "bj.east")), ABSENT);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_gives_more_than_he_could_be_given(Role role) {
        Set<Role> given = role.given();

        assertThat(given).contains(role);
        // What those may give to whom he gives, he may give himself: no way round over another.
        given.stream()
                .filter(each -> each != Role.SYSTEM_ADMINISTRATOR && each != Role.AUDIT_ADMINISTRATOR)
                .forEach(each -> assertThat(given).containsAll(each.given()));
    }

    @Test
    void whoever_has_lost_his_post_gives_nothing_in_it() {
        Caller agency = holder(Role.AGENCY_HANDLER, "bj.east");
        UUID account = account("bj.east");
        desk.revoke(holder(Role.SECURITY_ADMINISTRATOR, "bj"), postOf(agency));

        assertRefused(() -> desk.grant(agency, grant(account, Role.UNIT_HANDLER, "bj.east.unit")), NOT_HELD);
    }

    @Test
    void the_three_administrators_are_three_people() {
        UUID account = account("");
        system(() -> operator.grant(grant(account, Role.SYSTEM_ADMINISTRATOR, "")));

        assertRefused(
                () -> system(() -> operator.grant(grant(account, Role.SECURITY_ADMINISTRATOR, ""))), THREE_PEOPLE);
        assertRefused(() -> system(() -> operator.grant(grant(account, Role.AUDIT_ADMINISTRATOR, "bj"))), THREE_PEOPLE);
        system(() -> operator.grant(grant(account, Role.SYSTEM_ADMINISTRATOR, "bj")));
    }

    @Test
    void one_person_becomes_one_administrator_however_many_grant_at_once() {
        UUID account = account("");
        List<Role> roles = List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);
        var turn = new java.util.concurrent.atomic.AtomicInteger();

        Together.all(
                12,
                () -> outcome(() ->
                        system(() -> operator.grant(grant(account, roles.get(turn.incrementAndGet() % 3), "")))));

        List<Role> held = work.call(() -> database.sql("select role from staff.post where account = :account")
                .param("account", account)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .list());
        assertThat(held).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void an_organisation_sees_accounts_of_its_own_part_of_the_tree_only() {
        Caller east = holder(Role.AGENCY_HANDLER, "sh.east");
        Caller west = holder(Role.AGENCY_HANDLER, "sh.west");
        UUID unit = account("sh.east.unit");

        assertThat(desk.accounts(east, "", Optional.empty()))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(east.account(), unit);
        assertThat(desk.accounts(east, loginOf(unit).toUpperCase(Locale.ROOT), Optional.empty()))
                .extracting(Account::id)
                .containsExactly(unit);
        assertThat(desk.accounts(east, "%", Optional.empty())).isEmpty();
        assertRefused(() -> desk.account(east, west.account()), ABSENT);
        assertThat(desk.posts(east, west.account())).isEmpty();
        assertRefused(() -> desk.disable(west, unit), ABSENT);
    }

    @Test
    void the_database_alone_keeps_accounts_and_posts_of_others_back() {
        Caller east = holder(Role.AGENCY_HANDLER, "gz.east");
        holder(Role.AGENCY_HANDLER, "gz.west");

        assertThat(seen(east, "select count(*) from staff.account where home <@ 'gz'"))
                .isEqualTo(1);
        assertThat(seen(east, "select count(*) from staff.post where path <@ 'gz'"))
                .isEqualTo(1);
        assertThat(seen(east, "select count(*) from staff.session where holder <> '%s'".formatted(east.account())))
                .isZero();
        for (String table : List.of("invitation", "code", "tally", "setup")) {
            assertThat(seen(east, "select count(*) from staff." + table)).isZero();
        }
        assertThatThrownBy(() -> work.by(
                        east,
                        () -> database.sql("""
                        insert into staff.post (id, account, role, path, since, granted_by)
                        values (gen_random_uuid(), :account, 'AGENCY_HANDLER', 'gz.west', now(), 'x')
                        """).param("account", east.account()).update()))
                .hasStackTraceContaining("row-level security");
    }

    private int seen(Caller caller, String sql) {
        return work.by(
                caller, () -> database.sql(sql).query((row, _) -> row.getInt(1)).single());
    }

    @Test
    void nobody_resets_or_disables_whoever_holds_more_than_he_could_give() {
        Caller agency = holder(Role.AGENCY_HANDLER, "bj.east");
        Caller reviewer = holder(Role.AGENCY_REVIEWER, "bj.east");
        Caller unit = holder(Role.UNIT_HANDLER, "bj.east.unit");

        assertRefused(() -> desk.reset(agency, reviewer.account()), NOT_HELD);
        assertRefused(() -> desk.disable(agency, reviewer.account()), NOT_HELD);
        assertRefused(() -> desk.reset(holder(Role.SYSTEM_ADMINISTRATOR, ""), reviewer.account()), NOT_HELD);
        desk.reset(agency, unit.account());
        desk.disable(holder(Role.SECURITY_ADMINISTRATOR, ""), reviewer.account());
    }

    @Test
    void a_login_is_given_once_and_only_where_it_can_be_typed() {
        Caller system = holder(Role.SYSTEM_ADMINISTRATOR, "bj");
        desk.invite(system, new Person("Zhang.Ling", "张玲", "13800138001"), "bj.east");

        assertRefused(() -> desk.invite(system, new Person("zhang.ling", "张凌", "13800138002"), "bj.east"), LOGIN_TAKEN);
        for (String unfit : List.of("z", "zhang ling", "z".repeat(61))) {
            assertRefused(() -> desk.invite(system, new Person(unfit, "张零", "13800138004"), "bj.east"), LOGIN_UNFIT);
        }
        assertThatThrownBy(() -> operator.invite(new Person("x1", "无名", "13800138003"), "bj"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void posts_and_accounts_follow_an_organisation_that_is_moved() {
        Caller unit = holder(Role.UNIT_HANDLER, "tj.old.street.unit");
        Caller street = holder(Role.POINT_HANDLER, "tj.old.street");

        work.call(() -> {
            events.publishEvent(new OrganisationMoved(
                    UUID.randomUUID(), "tj.old.street", "tj.new.street", LocalDate.of(2026, 3, 2)));
            return true;
        });

        assertThat(sessions.posts(signedIn(unit.account()).session()))
                .extracting(Post::path)
                .containsExactly("tj.new.street.unit");
        assertThat(sessions.posts(signedIn(street.account()).session()))
                .extracting(Post::path)
                .containsExactly("tj.new.street");
    }

    @Test
    void a_handover_ends_the_old_post_as_the_new_one_begins() {
        Caller leaving = holder(Role.UNIT_HANDLER, "bj.east.unit");
        UUID incoming = account("bj.east.unit");
        Caller above = holder(Role.AGENCY_HANDLER, "bj.east");
        Session.Opened open = signedIn(leaving.account());

        UUID request = handovers.ask(leaving, postOf(leaving), incoming, "调岗");
        assertThat(handovers.waiting(above, "bj.east"))
                .extracting(Handovers.Handover::id)
                .contains(request);
        handovers.approve(above, request);

        assertThat(sessions.caller(open.session())).isEmpty();
        Post begun = desk.posts(above, incoming).getFirst();
        assertThat(begun.role()).isEqualTo(Role.UNIT_HANDLER);
        Post ended = work.call(() -> database.sql("select until from staff.post where account = :account")
                .param("account", leaving.account())
                .query((row, _) -> new Post(
                        request, incoming, Role.UNIT_HANDLER, Optional.empty(), "", begun.since(), moment(row)))
                .single());
        assertThat(ended.until()).hasValue(begun.since());
    }

    private static Optional<java.time.Instant> moment(java.sql.ResultSet row) throws java.sql.SQLException {
        return JdbcSessions.moment(row, "until");
    }

    @Test
    void a_handover_is_decided_once_however_many_decide_at_once() {
        Caller leaving = holder(Role.UNIT_HANDLER, "bj.east.unit2");
        UUID incoming = account("bj.east.unit2");
        Caller above = holder(Role.AGENCY_HANDLER, "bj.east");
        UUID request = handovers.ask(leaving, postOf(leaving), incoming, "调岗");
        var turn = new java.util.concurrent.atomic.AtomicInteger();

        List<String> outcomes = Together.all(
                THREADS,
                () -> outcome(() -> {
                    if (turn.incrementAndGet() % 2 == 0) {
                        handovers.approve(above, request);
                    } else {
                        handovers.refuse(above, request);
                    }
                    return true;
                }));

        assertThat(Collections.frequency(outcomes, "DONE")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "DECIDED")).isEqualTo(THREADS - 1);
        assertThat(desk.posts(above, incoming).size()
                        + desk.posts(above, leaving.account()).size())
                .isEqualTo(1);
    }

    @Test
    void whoever_asks_or_comes_in_does_not_approve_nor_does_one_beside() {
        Caller leaving = holder(Role.UNIT_HANDLER, "bj.east.unit3");
        Caller above = holder(Role.AGENCY_HANDLER, "bj.east");
        UUID post = postOf(leaving);
        UUID byAbove = handovers.ask(above, post, account("bj.east"), "离职");

        assertRefused(() -> handovers.approve(above, byAbove), OWN_REQUEST);
        assertThatThrownBy(() -> handovers.approve(leaving, byAbove)).isInstanceOf(Refused.class);
        assertRefused(() -> handovers.approve(holder(Role.AGENCY_HANDLER, "bj.west"), byAbove), DECIDED);
        assertRefused(() -> handovers.ask(leaving, post, account("bj.east"), "离职"), WAITS_ALREADY);
        handovers.refuse(holder(Role.AGENCY_REVIEWER, "bj.east"), byAbove);

        UUID toAbove = handovers.ask(leaving, post, above.account(), "离职");
        assertRefused(() -> handovers.approve(above, toAbove), OWN_REQUEST);
    }

    @Test
    void a_society_with_accounts_gives_no_token_to_begin() {
        account("bj");

        assertThat(operator.setupToken()).isEmpty();
        assertRefused(() -> desk.begin("any", three()), NOT_EMPTY);
    }

    static List<Person> three() {
        return List.of(
                new Person("wang.system", "王一", "13800138001"),
                new Person("li.security", "李二", "13800138002"),
                new Person("zhao.audit", "赵三", "13800138003"));
    }

    private static Grant grant(UUID account, Role role, String path) {
        return new Grant(account, role, Optional.empty(), path, Optional.empty());
    }
}
