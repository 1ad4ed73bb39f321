package org.huzhu.operations.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.huzhu.Society;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom members let act for them: each agreement is broken on purpose, and named. */
class ProxyAgreementsTest {

    /** Members 1 to 6; the first let phones 1 to 3 act for him and has had a fourth, the phone 5 acts for five. */
    private static final String GRANTED = """
            insert into members.member (id, unit, path, name, birth_on, sex, paper_kind, paper_sealed, paper_index,
                                        admitted_on)
            select u(n), u(99), 'a', '甲', '1980-01-01', 'MALE', 'RESIDENT', '', decode(lpad(n::text, 64, '0'), 'hex'),
                   '2020-01-01'
            from generate_series(1, 6) n;
            insert into members.proxy (id, member, path, name_sealed, phone_sealed, phone_index, from_on, until_on,
                                       granted_at, ended_at, ended_by)
            select u(10 * g.member + g.phone), u(g.member), 'a', '', '', decode(lpad(g.phone::text, 64, '0'), 'hex'),
                   g.day, g.day + 100, g.day + time '12:00', g.ended, case when g.ended is not null then 'MEMBER' end
            from (values (1, 4, date '2026-01-01', timestamptz '2026-01-31'),
                         (1, 6, date '2025-01-01', null),
                         (1, 1, date '2026-02-01', null), (1, 2, date '2026-02-02', null),
                         (1, 3, date '2026-02-03', null),
                         (2, 5, date '2026-02-01', null), (3, 5, date '2026-02-01', null),
                         (4, 5, date '2026-02-01', null), (5, 5, date '2026-02-01', null),
                         (6, 5, date '2026-02-01', null)) g (member, phone, day, ended);
            insert into members.category (id, member, path, kind, from_on, until_on)
            values (u(7), u(5), 'a', 'DECEASED', '2026-07-01', null),
                   (u(8), u(6), 'a', 'DECEASED', '2026-02-01', '2026-02-02');
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    private void change(String sql) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            // Grants are added by their members alone.
            statement.execute("alter table members.proxy no force row level security");
            statement.execute(sql.replaceAll("u\\(([^)]+)\\)", "lpad(($1)::text, 32, '0')::uuid"));
            statement.execute("alter table members.proxy force row level security");
            owner.commit();
        }
    }

    @Test
    void grants_as_they_are_given_and_end_break_nothing() throws SQLException {
        change(GRANTED);
        assertThat(Agreements.values()).allMatch(each -> each.broken(server).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"PROXIES_OF_MEMBER, 1, 6", "PROXIES_OF_MEMBER, 2, 5", "PROXIES_OF_PHONE, 1, 5"})
    void one_too_many_and_one_beside_itself_are_named(Agreements agreement, int member, int phone) throws SQLException {
        change(GRANTED);
        change("alter table members.proxy drop constraint proxy_once_at_a_time");
        change("""
                insert into members.proxy (id, member, path, name_sealed, phone_sealed, phone_index, from_on, until_on,
                                           granted_at)
                select u(98), u(%d), 'a', '', '', decode(lpad('%d', 64, '0'), 'hex'), '2026-02-04', '2026-03-01',
                       '2026-02-04'
                """.formatted(member, phone));
        assertThat(agreement.broken(server)).isNotEmpty();
    }

    @Test
    void a_grant_of_one_who_died_is_named() throws SQLException {
        change(GRANTED);
        change("update members.category set from_on = '2026-03-01' where id = u(7)");
        assertThat(Agreements.PROXY_OF_LIVING.broken(server)).hasSize(1);
    }

    /** The id of an entry holds the moment at which it was made: here noon in China. */
    private static String enteredOn(String day) {
        String milliseconds =
                "%012x".formatted(Instant.parse(day + "T04:00:00Z").toEpochMilli());
        return milliseconds.substring(0, 8) + "-" + milliseconds.substring(8) + "-7000-8000-000000000000";
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03, 4", // given before his death was entered, and held beyond that
        "2026-01-31, 0", // given to whoever has the phone since
        "2026-05-12, 0" // over by then
    })
    void a_grant_held_by_one_who_died_is_named(String entered, int named) throws SQLException {
        change(GRANTED);
        change("update members.proxy set ended_at = granted_at, ended_by = 'PROXY' where member = u(5)");
        change("""
                update members.member set phone_sealed = '', phone_index = decode(lpad('5', 64, '0'), 'hex')
                where id = u(5)
                """);
        change("update members.category set id = '%s', from_on = '2026-01-30' where member = u(5)"
                .formatted(enteredOn(entered)));
        assertThat(Agreements.PROXY_OF_LIVING.broken(server)).hasSize(named);

        change("update members.proxy set ended_at = now(), ended_by = 'DEATH' where ended_at is null");
        assertThat(Agreements.PROXY_OF_LIVING.broken(server)).isEmpty();
    }
}
