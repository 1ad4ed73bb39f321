package org.huzhu.quarters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.huzhu.quarters.JdbcTasks.Task;
import org.huzhu.quarters.Trial.Progress;
import org.springframework.transaction.support.TransactionOperations;

/** The signs that whoever is at a task gives now and then: that he is still at it, and how far he has come. */
final class Signs {

    private static final Duration EACH = Duration.ofSeconds(1);

    private final JdbcTasks tasks;
    private final Task task;
    private final TransactionOperations transactions;
    private final Clock clock;
    private Instant last = Instant.MIN;
    private String stage = "";

    Signs(JdbcTasks tasks, Task task, TransactionOperations transactions, Clock clock) {
        this.tasks = tasks;
        this.task = task;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody else has taken the task over. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(Task task) {
            super("Task %s was taken over by another".formatted(task.id()));
        }
    }

    /**
     * Says how far it has come, once a second at most; may be called by any thread.
     *
     * @throws Lost if another has taken the task over
     */
    synchronized void say(String now, long done, long total) {
        Instant moment = clock.instant();
        if (now.equals(stage) && moment.isBefore(last.plus(EACH))) {
            return;
        }
        stage = now;
        last = moment;
        require(Boolean.TRUE.equals(
                transactions.execute(_ -> tasks.sign(task, new Progress(now, done, total), moment))));
    }

    /**
     * Ends the task with what was done, in one transaction: either both stand or neither.
     *
     * @throws Lost if another has taken the task over: nothing was done
     */
    void end(Runnable work) {
        transactions.executeWithoutResult(_ -> {
            require(tasks.finish(task));
            work.run();
        });
    }

    private void require(boolean isOurs) {
        if (!isOurs) {
            throw new Lost(task);
        }
    }
}
