package org.huzhu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

    private static final List<String> ROOMS = List.of("house", "shop");

    @TempDir
    private static Path folder;

    private static Home home = new Home(Path.of(""));
    private static Server server =
            new Server("", new Login("", ""), new Login("", ""), java.util.Optional.empty(), () -> {});

    @BeforeAll
    static void open() throws Exception {
        home = home("society");
        server = Servers.own(home, "huzhu", List.of(), step -> assertThat(step).isNotBlank());
        Migrations.run(server, ROOMS);
        within(server, """
                insert into shop.street (id, name, path) values (1, '天坛', 'bj.dc'), (2, '景山', 'bj.jd');
                insert into shop.shop (street, name) values (1, '甲'), (1, '乙'), (2, E'丙\\t丁');
                """);
        Files.writeString(home.keys().resolve("master"), "key");
        Files.writeString(home.documents().resolve("bill"), "bill");
        Files.writeString(home.documents().resolve("x.part"), "half a bill");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Home home(String name) throws Exception {
        Home made = new Home(folder.resolve(name));
        made.make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(made.programs(), cache);
        return made;
    }

    private static void within(Server where, String sql) throws SQLException {
        try (Connection owner = where.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select set_config('huzhu.reach', '{\"\"}', true), set_config('huzhu.member', '', true)");
            statement.execute(sql);
            owner.commit();
        }
    }

    private static String ask(Server where, String query) throws SQLException {
        try (Connection owner = where.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select set_config('huzhu.reach', '{\"\"}', true), set_config('huzhu.member', '', true)");
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static final String ALL = "select string_agg(s.name || '/' || t.name, ' ' order by s.id)"
            + " from shop.shop s join shop.street t on t.id = s.street";

    @Test
    void a_society_is_made_again_from_its_copy() throws Exception {
        Path copy = folder.resolve("copy");

        long rows = Copies.make(home, server, ROOMS, copy, _ -> {});

        Home other = home("other");
        try (Server empty = Servers.own(other, "huzhu", List.of(), _ -> {})) {
            assertThat(Copies.restore(other, empty, copy, _ -> {})).isEqualTo(rows);
            assertThat(ask(empty, ALL)).startsWith("甲/天坛 乙/天坛 丙\t丁/景山").isEqualTo(ask(server, ALL));
            assertThat(Migrations.run(empty, ROOMS)).isZero();
            within(empty, "insert into shop.shop (street, name) values (2, '戊')");
            assertThat(ask(empty, "select name from shop.shop order by id desc limit 1"))
                    .isEqualTo("戊");
            assertThat(ask(empty, "select relforcerowsecurity from pg_class where relname = 'street'"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> within(empty, "delete from shop.shop")).hasMessageContaining("only grows");
        }
        assertThat(other.keys().resolve("master")).hasContent("key");
        assertThat(other.documents().resolve("bill")).hasContent("bill");
        assertThat(other.documents().resolve("x.part")).doesNotExist();
    }

    @Test
    void a_copy_holds_what_stood_when_it_was_begun() throws Exception {
        Path copy = folder.resolve("steady");

        Copies.make(home, server, ROOMS, copy, step -> {
            if (step.endsWith("street")) {
                try {
                    within(
                            server,
                            "insert into shop.street (id, name, path) values (9, '新', 'bj.xc');"
                                    + " insert into shop.shop (street, name) values (9, '己')");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        Home other = home("steadied");
        try (Server empty = Servers.own(other, "huzhu", List.of(), _ -> {})) {
            Copies.restore(other, empty, copy, _ -> {});
            assertThat(ask(empty, "select count(*) from shop.shop where name = '己'"))
                    .isEqualTo("0");
        }
        assertThat(ask(server, "select count(*) from shop.shop where name = '己'"))
                .isEqualTo("1");
    }

    @Test
    void a_copy_that_was_changed_is_not_restored() throws Exception {
        Path copy = folder.resolve("changed");
        Copies.make(home, server, ROOMS, copy, _ -> {});
        Files.writeString(copy.resolve("documents/bill"), "bull");

        assertThatThrownBy(() -> Copies.check(copy))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("documents/bill");
    }

    @Test
    void nothing_is_restored_over_a_society() throws Exception {
        Path copy = folder.resolve("over");
        Copies.make(home, server, ROOMS, copy, _ -> {});

        assertThatThrownBy(() -> Copies.restore(home, server, copy, _ -> {}))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("已有数据");
    }

    @Test
    void a_restore_that_was_broken_off_keeps_the_society_shut_until_it_is_done_again() throws Exception {
        Path copy = folder.resolve("broken");
        long rows = Copies.make(home, server, ROOMS, copy, _ -> {});
        Home other = home("mended");
        try (Server empty = Servers.own(other, "huzhu", List.of(), _ -> {})) {
            assertThatThrownBy(() -> Copies.restore(other, empty, copy, CopiesTest::breakOffAtShops))
                    .hasMessage("broken off");
            assertThatThrownBy(() -> Copies.requireWhole(other)).isInstanceOf(DatabaseTrouble.class);

            assertThat(Copies.restore(other, empty, copy, _ -> {})).isEqualTo(rows);
            Copies.requireWhole(other);

            // As if it had been killed after the rows were there, before that was noted.
            Files.writeString(other.restoring(), copy.toString());
            assertThat(Copies.restore(other, empty, copy, _ -> {})).isEqualTo(rows);
            assertThat(ask(empty, ALL)).isEqualTo(ask(server, ALL));
        }
    }

    private static void breakOffAtShops(String step) {
        if (step.endsWith("shop.shop")) {
            throw new IllegalStateException("broken off");
        }
    }

    @Test
    void a_copy_is_not_written_over_another() throws Exception {
        Path copy = folder.resolve("twice");
        Copies.make(home, server, ROOMS, copy, _ -> {});

        assertThatThrownBy(() -> Copies.make(home, server, ROOMS, copy, _ -> {}))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("已经存在");
    }
}
