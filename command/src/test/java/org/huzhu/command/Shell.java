package org.huzhu.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Types commands as a person does, through the real main, with the plans of the project. */
final class Shell {

    static final Path PLANS = Path.of("..", "plans");

    private Shell() {}

    /** What a command answered: its exit code, its standard output and its standard error. */
    record Answer(int exit, String out, String err) {}

    /** Types the words after {@code huzhu}, each as it stands. */
    static Answer type(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        int exit = Huzhu.run(Huzhu.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)), args);
        return new Answer(exit, out.toString(), err.toString());
    }

    /** The same for a command that reads plans: those of the project. */
    static Answer typeWithPlans(Object... words) {
        return type(Stream.concat(Stream.of(words), Stream.of("--plans", PLANS)).toArray());
    }
}
