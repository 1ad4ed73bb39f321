package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.quarter.Desk.STRANGER;
import static org.huzhu.quarter.Desk.ZHANG;
import static org.huzhu.quarter.Desk.outpatient;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.quarter.Desk.Outcome;
import org.huzhu.quarter.table.Aside;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    @TempDir
    private Path directory;

    private Desk desk;
    private Path feed;

    @BeforeEach
    void layTheDesk() {
        desk = new Desk(directory);
        feed = desk.feed(
                "feed.csv",
                outpatient("R1", ZHANG, "2014-03-01", "2800"),
                outpatient("\"R,2\"", STRANGER, "2014-03-01", "1"));
    }

    @Test
    void the_same_files_give_the_same_bytes() throws IOException {
        Path one = desk.settle(1, List.of(feed), List.of()).out();
        Path other = desk.settle(1, List.of(feed), List.of()).out();

        for (String name : List.of("payments.csv", "carried.csv", "rejects.csv", "summary.json")) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
        }
        try (Stream<Path> files = Files.list(one)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void the_summary_counts_hashes_and_names_no_directory() {
        Outcome outcome = desk.settle(1, List.of(feed), List.of());

        assertThat(outcome.summary())
                .contains("\"plan\": \"暖·互助\"", "\"version\": \"2014\"", "\"year\": 2014", "\"quarter\": 1")
                .contains("\"rows_read\": 2", "\"rows_accepted\": 1", "\"rows_rejected\": 1")
                .contains("\"UNKNOWN_PERSON\": 1, \"NOT_COVERED\": 0}")
                .contains("\"due\": 20000, \"carried\": 0, \"entitled\": 20000, \"paid_before\": 0")
                .contains("\"role\": \"members\", \"file\": \"members.csv\"")
                .containsPattern("\"file\": \"payments.csv\", \"rows\": 1, \"sha256\": \"[0-9a-f]{64}\"")
                .doesNotContain(directory.toString());
        assertThat(outcome.rejects())
                .containsExactly("feed.csv,3,\"R,2\",UNKNOWN_PERSON,身份证号110***********1233不在会员名册中");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments.csv", "carried.csv", "rejects.csv", "summary.json"})
    void a_disk_that_fills_leaves_nothing_behind(String name) throws IOException {
        SettlementRequest request = desk.request(1, List.of(feed), List.of());
        Aside.Opener failing = file -> {
            if (!file.endsWith(name)) {
                return Aside.Opener.ON_DISK.open(file);
            }
            return new FilterOutputStream(Aside.Opener.ON_DISK.open(file)) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
        };

        assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, failing))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("磁盘已满")
                .hasMessageContaining("请检查磁盘空间");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("feed.csv", "members.csv");
        }
    }

    @Test
    void a_run_that_stops_leaves_nothing_behind() throws IOException {
        SettlementRequest request = desk.request(1, List.of(desk.file("wrong.csv", "a,b")), List.of());

        assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, SettlementListener.SILENT))
                .isInstanceOf(SettlementStopped.class);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void the_listener_hears_of_every_byte() throws IOException {
        List<Long> heard = new ArrayList<>();
        SettlementListener listener = (stage, done, total) -> {
            if (stage == SettlementListener.Stage.READING) {
                heard.addAll(List.of(done, total));
            }
        };

        Settlement.settle(desk.request(1, List.of(feed), List.of()), Desk.RULE, listener);

        long total = Files.size(feed) + Files.size(directory.resolve("members.csv"));
        assertThat(heard).endsWith(total, total);
    }

    @Test
    void what_is_there_already_is_never_overwritten() throws IOException {
        Path out = Files.createDirectory(directory.resolve("full"));
        Path old = Files.writeString(out.resolve("payments.csv"), "old");
        SettlementRequest request =
                new SettlementRequest(2014, 1, List.of(feed), directory.resolve("members.csv"), List.of(), out);

        assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, SettlementListener.SILENT))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("不是空目录");
        assertThat(old).hasContent("old");
    }

    @Test
    void an_empty_directory_may_be_filled_and_a_missing_one_is_made() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path deep = directory.resolve("a").resolve("b");

        for (Path out : List.of(empty, deep)) {
            Settlement.settle(
                    new SettlementRequest(2014, 1, List.of(feed), directory.resolve("members.csv"), List.of(), out),
                    Desk.RULE,
                    SettlementListener.SILENT);
            assertThat(Desk.read(out).payments()).hasSize(1);
        }
    }

    @Test
    void a_place_where_nothing_can_stand_is_refused_before_anything_is_read() throws IOException {
        Path letter = Files.writeString(directory.resolve("letter.txt"), "dear");

        for (Path out : List.of(letter, letter.resolve("out"))) {
            SettlementRequest request = new SettlementRequest(
                    2014, 1, List.of(directory.resolve("nowhere.csv")), directory, List.of(), out);
            assertThatThrownBy(() -> Settlement.settle(request, Desk.RULE, SettlementListener.SILENT))
                    .hasMessageContaining(out.toString())
                    .hasMessageContaining("不是目录")
                    .hasMessageContaining("请换一个目录");
        }
    }

    @Test
    void a_feed_that_is_given_twice_is_noted() {
        Path again = desk.feed("again.csv", outpatient("R1", ZHANG, "2014-03-01", "2800"));
        Path other = desk.feed("other.csv", outpatient("R1", ZHANG, "2014-03-01", "2800"));

        assertThat(desk.settle(1, List.of(again, other), List.of()).summary()).contains("other.csv与again.csv内容完全相同");
        assertThat(desk.settle(1, List.of(feed, other), List.of()).summary()).doesNotContain("内容完全相同");
    }

    /** As the end of the process does, which may come while the results are being written. */
    @Test
    void results_that_were_taken_away_while_written_are_not_published() throws IOException {
        Path out = directory.resolve("out");
        Aside aside = Aside.beside(out, Aside.Opener.ON_DISK);
        aside.open("payments.csv").close();

        aside.close();

        assertThatThrownBy(() -> aside.open("carried.csv")).isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(aside::publish).isInstanceOf(InterruptedIOException.class);
        assertThat(out).doesNotExist();
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("feed.csv", "members.csv");
    }
}
