package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.kernel.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quick way of reading gives what the careful way gives, byte for byte: all four files, rejects and notes included.
 */
class QuickAndCarefulTest {

    private static final int YEAR = 2014;
    private static final int QUARTER = 4;

    @TempDir
    private Path directory = Path.of("");

    private int runs;

    @Test
    void a_city_is_settled_alike() throws IOException {
        alike(city("plain", false));
    }

    @Test
    void a_city_with_marks_quotes_crlf_and_gb18030_is_settled_alike() throws IOException {
        alike(city("awkward", true));
    }

    /**
     * Some bytes of the feeds are changed, more from time to time, so that rows fail in every field and in every way.
     */
    @Test
    void broken_feeds_are_settled_alike() throws IOException {
        List<Path> feeds = city("broken", false);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        byte[] strange = "\",\n\r -.0123456789Xxe_+/".getBytes(StandardCharsets.US_ASCII);
        for (int share : new int[] {20_000, 2_000, 100}) {
            for (Path feed : feeds) {
                byte[] bytes = Files.readAllBytes(feed);
                int from = Desk.FEED_HEADER.length() + 1;
                for (int i = from; i < bytes.length; i++) {
                    if (bytes[i] > 0 && random.nextInt(share) == 0) {
                        bytes[i] = strange[random.nextInt(strange.length)];
                    }
                }
                Files.write(feed, bytes);
            }
            alike(feeds);
        }
    }

    @Test
    void other_encodings_and_line_ends_are_settled_alike() throws IOException {
        List<Path> feeds = city("encoded", false);
        rewrite(feeds.get(0), text -> text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        rewrite(feeds.get(1), text -> text, Charset.forName("GB18030"));
        rewrite(feeds.get(2), text -> "\uFEFF" + text, StandardCharsets.UTF_8);
        rewrite(feeds.get(3), text -> text.stripTrailing(), StandardCharsets.UTF_8);
        alike(feeds);
    }

    @Test
    void columns_in_another_order_and_numbers_with_letters_are_settled_alike() throws IOException {
        List<Path> feeds = city("ordered", false);
        rewrite(feeds.get(0), QuickAndCarefulTest::turned, StandardCharsets.UTF_8);
        rewrite(feeds.get(1), text -> text.replace("\n2014", "\nR-2014"), StandardCharsets.UTF_8);
        rewrite(feeds.get(2), text -> text.replace("\n2014", "\n0000002014"), StandardCharsets.UTF_8);
        alike(feeds);
    }

    @Test
    void a_feed_given_twice_is_settled_alike() throws IOException {
        List<Path> feeds = city("twice", false);
        alike(List.of(feeds.get(1), feeds.get(0), feeds.get(1), feeds.get(3)));
    }

    private List<Path> city(String name, boolean isAwkward) throws IOException {
        Path folder = directory.resolve(name);
        CityOrder order = CityOrder.usual(2_000, name.length(), YEAR)
                .withRows(8_000)
                .withFlawed(new Rate(1_000))
                .withAwkward(isAwkward);
        City.make(order, folder);
        List<Path> feeds = new ArrayList<>();
        for (int quarter = 1; quarter <= QUARTER; quarter++) {
            feeds.add(folder.resolve("feed-q" + quarter + ".csv"));
        }
        return feeds;
    }

    private void alike(List<Path> feeds) throws IOException {
        Path members = feeds.getFirst().resolveSibling("members.csv");
        Path quick = directory.resolve("quick" + runs);
        Path careful = directory.resolve("careful" + runs++);
        Settlement.settle(request(feeds, members, quick), Desk.RULE, SettlementListener.SILENT);
        SettlementSummary summary = Settlement.settleCarefully(request(feeds, members, careful), Desk.RULE);

        for (String name : List.of("payments.csv", "carried.csv", "rejects.csv", "summary.json")) {
            assertThat(quick.resolve(name)).hasSameBinaryContentAs(careful.resolve(name));
        }
        assertThat(summary.persons()).isPositive();
        assertThat(summary.feed().read()).isGreaterThan(4_000);
    }

    private static SettlementRequest request(List<Path> feeds, Path members, Path out) {
        return new SettlementRequest(YEAR, QUARTER, feeds, members, List.of(), out);
    }

    private static void rewrite(Path file, UnaryOperator<String> change, Charset charset) throws IOException {
        Files.write(file, change.apply(Files.readString(file)).getBytes(charset));
    }

    /** Each row from its last field to its first. */
    private static String turned(String text) {
        StringBuilder turned = new StringBuilder();
        text.lines().forEach(line -> {
            List<String> fields = Arrays.asList(line.split(",", -1));
            turned.append(String.join(",", fields.reversed())).append('\n');
        });
        return turned.toString();
    }
}
