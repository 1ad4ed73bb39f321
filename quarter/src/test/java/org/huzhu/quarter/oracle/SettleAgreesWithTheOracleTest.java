package org.huzhu.quarter.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.plan.Library;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.text.LibraryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Two authors, one requirement: both settlings give the same on many awkward cities, quarter by quarter; on a thousand
 * by {@code -Dhuzhu.cities=1000}.
 */
class SettleAgreesWithTheOracleTest {

    private static final int CITIES = Integer.getInteger("huzhu.cities", 250);
    private static final Path PLANS = Path.of("../plans");

    /** In memory where there is such a place: each result is forced to the disk, four times a city. */
    @TempDir(factory = InMemory.class)
    private Path folder = Path.of("");

    private int runs;

    @Test
    void awkward_cities_are_settled_alike_in_all_four_quarters() throws IOException {
        QuarterRule rule = QuarterRule.of(library(), "暖互助", AwkwardCity.YEAR);

        Comparison.compare(
                CITIES,
                (year, quarter, feeds, members, paid) -> {
                    Path out = folder.resolve("out" + runs++);
                    SettlementRequest request = new SettlementRequest(year, quarter, feeds, members, paid, out);
                    Settled settled = settled(out, Settlement.settle(request, rule, SettlementListener.SILENT));
                    takeAway(out);
                    return settled;
                },
                folder);
    }

    static final class InMemory implements TempDirFactory {

        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "huzhu-")
                    : Files.createTempDirectory("huzhu-");
        }
    }

    /** The memory that a container gives to files is small. */
    private static void takeAway(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Library library() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                texts.put(PLANS.relativize(file).toString(), Files.readString(file));
            }
        }
        return LibraryReader.read(texts).library();
    }

    private static Settled settled(Path out, SettlementSummary summary) throws IOException {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("rows_read", summary.feed().read());
        counts.put("rows_accepted", summary.feed().accepted());
        summary.feed().rejected().forEach((reason, count) -> {
            if (count > 0) {
                counts.put("rejected_" + reason, count);
            }
        });
        counts.put("persons_paid", summary.persons());
        counts.put("persons_carried", summary.carriedPersons());
        counts.put("paid_fen", summary.sums().dueFen());
        counts.put("carried_fen", summary.sums().carriedFen());
        List<String> rejects = Files.readAllLines(out.resolve("rejects.csv")).stream()
                .skip(1)
                .map(SettleAgreesWithTheOracleTest::withoutDetail)
                .toList();
        return new Settled(
                Files.readString(out.resolve("payments.csv")),
                Files.readString(out.resolve("carried.csv")),
                rejects,
                counts);
    }

    private static String withoutDetail(String line) {
        return Texts.row(Texts.fields(line).orElseThrow().subList(0, 4));
    }
}
