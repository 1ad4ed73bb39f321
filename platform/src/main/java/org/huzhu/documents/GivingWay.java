package org.huzhu.documents;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work of minutes that gives way to everything else on the machine, as do the threads that it begins: on Linux they are
 * of the class that runs when nobody else wants to (SCHED_IDLE), and whoever looks at a page does not wait for them.
 * Elsewhere it is work like any other.
 */
public final class GivingWay {

    private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);
    private static final int SCHED_IDLE = 5;

    private static final ThreadFactory THREADS =
            work -> Thread.ofPlatform().daemon().name("giving-way").unstarted(() -> {
                giveWay();
                work.run();
            });

    private GivingWay() {}

    /** Threads whose work gives way. */
    static ThreadFactory threads() {
        return THREADS;
    }

    /**
     * Does the work in a thread of its own, since no thread comes back from that class, and waits for its end.
     *
     * @throws RuntimeException that the work throws
     */
    public static void run(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread thread = THREADS.newThread(task);
        thread.start();
        try {
            boolean _ = task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("restricted")
    private static void giveWay() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
            int answer = (int) Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("sched_setscheduler"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS))
                    .invokeExact(0, SCHED_IDLE, priority);
            if (answer != 0) {
                LOG.info("Long work does not give way here: the system refuses");
            }
        } catch (Throwable e) {
            LOG.info("Long work does not give way here", e);
        }
    }
}
