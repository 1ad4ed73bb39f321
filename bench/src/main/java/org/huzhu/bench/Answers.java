package org.huzhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether two sides gave the same answer: both lists row for row, and how many rows were refused for each reason. */
final class Answers {

    private static final List<String> LISTS = List.of("payments.csv", "carried.csv");
    private static final String REJECTS = "rejects.csv";

    private Answers() {}

    /** What differs between the folders of our side and of the other; nothing if the answers are the same. */
    static List<String> differences(Path ours, Path others, List<Path> feeds) throws IOException {
        List<String> differences = new ArrayList<>();
        for (String list : LISTS) {
            long at = Files.mismatch(ours.resolve(list), others.resolve(list));
            if (at >= 0) {
                differences.add(list + " 自第 " + at + " 字节起不同");
            }
        }
        Map<String, Long> our = ourReasons(ours.resolve(REJECTS), feeds);
        Map<String, Long> other = reasons(others.resolve(REJECTS), 1);
        if (!our.equals(other)) {
            differences.add("拒收行数按原因不同：" + our + "，" + other);
        }
        return differences;
    }

    /** The feeds' refusals alone: our list names those of the register and the payment lists too. */
    private static Map<String, Long> ourReasons(Path rejects, List<Path> feeds) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        List<String> names =
                feeds.stream().map(file -> file.getFileName() + ",").toList();
        try (Stream<String> lines = Files.lines(rejects)) {
            lines.skip(1)
                    .filter(line -> names.stream().anyMatch(line::startsWith))
                    .forEach(line -> counts.merge(field(line, 3), 1L, Long::sum));
        }
        return counts;
    }

    private static Map<String, Long> reasons(Path rejects, int column) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (Stream<String> lines = Files.lines(rejects)) {
            lines.skip(1).forEach(line -> counts.merge(field(line, column), 1L, Long::sum));
        }
        return counts;
    }

    /** A field of a line whose fields hold no commas; those of a city's refused rows do not. */
    private static String field(String line, int column) {
        return line.split(",", column + 2)[column];
    }
}
