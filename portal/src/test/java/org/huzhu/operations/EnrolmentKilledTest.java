package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.Society;
import org.huzhu.city.roster.RosterForm;
import org.huzhu.city.roster.RosterMaker;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dkills=20} kills more often. */
class EnrolmentKilledTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int ROWS = 4_000;
    private static final int FLAWS_IN_MILLION = 10_000;
    private static final int LOOKS_MAX = 10;
    private static final int TICKS_MAX = 300;
    private static final Settings OWN = new Settings(Map.of());

    @TempDir
    private Path folder = Path.of("");

    private Home home = new Home(folder);

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("society"));
        home.make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(home.folder().resolve("programs"), cache);
        try (Server server = Servers.own(home, "huzhu", List.of(), _ -> {})) {
            Migrations.run(server, Society.ROOMS);
        }
    }

    @Test
    void a_batch_is_wholly_in_or_wholly_out_however_the_processes_end() throws Exception {
        List<Organisation> units = units();
        Random chance = new Random(KILLS);

        for (int kill = 0; kill < KILLS; kill++) {
            Organisation unit = units.get(kill);
            Path roster = roster(kill);
            boolean answered = enrolUntilKilled(unit, roster, Moment.any(kill, chance), chance.nextBoolean());

            try (Rooms rooms = Rooms.open(home, OWN, _ -> {})) {
                Found found = new Found(rooms, Enroller.of(rooms, unit.id(), unit.path()));
                found.requireInOrOut(answered);
                found.requireNobodyTwice(roster);
                assertThat(Stream.of(Invariants.values()))
                        .as("kill %d", kill)
                        .allMatch(each -> each.broken(rooms.server()).isEmpty());
            }
        }

        StringWriter said = new StringWriter();
        assertThat(new HuzhuServer(
                                new Settings(Map.of("HUZHU_HOME", home.folder().toString())))
                        .execute(new PrintWriter(said), new PrintWriter(said), "verify"))
                .as(said.toString())
                .isZero();
    }

    /** A unit for each kill, below an office that offers all plans. */
    private List<Organisation> units() {
        try (Rooms rooms = Rooms.open(home, OWN, _ -> {})) {
            FirstPlans.lay(rooms.context());
            LocalDate today = LocalDate.now(rooms.get(Clock.class));
            Founding founding = rooms.get(Founding.class);
            return Scope.ofSystem().call(() -> {
                Occasion occasion = new Occasion(today, "试验");
                Organisation office = founding.open(new Opening(Tier.OFFICE, "北京办事处", Optional.empty()), occasion);
                FirstPlans.open(rooms.context(), office);
                Organisation agency =
                        founding.open(new Opening(Tier.AGENCY, "代办处", Optional.of(office.id())), occasion);
                return Stream.iterate(1, number -> number + 1)
                        .limit(KILLS)
                        .map(number -> founding.open(
                                new Opening(Tier.UNIT, "单位" + number, Optional.of(agency.id())), occasion))
                        .toList();
            });
        }
    }

    private Path roster(int seed) throws IOException {
        Path roster = folder.resolve("roster" + seed + ".csv");
        try (OutputStream out = Files.newOutputStream(roster)) {
            new RosterMaker(seed, ROWS, FLAWS_IN_MILLION).write(RosterForm.CSV_UTF_8, out);
        }
        return roster;
    }

    /**
     * When a process is killed: so many lines after it has said the word.
     *
     * @param word as a pattern of the whole line
     */
    private record Moment(String word, int after) {

        /** While a part of the roster is read, while it is confirmed, or somewhere on the way. */
        static Moment any(int kill, Random chance) {
            return switch (kill % 3) {
                case 0 -> new Moment(Enroller.READING + "[1-9][0-9]*", chance.nextInt(LOOKS_MAX));
                case 1 -> new Moment(Enroller.CONFIRMING, chance.nextInt(TICKS_MAX));
                default -> new Moment(Enroller.BRINGING, chance.nextInt(2 * TICKS_MAX));
            };
        }
    }

    /** Whether the batch was said to be confirmed before the process ended. */
    private boolean enrolUntilKilled(Organisation unit, Path roster, Moment moment, boolean serverToo)
            throws IOException, InterruptedException {
        Path log = folder.resolve("enroller.log");
        Process enroller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Enroller.class.getName(),
                        home.folder().toString(),
                        unit.id().toString(),
                        unit.path(),
                        roster.toString())
                .redirectError(log.toFile())
                .start();
        try (BufferedReader said = enroller.inputReader(UTF_8)) {
            boolean answered = false;
            boolean begun = false;
            int left = moment.after();
            String line = said.readLine();
            while (line != null && left >= 0) {
                answered |= line.equals(Enroller.CONFIRMED);
                begun |= line.matches(moment.word());
                left -= begun ? 1 : 0;
                line = left >= 0 ? said.readLine() : null;
            }
            assertThat(begun).as("%s: %s", moment, Files.readString(log)).isTrue();
            List<ProcessHandle> below = enroller.descendants().toList();
            // By its handle: to destroy the process itself would close what it said.
            enroller.toHandle().destroyForcibly();
            if (serverToo) {
                below.forEach(ProcessHandle::destroyForcibly);
            }
            answered |= said.lines().anyMatch(Enroller.CONFIRMED::equals);
            enroller.waitFor();
            return answered;
        }
    }

    /** What is there after a kill. */
    private record Found(Rooms rooms, Enroller enroller) {

        void requireInOrOut(boolean answered) throws SQLException {
            Optional<Batch> batch = first();
            State state = batch.map(Batch::state).orElse(State.DROPPED);
            long covers = count("enrolment.cover where filed_path");
            long members = count("members.member where path");
            if (answered) {
                assertThat(state).isEqualTo(State.CONFIRMED);
            }
            if (state == State.CONFIRMED) {
                int accepted = enroller.look(batch.orElseThrow().id()).people();
                assertThat(accepted).isPositive();
                assertThat(covers).isEqualTo(accepted);
                assertThat(members).isEqualTo(accepted);
            } else {
                assertThat(state).isIn(State.READING, State.LOOKED, State.DROPPED);
                assertThat(covers).isZero();
                assertThat(members).isZero();
            }
            batch.ifPresent(each -> requireWhole(each.id()));
        }

        private Optional<Batch> first() {
            return enroller
                    .handler()
                    .scope()
                    .call(() -> enroller.desk().batches(enroller.handler(), Optional.of(enroller.unit()), 1))
                    .stream()
                    .findFirst();
        }

        /** Whatever was half-read is read again. */
        private void requireWhole(UUID batch) {
            enroller.look(batch);
            Look look = enroller.await(batch);
            assertThat(Stream.of(Kind.values()).mapToInt(look::count).sum()).isEqualTo(ROWS);
            if (look.batch().state() == State.LOOKED) {
                enroller.confirm(batch);
            }
        }

        /** The same roster is brought again by somebody who has had no answer. */
        void requireNobodyTwice(Path roster) throws IOException, SQLException {
            if (first().isEmpty()) {
                UUID batch = enroller.bring(roster);
                requireWhole(batch);
            }
            long covers = count("enrolment.cover where filed_path");
            UUID again = enroller.bring(roster);

            Look look = enroller.await(again);

            assertThat(look.people()).isZero();
            assertThat((long) look.count(Kind.DUPLICATE)).isGreaterThanOrEqualTo(covers);
            assertThatThrownBy(() -> enroller.confirm(again)).isInstanceOf(EnrolmentRefused.class);
            assertThat(count("enrolment.cover where filed_path")).isEqualTo(covers);
            assertThat(count("members.member where path")).isEqualTo(covers);
        }

        private long count(String what) throws SQLException {
            try (Connection owner = rooms.server().connectOwner();
                    Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                Scope.ofSystem().tell(owner);
                try (ResultSet rows = statement.executeQuery("select count(*) from %s = '%s'"
                        .formatted(what, enroller.handler().path().orElseThrow()))) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        }
    }
}
