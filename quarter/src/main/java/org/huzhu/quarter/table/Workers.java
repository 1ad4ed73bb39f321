package org.huzhu.quarter.table;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread was asked to do. */
public final class Workers {

    private Workers() {}

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
