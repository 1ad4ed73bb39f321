package org.huzhu.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Workers that share out the parts among themselves, each part to one. */
final class Crew {

    private Crew() {}

    /** So many workers. */
    static List<IntConsumer> of(int workers, Supplier<IntConsumer> hired) {
        return Stream.generate(hired).limit(workers).toList();
    }

    /** Runs all workers until every part has been given to one of them; the first failure comes back as it was. */
    static void work(List<? extends IntConsumer> workers, int parts) {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> shifts = new ArrayList<>();
        for (IntConsumer worker : workers) {
            shifts.add(() -> {
                for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                    worker.accept(part);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            for (Future<Void> shift : threads.invokeAll(shifts)) {
                shift.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted", e);
        }
    }
}
