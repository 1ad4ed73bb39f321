package org.huzhu.operations.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How long each of many things took, by what it was, and which went wrong. */
final class Latencies {

    private static final double MILLISECOND = 1e6;
    private static final double SECOND = 1e9;

    private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();

    void took(String what, long nano) {
        nanos.computeIfAbsent(what, _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(nano);
    }

    void failed(String why) {
        Integer _ = errors.merge(why, 1, Integer::sum);
    }

    /** A line of a table for each kind: how many, the median, the 99th of 100, the slowest. */
    List<String> rows() {
        return new TreeMap<>(nanos)
                .entrySet().stream()
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList();
    }

    /** The same for all of them together. */
    String whole(String what) {
        return row(what, nanos.values().stream().flatMap(List::stream).toList());
    }

    private static String row(String what, List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        return "| %s | %,d | %.1f | %.1f | %.1f |"
                .formatted(what, sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)) / MILLISECOND;
    }

    /** How many of one kind were done in a second, from the beginning until now. */
    double perSecond(String what, long begun) {
        return nanos.getOrDefault(what, List.of()).size() / ((System.nanoTime() - begun) / SECOND);
    }

    String errors() {
        return errors.isEmpty()
                ? "没有出错"
                : "出错："
                        + errors.entrySet().stream()
                                .map(each -> "%s %d 次".formatted(each.getKey(), each.getValue()))
                                .sorted()
                                .collect(Collectors.joining("，"));
    }
}
