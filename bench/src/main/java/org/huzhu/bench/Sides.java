package org.huzhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.huzhu.quarter.SettlementRequest;

/** The sides of the comparison, and what is measured of each: every side in a process of its own. */
final class Sides {

    private Sides() {}

    /** Who does the work. */
    enum Side {
        HUZHU("Huzhu"),
        DUCKDB("DuckDB SQL"),
        SPLIT_SINGLY("只读取并分列（逐字节）"),
        SPLIT_BY_EIGHT("只读取并分列（八字节一取）");

        private final String title;

        Side(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * What was measured of a side.
     *
     * @param seconds of each run, in their order; the first is cold
     * @param peakBytes the most that the process held in memory, over all runs
     */
    record Measured(Side side, List<Double> seconds, long peakBytes) {

        /** The median of all runs but the first, or the one run. */
        double median() {
            List<Double> warm = seconds.size() == 1 ? seconds : seconds.subList(1, seconds.size());
            List<Double> sorted = warm.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        double first() {
            return seconds.getFirst();
        }
    }

    /** Runs a side in a process of its own; the lists of its last run stay in the folder of the request. */
    static Measured measure(Side side, SettlementRequest request, Path plans, Limits limits) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (side == Side.HUZHU ? limits.memory() : "1g"),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OneSide.class.getName(),
                side.name(),
                plans.toString(),
                limits.memory(),
                Integer.toString(limits.threads()),
                Integer.toString(limits.runs())));
        command.addAll(OneSide.arguments(request));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            return measured(side, said.lines().toList(), process);
        }
    }

    private static Measured measured(Side side, List<String> lines, Process process) throws IOException {
        List<Double> seconds = new ArrayList<>();
        long peak = 0;
        for (String line : lines) {
            if (line.startsWith(OneSide.SECONDS)) {
                seconds.add(Double.parseDouble(line.substring(OneSide.SECONDS.length())));
            } else if (line.startsWith(OneSide.PEAK)) {
                peak = Long.parseLong(line.substring(OneSide.PEAK.length()));
            }
        }
        try {
            if (process.waitFor() != 0 || seconds.isEmpty()) {
                throw new IOException("The process of " + side + " failed: " + String.join("\n", lines));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("Interrupted while " + side + " ran", e);
        }
        return new Measured(side, seconds, peak);
    }

    /**
     * What each side may use.
     *
     * @param memory the most that the heap of our side, or DuckDB's buffers, may take, such as {@code 5g}
     * @param threads for the sides that are told
     * @param runs how often each side works
     */
    record Limits(String memory, int threads, int runs) {

        /** The memory in DuckDB's words. */
        static String inDuckDb(String memory) {
            return memory.toUpperCase(Locale.ROOT).replaceAll("([GM])$", "$1iB");
        }
    }

    /** The result of a task, or what made it fail. */
    static long result(Future<Long> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("A worker failed", e.getCause());
        }
    }

    /** Deletes a folder with all that is in it, if there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
