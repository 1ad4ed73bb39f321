package org.huzhu.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads that take one part after the other. */
final class Workers {

    private Workers() {}

    /** Does the work for each of the parts. */
    static void run(int threads, int parts, IntConsumer work) {
        runEach(threads, parts, () -> work);
    }

    /** Does the work for each of the parts; each thread has a worker of its own. */
    static void runEach(int threads, int parts, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            IntConsumer work = worker.get();
            running.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, why) -> failed.set(why))
                    .start(() -> {
                        for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                            work.accept(part);
                        }
                    }));
        }
        running.forEach(Workers::join);
        Throwable why = failed.get();
        if (why != null) {
            throw new IllegalStateException("A worker failed", why);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while workers were running", e);
        }
    }
}
