package org.huzhu.city;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a city holds, counted while it was made.
 *
 * @param order what it was made from
 * @param files the register, then the four feeds
 * @param verdicts for each feed, how many of its rows settling must accept or refuse for each reason, once all four
 *     feeds of the year are there
 */
public record Census(CityOrder order, List<FileCount> files, List<Map<Verdict, Long>> verdicts) {

    /** Raised whenever the same order makes other bytes than before. */
    static final int GENERATOR_VERSION = 1;

    /**
     * A file of the city.
     *
     * @param rows without the header
     * @param sha256 of its bytes, in hexadecimal
     */
    public record FileCount(String name, long rows, String sha256) {}

    public long feedRows() {
        return files.stream().skip(1).mapToLong(FileCount::rows).sum();
    }

    /** How many rows of all feeds have this verdict. */
    public long count(Verdict verdict) {
        return verdicts.stream()
                .mapToLong(feed -> feed.getOrDefault(verdict, 0L))
                .sum();
    }

    /** The census as JSON, as {@code city.json} holds it. */
    String toJson() {
        List<String> members = List.of(
                "\"generator\": \"huzhu city\"",
                "\"generator_version\": " + GENERATOR_VERSION,
                "\"people\": " + order.people(),
                "\"seed\": " + order.seed(),
                "\"year\": " + order.year(),
                "\"rows_ordered\": " + order.rows(),
                "\"flawed_basis_points\": " + order.flawed().basisPoints(),
                "\"ill_in_thousand\": " + order.ill(),
                "\"awkward\": " + order.awkward(),
                "\"files\": " + array(files.stream().map(Census::json)),
                "\"verdicts\": "
                        + array(IntStream.range(0, verdicts.size())
                                .mapToObj(feed -> json(feed + 1, verdicts.get(feed)))));
        return members.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
    }

    private static String array(Stream<String> values) {
        return values.collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String json(FileCount file) {
        return "{\"name\": \"" + file.name + "\", \"rows\": " + file.rows + ", \"sha256\": \"" + file.sha256 + "\"}";
    }

    private static String json(int quarter, Map<Verdict, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\": " + count.getValue())
                .collect(Collectors.joining(", ", "{\"quarter\": " + quarter + ", ", "}"));
    }
}
