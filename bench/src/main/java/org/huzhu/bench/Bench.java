package org.huzhu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.huzhu.bench.replay.KernelBench;
import org.huzhu.bench.replay.ReplayBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu bench}: measures; each subcommand says what, and beside whom. */
@Command(
        name = "huzhu bench",
        header = "测速：与通常会选用的工具并排，同样的文件，核对结果。",
        footer = {
            "./huzhu bench settle",
            "./huzhu bench replay --events 10000000",
            "./huzhu bench kernels",
            "./huzhu bench enrolment"
        },
        mixinStandardHelpOptions = true,
        subcommands = {SettleBench.class, ReplayBench.class, KernelBench.class})
public final class Bench implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one benchmark: 0 if all is well, 1 if two sides gave different answers, 2 for wrong options. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(output(), true, UTF_8), arguments));
    }

    static int run(PrintWriter out, String... arguments) {
        return new CommandLine(new Bench()).setOut(out).execute(arguments);
    }

    /** Standard output in UTF-8, whatever the locale says. */
    public static PrintStream output() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
