package org.huzhu.text;

import java.util.List;
import java.util.stream.Collectors;
import org.huzhu.kernel.Require;

/** A file, or several, that the reader does not accept. It carries every problem, sorted by file and line. */
public final class PlanUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PlanUnreadable(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        Require.that(!problems.isEmpty(), "What is unreadable has at least one problem");
        this.problems = List.copyOf(problems);
    }

    /** All problems; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
