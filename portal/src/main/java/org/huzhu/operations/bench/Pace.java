package org.huzhu.operations.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins so many things a second, however long each takes: what has to wait for others is told when it should have
 * begun.
 */
record Pace(int perSecond, int seconds) {

    private static final long SECOND = 1_000_000_000L;

    /** A thing to be done. */
    @FunctionalInterface
    interface Work {
        void begin(int number, long due);
    }

    /** Begins them all, each in a thread of its own, and waits until the last is done. */
    void keep(Work work) {
        long start = System.nanoTime();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * seconds; i++) {
                int number = i;
                long due = start + i * SECOND / perSecond;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                Object _ = visitors.submit(() -> work.begin(number, due));
            }
        }
    }
}
