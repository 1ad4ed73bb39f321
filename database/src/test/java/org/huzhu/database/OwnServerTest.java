package org.huzhu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huzhu.database.StartChecks.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnServerTest {

    @TempDir
    private static Path folder;

    private static Home home = new Home(Path.of(""));

    @BeforeAll
    static void unpack_once() throws Exception {
        home = new Home(folder.resolve("society"));
        home.make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(home.programs(), cache);
    }

    private static Server open() {
        return Servers.open(
                home, new Settings(Map.of("HUZHU_HOME", home.folder().toString())), _ -> {});
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (Server server = open();
                Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists kept(what text)");
            statement.execute("insert into kept values ('互助')");
        }

        try (Server server = open();
                Connection owner = server.connectOwner()) {
            assertThat(ask(owner, "select what from kept limit 1")).isEqualTo("互助");
        }
    }

    @Test
    void a_fresh_database_passes_every_check() {
        try (Server server = open()) {
            assertThat(StartChecks.look(home, server, Instant.now())).allMatch(Finding::isWell);
        }
    }

    @Test
    void a_database_that_may_lose_what_it_acknowledged_is_found_out() {
        try (Server server = Servers.own(home, "huzhu", List.of("fsync=off"), _ -> {})) {
            assertThat(StartChecks.look(home, server, Instant.now()))
                    .filteredOn(finding -> !finding.isWell())
                    .extracting(Finding::name)
                    .containsExactly("fsync");
        }
    }

    @Test
    void a_second_one_in_the_same_folder_is_refused() {
        try (Server first = open()) {
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(OwnServerTest::open)
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessageContaining(home.folder().toString());
        }
    }

    @Test
    void a_row_that_is_refused_is_told_neither_to_the_caller_nor_to_the_log() throws Exception {
        String name = "王小明";
        try (Server server = open();
                Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists refused(name text, number int not null)");
            PreparedStatement add = owner.prepareStatement("insert into refused (name) values (?)");
            add.setString(1, name);

            assertThatThrownBy(add::execute).hasMessageContaining("number").hasMessageNotContaining(name);
        }
        assertThat(home.logs().resolve("postgres.log"))
                .content()
                .contains("refused")
                .doesNotContain(name);
    }

    @Test
    void the_runner_can_make_no_table() throws Exception {
        try (Server server = open();
                Connection runner = server.connectRunner()) {
            assertThatThrownBy(() -> ask(runner, "create table public.mine(a int) returning 1"))
                    .isInstanceOf(SQLException.class);
            assertThat(ask(runner, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }
}
