package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.Society;
import org.huzhu.crypto.Field;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Settings;
import org.huzhu.operations.agreements.Agreements;
import org.huzhu.testdatabase.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands over a PostgreSQL that is named in the environment. */
class CommandsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    private final Server server = TestDatabase.fresh(Society.ROOMS);
    private final StringWriter said = new StringWriter();
    private final StringWriter steps = new StringWriter();

    private Settings settings(Server database, String home) {
        return new Settings(Map.of(
                "HUZHU_HOME", folder.resolve(home).toString(),
                "HUZHU_DATABASE_URL", database.url(),
                "HUZHU_DATABASE_OWNER_PASSWORD", database.owner().password(),
                "HUZHU_DATABASE_PASSWORD", database.runner().password()));
    }

    private int run(String... arguments) {
        return run(settings(server, "home"), arguments);
    }

    private int run(Settings settings, String... arguments) {
        said.getBuffer().setLength(0);
        steps.getBuffer().setLength(0);
        return new HuzhuServer(settings).execute(new PrintWriter(said), new PrintWriter(steps), arguments);
    }

    private List<JsonNode> lines() {
        return said.toString().lines().map(JSON::readTree).toList();
    }

    @Test
    void the_doctor_names_what_is_not_well_and_what_to_do() {
        assertThat(run("doctor")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(said.toString()).contains("✓ 编码：UTF8", "✗ fsync：关闭 fsync", "✓ 口令");

        assertThat(run("doctor", "--json")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(lines())
                .filteredOn(line -> !line.get("well").asBoolean())
                .extracting(line -> line.get("name").asString())
                .containsExactly("fsync", "full_page_writes");
    }

    @Test
    void a_database_without_our_tables_is_said_to_be_empty() {
        assertThat(run(settings(TestDatabase.fresh(List.of()), "home"), "verify"))
                .isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(steps.toString()).contains("huzhu start").doesNotContain("Exception");
    }

    @Test
    void keys_are_changed_and_the_trail_says_so_and_verifies_against_its_anchor() throws IOException {
        assertThat(run("audit", "anchor")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(steps.toString()).contains("还没有审计记录");

        assertThat(run("key", "rotate", "PHONE")).as(steps.toString()).isZero();
        assertThat(run("key", "master")).as(steps.toString()).isZero();
        Path trail = folder.resolve("trail");
        assertThat(run("audit", "export", "--out", trail.toString(), "--json")).isZero();
        Path anchor = folder.resolve("anchor.txt");
        Files.writeString(anchor, lines().getFirst().get("anchor").asString() + "\n", UTF_8);

        assertThat(Files.readString(trail.resolve("records.tsv"), UTF_8)).contains("key.rotate\tkey\tPHONE");
        assertThat(run("audit", "verify", trail.toString(), "--anchor", anchor.toString()))
                .as(said.toString())
                .isZero();
        assertThat(run("audit", "verify", "--anchor", anchor.toString())).isZero();

        Path records = trail.resolve("records.tsv");
        Files.writeString(records, Files.readString(records, UTF_8).replace("PHONE", "CARD"), UTF_8);
        assertThat(run("audit", "verify", trail.toString())).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(said.toString()).contains("CONTENT");
    }

    @Test
    void what_was_restored_is_all_there_and_verified_in_its_new_place() throws SQLException {
        assertThat(run("key", "rotate")).isZero();
        assertThat(run("audit", "anchor")).isZero();
        String copy = folder.resolve("copy").toString();
        assertThat(run("backup", "--out", copy, "--json")).isZero();
        assertThat(lines().getFirst().get("rows").asLong()).isPositive();
        Server other = TestDatabase.fresh(List.of());
        Settings elsewhere = settings(other, "elsewhere");

        assertThat(run(elsewhere, "restore", copy)).as(steps.toString()).isZero();
        assertThat(run(elsewhere, "verify", "--json")).as(said.toString()).isZero();
        assertThat(lines()).allMatch(line -> line.get("holds").asBoolean());
        assertThat(lines()).hasSize(Invariants.values().length + Agreements.values().length + 4);
        assertThat(records(other)).isEqualTo(records(server)).isGreaterThan(Field.values().length - 1);
    }

    private static int records(Server server) throws SQLException {
        try (Connection runner = server.connectRunner();
                Statement statement = runner.createStatement()) {
            runner.setAutoCommit(false);
            Scope.ofSystem().tell(runner);
            try (ResultSet count = statement.executeQuery("select count(*) from audit.record")) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    /** Copies and checks are made by the owner, to whom no row may be hidden. */
    @Test
    void each_policy_lets_the_owner_see_what_the_system_sees() throws SQLException {
        List<String> blind = new ArrayList<>();
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.oid::regclass from pg_class c
                        where c.relforcerowsecurity and not exists (
                            select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'r')
                              and (p.polroles = '{0}' or c.relowner = any(p.polroles)))
                        """)) {
            while (rows.next()) {
                blind.add(rows.getString(1));
            }
        }

        assertThat(blind).isEmpty();
    }

    @Test
    void the_operator_looks_after_accounts_and_the_trail_knows() {
        assertThat(run("user", "invite", "admin", "王芳", "13800000001", "--json"))
                .as(steps.toString())
                .isZero();
        assertThat(lines().getFirst().get("token").asString()).hasSizeGreaterThan(40);
        assertThat(run("user", "grant", "admin", "SYSTEM_ADMINISTRATOR")).isZero();
        assertThat(run("user", "grant", "admin", "AUDIT_ADMINISTRATOR")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(steps.toString()).contains("三个人").doesNotContain("Exception");
        assertThat(run("user", "reset-mfa", "admin")).isZero();
        assertThat(run("user", "list", "ADM", "--json")).isZero();
        assertThat(lines().getFirst().get("roles").get(0).asString()).isEqualTo("SYSTEM_ADMINISTRATOR");
        assertThat(run("user", "disable", "nobody")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(steps.toString()).contains("没有登录名为 nobody 的账号");
        assertThat(run("user", "code", "admin")).isEqualTo(HuzhuServer.NOT_WELL);
        assertThat(steps.toString()).contains("不是示范");
    }

    @Test
    void passwords_that_anybody_would_try_are_refused() {
        List<String> seen = new ArrayList<>();
        for (String password : List.of("huzhu", "huzhu_runner", "mysecretpassword")) {
            Map<String, String> values = new HashMap<>(settings(server, "home").values());
            values.put("HUZHU_DATABASE_PASSWORD", password);
            run(new Settings(values), "doctor");
            seen.add(said.toString());
        }

        assertThat(seen).allMatch(text -> text.contains("✗ 口令"));
    }
}
