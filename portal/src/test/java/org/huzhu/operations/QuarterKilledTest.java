package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.operations.agreements.Agreements;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterWork;
import org.huzhu.quarters.Trial;
import org.huzhu.quarters.working.YearlyRules;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that settle a quarter are killed, and work beside each other; {@code -Dkills=20} kills more often. */
class QuarterKilledTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int PEOPLE = 20_000;
    private static final int TICKS_MAX = 1_000;
    private static final int YEAR = 2025;
    private static final Quarter QUARTER = new Quarter("暖互助", YEAR, 1);
    private static final Settings OWN = new Settings(Map.of());

    @TempDir
    private Path folder = Path.of("");

    private Home home() {
        return new Home(folder.resolve("society"));
    }

    private Path city() {
        return folder.resolve("city");
    }

    /** A society beside which others work. */
    private record Office(Rooms rooms, Caller officer, Caller other) {

        static Office of(Rooms rooms) {
            FirstPlans.lay(rooms.context());
            Organisation office = Scope.ofSystem()
                    .call(() -> rooms.get(Founding.class)
                            .open(
                                    new Opening(Tier.OFFICE, "北京办事处", Optional.empty()),
                                    new Occasion(LocalDate.of(2012, 1, 1), "试验")));
            Caller other = new Caller(
                            new UUID(0, 1), Role.OFFICE_REVIEWER, Optional.of(office.path()), Optional.empty())
                    .fresh();
            return new Office(rooms, Doors.caller(Role.RELIEF_OFFICER, office.path()), other);
        }

        QuarterDesk desk() {
            return rooms.get(QuarterDesk.class);
        }

        FeedFile bring(UUID run, Kind kind, Path file) {
            return officer.scope().call(() -> {
                try (InputStream bytes = Files.newInputStream(file)) {
                    return desk().bring(officer, run, kind, bytes, Manifest.NONE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        UUID asked(Path city) {
            UUID run = officer.scope().call(() -> desk().open(officer, QUARTER));
            FeedFile _ = bring(run, Kind.FEED, city.resolve("feed-q1.csv"));
            FeedFile _ = bring(run, Kind.REGISTER, city.resolve("members.csv"));
            int _ = officer.scope().call(() -> desk().ask(officer, run));
            return run;
        }

        Trial trial(UUID run) {
            return officer.scope().call(() -> desk().trial(officer, run)).orElseThrow();
        }

        void confirm(UUID run) {
            officer.scope().run(() -> {
                desk().warnings(officer, run).forEach(each -> desk().see(officer, run, 1, each.kind()));
                desk().propose(officer, run, 1);
            });
            other.scope().run(() -> desk().confirm(other, run, 1));
        }

        int left(UUID run) {
            return officer.scope().call(() -> desk().partsLeft(officer, run));
        }
    }

    @Test
    void however_often_who_settles_is_killed_the_result_is_the_same_and_nobody_is_owed_twice() throws Exception {
        make();
        Random chance = new Random(KILLS);
        try (Rooms rooms = Rooms.open(home(), OWN, _ -> {})) {
            Office office = Office.of(rooms);
            UUID run = office.asked(city());
            for (int kill = 0; kill < KILLS; kill++) {
                killed(chance.nextInt(TICKS_MAX));
                expire(rooms.server());
            }
            rooms.get(QuarterWork.class).go();
            assertThat(office.trial(run).come().orElseThrow().payments()).isEqualTo(settledFiles(rooms));

            office.confirm(run);
            for (int kill = 0; kill < KILLS; kill++) {
                killed(chance.nextInt(TICKS_MAX));
                expire(rooms.server());
            }
            try (Running beside = Running.started(home())) {
                rooms.get(QuarterWork.class).go();
                beside.ended();
            }
            expire(rooms.server());
            rooms.get(QuarterWork.class).go();

            assertThat(office.left(run)).isZero();
            assertThat(owed(rooms.server()))
                    .isEqualTo(office.trial(run).come().orElseThrow().persons());
            assertThat(Stream.of(Invariants.values()))
                    .allMatch(each -> each.broken(rooms.server()).isEmpty());
            assertThat(Stream.of(Agreements.values()))
                    .allMatch(each -> each.broken(rooms.server()).isEmpty());
        }
    }

    private void make() throws IOException {
        home().make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(home().folder().resolve("programs"), cache);
        try (Server server = Servers.own(home(), "huzhu", List.of(), _ -> {})) {
            Migrations.run(server, Society.ROOMS);
        }
        City.make(CityOrder.usual(PEOPLE, 1, YEAR), city());
    }

    /** What files alone come to. */
    private String settledFiles(Rooms rooms) throws IOException {
        Path out = folder.resolve("out");
        Settlement.settle(
                new SettlementRequest(
                        YEAR, 1, List.of(city().resolve("feed-q1.csv")), city().resolve("members.csv"), List.of(), out),
                rooms.get(YearlyRules.class).rule(QUARTER),
                SettlementListener.SILENT);
        return HexFormat.of().formatHex(Digests.sha256(out.resolve("payments.csv")));
    }

    private void killed(int ticks) throws IOException {
        try (Running settler = Running.started(home())) {
            settler.hears(ticks);
        }
    }

    /** A process at work; closing it kills it. */
    private record Running(Process process, BufferedReader said) implements AutoCloseable {

        static Running started(Home home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Settler.class.getName(),
                            home.folder().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Running running = new Running(process, process.inputReader(UTF_8));
            for (String line = running.said.readLine(); !Settler.READY.equals(line); line = running.said.readLine()) {
                assertThat(line).as("it has begun").isNotNull();
            }
            return running;
        }

        /** Listens to so many signs of it, or to its end. */
        void hears(int ticks) throws IOException {
            String line = said.readLine();
            for (int i = 0; i < ticks && line != null && !line.equals(Settler.DONE); i++) {
                line = said.readLine();
            }
        }

        void ended() throws IOException {
            for (String line = said.readLine(); !Settler.DONE.equals(line); line = said.readLine()) {
                assertThat(line).as("it has ended well").isNotNull();
            }
        }

        @Override
        public void close() {
            process.toHandle().destroyForcibly();
            process.onExit().join();
        }
    }

    /** As if a minute had passed since the last sign. */
    private static void expire(Server server) throws SQLException {
        change(server, "update quarters.task set until = now() - interval '1 second' where state = 'WAITING'");
    }

    private static void change(Server server, String sql) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            statement.executeUpdate(sql);
            owner.commit();
        }
    }

    private static int owed(Server server) throws SQLException {
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            try (ResultSet row = statement.executeQuery("select count(*) from payments.payable")) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }
}
