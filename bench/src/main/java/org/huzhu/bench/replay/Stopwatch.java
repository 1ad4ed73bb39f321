package org.huzhu.bench.replay;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Seconds by the clock, and seconds of the processor over all threads: the second do not mind a busy machine. */
record Stopwatch(double seconds, double processor) {

    private static final double NANOS = 1e9;

    /** What a task answered, and how long it took. */
    record Timed<T>(T answer, Stopwatch time) {}

    /** Times the task. */
    static <T> Timed<T> time(Callable<T> task) throws Exception {
        long start = System.nanoTime();
        long processor = processorNanos();
        T answer = task.call();
        long used = processorNanos() - processor;
        return new Timed<>(answer, new Stopwatch((System.nanoTime() - start) / NANOS, used / NANOS));
    }

    /** Times the task so often; answers with the median of each. */
    static <T> Timed<T> median(int runs, Callable<T> task) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        Timed<T> timed = time(task);
        for (int run = 0; run < runs; run++) {
            timed = run == 0 ? timed : time(task);
            seconds.add(timed.time.seconds);
            processor.add(timed.time.processor);
        }
        return new Timed<>(timed.answer, new Stopwatch(median(seconds), median(processor)));
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
