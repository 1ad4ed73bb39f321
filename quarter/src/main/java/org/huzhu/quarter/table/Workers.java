package org.huzhu.quarter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Waits for what another thread was asked to do. */
public final class Workers {

    /** So many are one errand for a worker, lest the errands take longer than what is done. */
    private static final int NUMBERS_AT_A_TIME = 16;

    private Workers() {}

    /** What is done for each number of a row of them. */
    @FunctionalInterface
    public interface Task<T> {
        T of(int number);
    }

    /** The results of a task for the numbers from 0 to {@code count}, exclusive, in order; see {@link #result}. */
    public static <T> List<T> each(ExecutorService workers, int count, Task<T> task) {
        List<Future<List<T>>> pending = new ArrayList<>();
        for (int from = 0; from < count; from += NUMBERS_AT_A_TIME) {
            int first = from;
            int end = Math.min(count, from + NUMBERS_AT_A_TIME);
            pending.add(workers.submit(
                    () -> IntStream.range(first, end).mapToObj(task::of).toList()));
        }
        List<T> results = new ArrayList<>(count);
        pending.forEach(each -> results.addAll(result(each)));
        return results;
    }

    /**
     * The result of a task; what made it fail, if something did.
     *
     * @throws FileRefused if this thread is interrupted while it waits
     */
    public static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FileRefused("运行被中断，没有写出任何结果", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A worker failed", e.getCause());
        }
    }
}
