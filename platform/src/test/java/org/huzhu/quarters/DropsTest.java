package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Refused;
import org.huzhu.access.Role;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.Officers.Office;
import org.huzhu.quarters.Run.State;
import org.huzhu.quarters.drop.Drops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are left in a folder: when they count, what becomes of them, and what whoever sent them is told. */
@RoomTest
@Import({Town.class, Officers.class, Officers.Bank.class})
class DropsTest {

    private static final int YEAR = 2025;
    private static final Duration QUIET = Duration.ofSeconds(10);

    @TempDir
    private static Path city = Path.of("");

    private final Officers officers;
    private final QuarterDesk desk;
    private final Drops drops;
    private final SetClock clock;
    private final JdbcClient database;
    private final QuarterTools tools;
    private final Path folder;
    private final Deliveries laid;

    @Autowired
    DropsTest(ApplicationContext rooms) {
        this.officers = rooms.getBean(Officers.class);
        this.desk = rooms.getBean(QuarterDesk.class);
        this.drops = rooms.getBean(Drops.class);
        this.clock = rooms.getBean(SetClock.class);
        this.database = rooms.getBean(JdbcClient.class);
        this.tools = rooms.getBean(QuarterTools.class);
        this.folder = rooms.getBean(Home.class).drop().resolve("quarters");
        this.laid = new Deliveries(folder, city.resolve("city"), YEAR);
    }

    @BeforeEach
    void empty() throws IOException {
        laid.empty();
    }

    @BeforeAll
    static void makeCity() throws IOException {
        City.make(CityOrder.usual(400, 1, YEAR), city.resolve("city"));
    }

    /** Looks now, and once all has been quiet. */
    private void look() {
        look(QUIET);
    }

    private void look(Duration later) {
        drops.go();
        clock.advance(later);
        drops.go();
    }

    private Optional<Run> run(Office office) {
        return officers.as(office.relief(), () -> desk.runs(office.relief(), 10)).stream()
                .findFirst();
    }

    private List<FeedFile> files(Office office) {
        return run(office)
                .map(run -> officers.as(office.relief(), () -> desk.files(office.relief(), run.id())))
                .orElse(List.of());
    }

    @Test
    void nothing_counts_before_the_manifest_is_there_and_all_that_it_names_is_whole() throws IOException {
        Office office = officers.office();
        laid.lay("members.csv");
        look();
        assertThat(run(office)).as("without a manifest").isEmpty();

        Files.writeString(folder.resolve("q1.manifest.yaml"), laid.usual(office));
        Path feed = folder.resolve("feed-q1.csv");
        byte[] whole = Files.readAllBytes(laid.file("feed-q1.csv"));
        look();
        assertThat(run(office)).as("with a file that is missing").isEmpty();
        Files.write(feed, java.util.Arrays.copyOf(whole, whole.length / 2));
        look();
        assertThat(run(office)).as("with a file that is still coming").isEmpty();
        assertThat(laid.names()).containsExactly("feed-q1.csv", "members.csv", "q1.manifest.yaml");

        Files.write(feed, whole);
        look();

        assertThat(files(office)).extracting(FeedFile::kind).containsExactly(Kind.FEED, Kind.REGISTER);
        assertThat(laid.names()).isEmpty();
        assertThat(laid.ended("done"))
                .extracting(each -> each.getFileName().toString())
                .as("what lies in the clear")
                .containsExactlyInAnyOrder("q1.manifest.yaml", "result.txt");
        assertThat(laid.result("done")).contains("已收下", office.organisation().name(), "由另一人确认");
        assertThat(run(office).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_manifest_that_still_changes_does_not_count() throws IOException {
        Office office = officers.office();
        laid.lay("members.csv");
        Path manifest = folder.resolve("manifest.yaml");
        Files.writeString(
                manifest, laid.manifest(office, laid.entry("members.csv", Kind.REGISTER, laid.file("members.csv"))));
        drops.go();
        clock.advance(QUIET.minusSeconds(1));
        Files.writeString(manifest, laid.usual(office));
        drops.go();
        clock.advance(Duration.ofSeconds(1));
        drops.go();
        assertThat(files(office)).isEmpty();

        laid.lay("feed-q1.csv");
        look();
        assertThat(files(office)).hasSize(2);
    }

    @Test
    void the_same_delivery_twice_changes_nothing() throws IOException {
        Office office = officers.office();
        List<FeedFile> once = List.of();
        for (int i = 0; i < 2; i++) {
            laid.lay("feed-q1.csv");
            laid.lay("members.csv");
            Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office));
            look();
            once = i == 0 ? files(office) : once;
        }

        assertThat(files(office)).hasSize(2).isEqualTo(once);
        assertThat(laid.names()).isEmpty();
        assertThat(laid.ended("done").stream().filter(each -> each.endsWith("result.txt")))
                .hasSize(2)
                .anySatisfy(each -> assertThat(Files.readString(each)).contains("没有重复放入"));
    }

    @Test
    void whoever_is_killed_half_way_leaves_what_ends_the_same() throws IOException {
        Office office = officers.office();
        // Before it was decided: a file stands, and a result that nobody was told.
        UUID run = officers.open(office, YEAR, 1);
        FeedFile feed = officers.bring(office, run, Kind.FEED, laid.file("feed-q1.csv"));
        Path undecided = Files.createDirectories(folder.resolve(".moving").resolve("done-20260301-120000"));
        Files.writeString(undecided.resolve("result.txt"), "已收下");
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office));
        look();
        assertThat(files(office)).hasSize(2).contains(feed);
        assertThat(undecided).doesNotExist();

        // After it: the manifest was moved, the files were not; one of them is another's by now.
        laid.empty();
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        Path decided = Files.createDirectories(folder.resolve(".moving").resolve("done-20260301-120001"));
        Files.writeString(decided.resolve("manifest.yaml"), laid.usual(office));
        Files.writeString(decided.resolve("result.txt"), "已收下");
        Path left = folder.resolve("feed-q1.csv");
        Files.writeString(
                decided.resolve(".moving"),
                "%d@%d feed-q1.csv%n7@7 members.csv%n"
                        .formatted(
                                Files.size(left),
                                Files.getLastModifiedTime(left).toMillis()));
        drops.go();
        assertThat(folder.resolve("done/20260301-120001")).isDirectoryContaining("glob:**/manifest.yaml");
        assertThat(folder.resolve("done/20260301-120001/feed-q1.csv")).doesNotExist();
        assertThat(laid.names()).containsExactly("members.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            office: .*          | office: 没有的办事处   | 没有的办事处
            plan: .*            | plan: 没有的计划      | 不能按季结算
            year: .*            | year: 2026           | 还没有过完
            quarter: 1          | quarter: 5           | quarter 是 5
            quarter: 1          | quarter: one         | quarter
            quarter: 1          | kwartal: 1           | kwartal
            kind: REGISTER      | kind: LIST           | LIST
            name: members.csv   | name: ../members.csv | ../members.csv
            sha256: .*          | sha256: abc          | abc
            rows: .*            | rows: 3              | 3 行
            kind: REGISTER      | kind: FEED           | 缺少
            files:              | files: {             | YAML
            """)
    void what_cannot_be_taken_in_is_refused_with_what_is_wrong_and_what_to_do(String there, String instead, String said)
            throws IOException {
        Office office = officers.office();
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        String manifest =
                laid.usual(office).replaceFirst("(?m)" + there, java.util.regex.Matcher.quoteReplacement(instead));
        Files.writeString(folder.resolve("manifest.yaml"), manifest);
        look(Duration.ofMinutes(11));
        // What is wrong with a file may still mend itself, for ten minutes from when it was first read.
        clock.advance(Duration.ofMinutes(11));
        drops.go();

        assertThat(laid.result("refused")).contains(said, "怎么办：");
        assertThat(folder.resolve("manifest.yaml")).doesNotExist();
        assertThat(laid.ended("done")).isEmpty();
        assertThat(run(office)).as("a quarter that nobody opened").isEmpty();
    }

    @Test
    void of_a_delivery_that_is_refused_for_its_last_file_nothing_stays() throws IOException {
        Office office = officers.office();
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office).replace("kind: REGISTER", "kind: FEED"));
        look();

        assertThat(laid.result("refused")).contains("文件 members.csv", "都没有放入");
        assertThat(run(office)).as("the quarter that it would have opened").isEmpty();
        assertThat(sealed(office)).isEmpty();
    }

    /** What lies sealed for quarters of the office. */
    private List<UUID> sealed(Office office) {
        return officers.as(
                office.relief(),
                () -> tools.whole(() -> database.sql("""
                        select id from documents.document where path = cast(:path as ltree)
                        """)
                        .param("path", office.organisation().path())
                        .query(UUID.class)
                        .list()));
    }

    @Test
    void a_delivery_of_what_is_there_already_leaves_the_trial_as_it_is() throws IOException {
        Office office = officers.office();
        UUID run = officers.tried(office, city.resolve("city"), YEAR, 1);
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office));
        look();

        assertThat(laid.result("done")).contains("没有重复放入");
        assertThat(officers.run(office, run).state()).isEqualTo(State.TRIED);
    }

    @Test
    void a_file_that_never_comes_is_waited_for_a_day() throws IOException {
        Office office = officers.office();
        laid.lay("members.csv");
        Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office));
        look(Duration.ofHours(23));
        assertThat(laid.ended("refused")).isEmpty();
        clock.advance(Duration.ofHours(1));
        drops.go();

        assertThat(laid.result("refused")).contains("feed-q1.csv 没有到");
        assertThat(files(office)).isEmpty();
    }

    @Test
    void a_link_to_elsewhere_is_no_file() throws IOException {
        Office office = officers.office();
        laid.lay("feed-q1.csv");
        Files.createSymbolicLink(folder.resolve("members.csv"), laid.file("members.csv"));
        Files.writeString(folder.resolve("manifest.yaml"), laid.usual(office));
        look();
        assertThat(files(office)).isEmpty();
    }

    @Test
    void the_trail_names_the_system_and_two_people_still_confirm() throws IOException {
        Office office = officers.office();
        laid.lay("feed-q1.csv");
        laid.lay("members.csv");
        Files.writeString(folder.resolve("manifest.json"), laid.json(office));
        look();
        UUID run = run(office).orElseThrow().id();

        List<String> actors = Scope.ofSystem()
                .call(() -> tools.whole(() -> new ArrayList<>(database.sql("""
                        select actor || ' ' || kind from audit.record
                        where action = 'quarter.feed' and path = cast(:path as ltree) order by seq
                        """)
                        .param("path", office.organisation().path())
                        .query(String.class)
                        .list())));
        assertThat(actors).containsExactly("system quarter", "system quarter", "system quarter", "system delivery");
        Caller feeder = new Caller(
                new UUID(0, 0),
                Role.INTEGRATOR,
                Optional.of(office.organisation().path()),
                Optional.empty());
        assertThatThrownBy(() -> officers.as(feeder, () -> desk.ask(feeder, run)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        officers.propose(new Office(office.organisation(), feeder, feeder, feeder, feeder), run, 1))
                .isInstanceOf(Refused.class);
    }
}
