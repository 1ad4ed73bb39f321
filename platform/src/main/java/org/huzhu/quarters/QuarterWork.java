package org.huzhu.quarters;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huzhu.database.Scope;
import org.huzhu.documents.GivingWay;
import org.huzhu.quarters.JdbcTasks.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what waits to be done, one task after the other. Several processes on one database may do so: each task is done
 * by one of them, and what one that has lost its task does comes to nothing.
 */
@Component
public class QuarterWork {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterWork.class);

    private final JdbcTasks tasks;
    private final Trying trying;
    private final Owes owes;
    private final QuarterTools tools;
    private final AtomicBoolean isBusy = new AtomicBoolean();

    QuarterWork(JdbcTasks tasks, Trying trying, Owes owes, QuarterTools tools) {
        this.tasks = tasks;
        this.trying = trying;
        this.owes = owes;
        this.tools = tools;
    }

    /**
     * Does all that nobody is at; who comes meanwhile turns back. It gives way to whoever looks at a page, and so do
     * the threads that it begins.
     */
    public void go() {
        if (isBusy.compareAndSet(false, true)) {
            try {
                GivingWay.run(() -> Scope.ofSystem().run(this::all));
            } finally {
                isBusy.set(false);
            }
        }
    }

    private void all() {
        for (Optional<Task> task = take(); task.isPresent(); task = take()) {
            if (!isDone(task.get())) {
                return;
            }
        }
    }

    private Optional<Task> take() {
        return tools.whole(() -> tasks.take(tools.now()));
    }

    /** What fails is tried again once the minute for which it is held is over: it may fail again. */
    private boolean isDone(Task task) {
        Signs signs = new Signs(tasks, task, tools.transactions(), tools.clock());
        try {
            switch (task.kind()) {
                case TRIAL -> trying.go(task, signs, tools);
                case OWE -> owes.go(task, signs);
            }
            return true;
        } catch (Signs.Lost e) {
            LOG.warn("Task {} is another's by now; what was done of it here counts for nothing", task.id());
            return true;
        } catch (RuntimeException e) {
            LOG.error("Task {} was not done, and is tried again", task.id(), e);
            return false;
        }
    }
}
