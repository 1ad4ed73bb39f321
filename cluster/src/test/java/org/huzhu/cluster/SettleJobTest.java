package org.huzhu.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.columns.Part;
import org.huzhu.history.HistoryWriter;
import org.huzhu.kernel.Rate;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettledFacts;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarter on Spark against the quarter on files, over two parts. */
class SettleJobTest {

    private static final int YEAR = 2014;
    private static final int PERSONS = Part.MEMBERS + 4_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_quarters_on_the_cluster_give_what_the_local_ones_give_row_for_row() throws IOException {
        city(PERSONS);
        settle(1);
        SettlementSummary local = settle(2);

        run(2);

        List<String> rows = LocalCluster.rows(folder.resolve("dues2/dues"), ".parquet", SettleJob.ROW);
        assertThat(rows).isEqualTo(local(2)).hasSizeGreaterThan(1_000);
        assertThat(LocalCluster.rows(folder.resolve("dues2/dues-csv"), ".csv", SettleJob.ROW))
                .isEqualTo(rows);
        assertThat(local.carriedPersons()).isPositive();
        assertThat(Files.readString(folder.resolve("dues2/summary.json")))
                .contains("\"persons\":" + local.persons() + ",")
                .contains("\"carried_persons\":" + local.carriedPersons() + ",");
    }

    @Test
    void a_store_that_goes_beyond_the_quarter_is_refused() throws IOException {
        city(200);
        settle(1);
        settle(2);
        Files.move(folder.resolve("store2"), folder.resolve("later"));
        Files.move(folder.resolve("store1"), folder.resolve("store2"));
        Files.move(folder.resolve("later"), folder.resolve("store1"));

        assertThatThrownBy(() -> run(1))
                .hasStackTraceContaining("ClusterRefused")
                .hasStackTraceContaining("在2014年第1季度之后");
    }

    @Test
    void a_year_without_one_version_is_refused() throws IOException {
        city(20);
        settle(1);

        assertThatThrownBy(() -> run(1, 2005))
                .isInstanceOf(ClusterRefused.class)
                .hasMessageContaining("2005年全年");
    }

    private void city(int persons) throws IOException {
        City.make(CityOrder.usual(persons, 5, YEAR).withFlawed(new Rate(300)), folder.resolve("city"));
    }

    /** Settles a quarter on files, after those before it, and keeps what it rests on. */
    private SettlementSummary settle(int quarter) {
        List<Path> feeds = IntStream.rangeClosed(1, quarter)
                .mapToObj(each -> folder.resolve("city/feed-q" + each + ".csv"))
                .toList();
        List<Path> paid = IntStream.range(1, quarter)
                .mapToObj(each -> folder.resolve("q" + each + "/payments.csv"))
                .toList();
        SettlementRequest request = new SettlementRequest(
                YEAR, quarter, feeds, folder.resolve("city/members.csv"), paid, folder.resolve("q" + quarter));
        return Settlement.settle(
                request,
                QuarterRule.of(LocalCluster.published(), "暖互助", YEAR),
                SettlementListener.SILENT,
                facts -> keep(facts, folder.resolve("store" + quarter)));
    }

    private static void keep(SettledFacts facts, Path store) {
        try (HistoryWriter out = new HistoryWriter(store, facts.words(), "a test")) {
            for (int part = 0; part < facts.parts(); part++) {
                List<String> memberNos = facts.memberNos(part);
                out.write(part, facts.part(part), member -> Optional.of(memberNos.get(member)));
            }
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(int quarter) {
        run(quarter, YEAR);
    }

    private void run(int quarter, int year) {
        String[] words = {
            "--history", folder.resolve("store" + quarter).toString(),
            "--plans", LocalCluster.PLANS.toString(),
            "--year", String.valueOf(year),
            "--quarter", String.valueOf(quarter),
            "--out", folder.resolve("dues" + quarter).toString()
        };
        SettleJob.run(LocalCluster.session(), SettleJob.arguments(words));
    }

    /** Both lists of the local settlement together, by member number, in the columns of the cluster. */
    private List<String> local(int quarter) throws IOException {
        List<String[]> all = new ArrayList<>();
        for (String name : List.of("payments.csv", "carried.csv")) {
            try (Stream<String> lines =
                    Files.lines(folder.resolve("q" + quarter).resolve(name))) {
                lines.skip(1).map(line -> line.split(",", -1)).forEach(all::add);
            }
        }
        return all.stream()
                .sorted(Comparator.<String[], byte[]>comparing(
                        fields -> fields[0].getBytes(UTF_8), Arrays::compareUnsigned))
                .map(fields ->
                        Stream.of(0, 3, 4, 5, 8, 9, 10).map(at -> fields[at]).toList())
                .map(fields -> String.join(",", fields))
                .toList();
    }
}
