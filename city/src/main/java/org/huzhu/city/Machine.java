package org.huzhu.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The machine that a measurement with made-up people is made on, and how much of its memory this process took. Memory
 * is in bytes.
 */
public final class Machine {

    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processors, memory, operating system and Java, in one line. */
    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return "%s × %d，内存 %s，%s %s，Java %s（%s）"
                .formatted(
                        value(PROCESSORS, "model name").orElse(System.getProperty("os.arch")),
                        runtime.availableProcessors(),
                        bytesOf(Path.of("/proc/meminfo"), "MemTotal").stream()
                                .mapToObj(Machine::mebibytes)
                                .findFirst()
                                .orElse("未知"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        System.getProperty("java.vm.name"));
    }

    /** The most that the whole process has held in memory; empty where the system does not say. */
    public static OptionalLong peakProcess() {
        return bytesOf(PROCESS, "VmHWM");
    }

    /** The bytes in units of 2^20. */
    public static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static OptionalLong bytesOf(Path file, String name) {
        return value(file, name)
                .map(text -> OptionalLong.of(Long.parseLong(text.replace(" kB", "")) << 10))
                .orElse(OptionalLong.empty());
    }

    private static Optional<String> value(Path file, String name) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
