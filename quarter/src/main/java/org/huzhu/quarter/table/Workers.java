package org.huzhu.quarter.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Waits for what another thread was asked to do. */
public final class Workers {

    private Workers() {}

    /** What is done for each number of a row of them. */
    @FunctionalInterface
    public interface Task<T> {
        T of(int number);
    }

    /**
     * The results of a task for the numbers from 0 to {@code count}, exclusive, in their order; see {@link #result}.
     */
    public static <T> List<T> each(ExecutorService workers, int count, Task<T> task) {
        List<Future<T>> pending = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            pending.add(workers.submit(() -> task.of(number)));
        }
        List<T> results = new ArrayList<>(count);
        pending.forEach(each -> results.add(result(each)));
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
