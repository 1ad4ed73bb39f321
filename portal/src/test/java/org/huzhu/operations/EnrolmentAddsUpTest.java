package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import org.huzhu.Society;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;

/** What holds covers against rosters and bills sees each thing that does not fit. */
class EnrolmentAddsUpTest {

    private static final Set<Invariants> OURS = EnumSet.range(Invariants.COVER_ONCE, Invariants.BILLING_IS_COVERS);

    private static final String BROKEN = """
            alter table enrolment.cover drop constraint cover_once, drop constraint cover_member_path_fkey;
            insert into enrolment.batch (id, number, unit, path, channel, starts_on, units, state, made_by, made_at,
                                         filed_by, filed_at, confirmed_by, confirmed_at)
            values (u(1), '1', u(2), 'a', 'DIRECT', '2026-04-01', 1, 'CONFIRMED', 'x', now(), 'x', now(), 'x', now());
            insert into enrolment.line (batch, part, row, path, name, newcomer, kind, troubles)
            values (u(1), 1, 1, 'a', '某', false, 'NEW', '');
            insert into enrolment.cover (id, member, path, person, plan, version, from_on, until_on, since_on, units,
                                         occupation, category, fen, kind, batch, filed_path, part, row, state)
            values (u(3), u(4), 'a', u(5), 'p', '1', '2026-04-01', '2027-04-01', '2026-04-01', 1,
                    'ORDINARY', 'IN_SERVICE', 100, 'NEW', u(1), 'a', 1, 2, 'AGREED'),
                   (u(6), u(4), 'a', u(5), 'p', '1', '2027-03-31', '2028-03-31', '2027-03-31', 1,
                    'ORDINARY', 'IN_SERVICE', 100, 'NEW', u(1), 'a.b', 1, 3, 'AGREED');
            """;

    private final Server server = TestDatabase.fresh(Society.ROOMS);

    @Test
    void each_cover_that_does_not_fit_is_named_and_an_empty_society_fits() throws SQLException {
        assertThat(OURS).hasSize(4).allMatch(each -> each.broken(server).isEmpty());

        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.execute(BROKEN.replaceAll("u\\((\\d+)\\)", "lpad('$1', 32, '0')::uuid"));
            owner.commit();
        }

        assertThat(OURS).noneMatch(each -> each.broken(server).isEmpty());
    }
}
