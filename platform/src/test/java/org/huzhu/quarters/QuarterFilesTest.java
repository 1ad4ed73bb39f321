package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.documents.Documents;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.quarters.Run.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is brought for a quarter: what is taken, what is refused, and what is left of it. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class QuarterFilesTest {

    private static final int YEAR = 2025;

    @TempDir
    private static Path folder = Path.of("");

    private final Officers officers;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final Home home;
    private final Documents documents;

    @Autowired
    QuarterFilesTest(Officers officers, QuarterDesk desk, QuarterWork work, Home home, Documents documents) {
        this.documents = documents;
        this.officers = officers;
        this.desk = desk;
        this.work = work;
        this.home = home;
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), city());
    }

    private static Path city() {
        return folder.resolve("city");
    }

    @Test
    void a_trial_whose_files_changed_meanwhile_ends_and_is_asked_for_again() {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        FeedFile feed = officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv"));
        FeedFile _ = officers.bring(office, run, Kind.REGISTER, city().resolve("members.csv"));
        int _ = officers.ask(office, run);
        officers.as(office.relief(), () -> {
            desk.drop(office.relief(), run, feed.id());
            return true;
        });
        work.go();

        assertThat(officers.trial(office, run).trouble()).isPresent();
        FeedFile _ = officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv"));
        assertThat(officers.ask(office, run)).isEqualTo(2);
        work.go();
        assertThat(officers.run(office, run).state()).isEqualTo(State.TRIED);
    }

    @Test
    void the_edition_that_a_run_is_frozen_with_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml"))).contains("<version>" + Settling.EDITION + "</version>");
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        FeedFile first = officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv"));

        officers.refuses(
                Reason.KNOWN_FILE, () -> officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv")));
        officers.refuses(
                Reason.COLUMNS, () -> officers.bring(office, run, Kind.REGISTER, city().resolve("feed-q1.csv")));

        assertThat(officers.as(office.relief(), () -> desk.files(office.relief(), run)))
                .containsExactly(first);
        officers.refuses(Reason.FILES_MISSING, () -> officers.ask(office, run));
    }

    @Test
    void a_file_that_is_not_what_its_sender_says_is_refused() {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        Manifest manifest = new Manifest(Optional.empty(), OptionalLong.of(7), Optional.empty());
        officers.refuses(
                Reason.NOT_AS_SAID,
                () -> officers.as(
                        office.relief(),
                        () -> desk.bring(
                                office.relief(),
                                run,
                                Kind.FEED,
                                Files.newInputStream(city().resolve("feed-q1.csv")),
                                manifest)));
        assertThat(officers.as(office.relief(), () -> desk.files(office.relief(), run)))
                .isEmpty();
    }

    @Test
    void a_feed_with_the_columns_of_another_city_comes_to_the_same() throws IOException {
        Office office = officers.office();
        UUID ours = officers.tried(office, city(), YEAR, 1);
        Office elsewhere = officers.office();
        UUID theirs = officers.open(elsewhere, YEAR, 1);
        Path feed = Elsewhere.feed(city().resolve("feed-q1.csv"), folder.resolve("elsewhere.csv"));
        Manifest manifest = new Manifest(
                Optional.of(HexFormat.of().formatHex(Digests.sha256(feed))),
                OptionalLong.empty(),
                Optional.of("chinese"));
        FeedFile _ = officers.as(
                elsewhere.relief(),
                () -> desk.bring(elsewhere.relief(), theirs, Kind.FEED, Files.newInputStream(feed), manifest));
        FeedFile _ = officers.bring(elsewhere, theirs, Kind.REGISTER, city().resolve("members.csv"));
        int _ = officers.ask(elsewhere, theirs);
        work.go();

        assertThat(officers.trial(elsewhere, theirs).come().orElseThrow().payments())
                .isEqualTo(officers.trial(office, ours).come().orElseThrow().payments());
        officers.refuses(
                Reason.COLUMNS,
                () -> officers.as(
                        elsewhere.relief(),
                        () -> desk.bring(
                                elsewhere.relief(),
                                theirs,
                                Kind.FEED,
                                Files.newInputStream(city().resolve("feed-q1.csv")),
                                new Manifest(Optional.empty(), OptionalLong.empty(), Optional.of("chinese")))));
    }

    @Test
    void a_feed_that_cannot_be_settled_stops_the_trial_and_says_why() throws IOException {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        Path broken = folder.resolve("broken.csv");
        byte[] good = Files.readAllBytes(city().resolve("feed-q1.csv"));
        byte[] bad = Arrays.copyOf(good, good.length + 4);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xFF}, 0, bad, good.length, 4);
        Files.write(broken, bad);
        FeedFile _ = officers.bring(office, run, Kind.FEED, broken);
        FeedFile _ = officers.bring(office, run, Kind.REGISTER, city().resolve("members.csv"));
        int _ = officers.ask(office, run);
        work.go();

        assertThat(officers.trial(office, run).trouble())
                .as("says which file, and no folder of this machine")
                .hasValueSatisfying(trouble -> assertThat(trouble)
                        .contains("feed-1.csv")
                        .doesNotContain(home.working().toString(), run.toString()));
        assertThat(officers.run(office, run).state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_file_whose_entry_fails_leaves_no_document_that_no_run_names() {
        Office office = officers.office();
        UUID run = officers.open(office, YEAR, 1);
        FeedFile _ = officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv"));
        officers.refuses(
                Reason.KNOWN_FILE, () -> officers.bring(office, run, Kind.FEED, city().resolve("feed-q1.csv")));

        assertThat(Scope.ofSystem().call(() -> documents.of(run))).hasSize(1);
    }

    @Test
    void nothing_of_it_lies_open_when_the_work_is_done() throws IOException {
        Office office = officers.office();
        UUID _ = officers.tried(office, city(), YEAR, 1);
        try (Stream<Path> left = Files.list(home.working())) {
            assertThat(left).isEmpty();
        }
    }
}
