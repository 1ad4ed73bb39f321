package org.huzhu.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.members.MembersRoom.MILL;
import static org.huzhu.members.MembersRoom.as;
import static org.huzhu.members.MembersRoom.caller;
import static org.huzhu.members.MembersRoom.doAs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Where somebody works now and where he worked before never lie over each other, whoever writes. */
@SpringBootTest(classes = {Society.class, MembersRoom.class})
class PresentWorkTest {

    private static final Caller HANDLER = caller(Role.UNIT_HANDLER, MILL.path());

    private final MemberRegister register;
    private final Server server;

    @Autowired
    PresentWorkTest(MemberRegister register, Server server) {
        this.register = register;
        this.server = server;
    }

    /** Somebody who left long ago. */
    private UUID member() {
        UUID member = as(HANDLER, () -> register.admit(HANDLER, MILL.id(), People.named("庞士元")));
        doAs(HANDLER, () -> register.leave(HANDLER, member, LocalDate.of(2013, 1, 1)));
        return member;
    }

    private static String past(UUID member, String from, String until) {
        return """
                insert into members.past_employment (id, member, path, unit, from_on, until_on)
                select gen_random_uuid(), id, path, unit, '%s', '%s' from members.member where id = '%s'
                """.formatted(from, until, member);
    }

    private static String present(UUID member, String from) {
        return "update members.member set employed_from = '%s' where id = '%s'".formatted(from, member);
    }

    private Connection open() throws SQLException {
        Connection connection = server.connectOwner();
        connection.setAutoCommit(false);
        Scope.ofSystem().tell(connection);
        return connection;
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void the_past_ends_before_the_present_begins() throws SQLException {
        UUID member = member();
        try (Connection one = open()) {
            run(one, present(member, "2016-01-01"));

            assertThat(run(one, past(member, "2014-01-01", "2016-01-01"))).isOne();
            assertThatThrownBy(() -> run(one, past(member, "2016-01-01", "2016-01-02")))
                    .hasMessageContaining("lies over the present");
        }
        try (Connection one = open()) {
            run(one, past(member, "2014-01-01", "2016-01-01"));

            assertThatThrownBy(() -> run(one, present(member, "2015-12-31"))).hasMessageContaining("over a past one");
        }
    }

    @Test
    void of_two_who_write_past_and_present_over_each_other_at_once_one_is_refused() throws Exception {
        UUID member = member();
        try (Connection one = open();
                Connection other = open();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            run(one, present(member, "2016-01-01"));
            Future<Integer> second = beside.submit(() -> run(other, past(member, "2014-01-01", "2018-01-01")));
            one.commit();

            assertThatThrownBy(second::get).hasMessageContaining("lies over the present");
        }
    }

    @Test
    void of_two_who_write_present_and_past_over_each_other_at_once_one_is_refused() throws Exception {
        UUID member = member();
        try (Connection one = open();
                Connection other = open();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            run(one, past(member, "2014-01-01", "2018-01-01"));
            Future<Integer> second = beside.submit(() -> run(other, present(member, "2016-01-01")));
            one.commit();

            assertThatThrownBy(second::get).hasMessageContaining("over a past one");
        }
    }

    @Test
    void whoever_works_and_is_nothing_else_is_in_service() {
        UUID member = as(HANDLER, () -> register.admit(HANDLER, MILL.id(), People.named("法孝直")));

        assertThat(as(HANDLER, () -> register.detail(HANDLER, member)).categories())
                .extracting(MemberDetail.Category::kind)
                .containsExactly(CategoryKind.EMPLOYED);
        doAs(HANDLER, () -> register.leave(HANDLER, member, LocalDate.of(2013, 1, 1)));
        assertThat(as(HANDLER, () -> register.detail(HANDLER, member)).categories())
                .isEmpty();
    }
}
