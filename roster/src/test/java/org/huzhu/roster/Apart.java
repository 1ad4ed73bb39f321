package org.huzhu.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huzhu.roster.ErrorWorkbook.Which;

/**
 * Reads a roster in a process of its own, with a heap of its own, and writes its wrong rows back as a workbook.
 *
 * @param lines that were read, and of them {@code wrong}
 * @param millis for reading, and {@code millisBack} for reading again and writing back
 * @param millisOfProcessor for reading, what starting the process and compiling took among it
 * @param heapMebibytes the most that the heap held, what was no longer needed among it
 */
record Apart(long lines, long wrong, long millis, long millisOfProcessor, long millisBack, long heapMebibytes) {

    static Apart read(Path file, String heap) {
        try {
            Path answer = Files.createTempFile("apart", ".txt");
            try {
                List<String> command = List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Apart.class.getName(),
                        file.toString(),
                        answer.toString());
                int code = new ProcessBuilder(command).inheritIO().start().waitFor();
                if (code != 0) {
                    throw new AssertionError("The process ended with " + code);
                }
                long[] numbers = Arrays.stream(Files.readString(answer).split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
                return new Apart(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
            } finally {
                Files.delete(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        long start = System.nanoTime();
        long lines = 0;
        long wrong = 0;
        try (Roster roster = Roster.open(file, RosterOrder.usual())) {
            for (Optional<RosterLine> line = roster.next(); line.isPresent(); line = roster.next()) {
                lines++;
                wrong += line.get().isWrong() ? 1 : 0;
            }
        }
        long read = System.nanoTime();
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        try (Roster roster = Roster.open(file, RosterOrder.usual());
                ErrorWorkbook back =
                        new ErrorWorkbook(OutputStream.nullOutputStream(), roster.header(), Which.WRONG_ROWS)) {
            for (Optional<RosterLine> line = roster.next(); line.isPresent(); line = roster.next()) {
                back.add(line.get());
            }
        }
        long written = System.nanoTime();
        Files.writeString(
                Path.of(arguments[1]),
                "%d %d %d %d %d %d"
                        .formatted(
                                lines,
                                wrong,
                                (read - start) / 1_000_000,
                                processor,
                                (written - read) / 1_000_000,
                                heap()));
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed() >> 20)
                .sum();
    }
}
