package org.huzhu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code huzhu} command itself; what it can do stands in its subcommands. */
@Command(
        name = "huzhu",
        versionProvider = Version.class,
        header = "互助：职工互助保障的核心系统。",
        synopsisHeading = "%n用法：",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        footerHeading = "%n开发：%n",
        footer = {"  ./huzhu test       运行全部测试", "  ./huzhu format     整理代码格式（--check 只检查）", "  ./huzhu mutants    变异测试"
        },
        subcommands = {
            DemoCommand.class,
            SettleCommand.class,
            ExplainCommand.class,
            JudgeCommand.class,
            ExamplesCommand.class,
            PlansCommand.class,
            CityCommand.class,
            BenchCommand.class
        })
public final class Huzhu implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示帮助。")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean helpAsked;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本。")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean versionAsked;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "出错时显示完整的错误栈。")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs one command and ends the process with one of {@link Exit}.
     *
     * <p>Both streams are UTF-8 whatever the locale says, since the answers are Chinese.
     */
    public static void main(String[] args) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int exitCode = run(commandLine(writer(System.out), writer(System.err)), args);
        System.out.flush();
        System.err.flush();
        System.exit(exitCode);
    }

    /** The whole command, ready to run: answers go to {@code out}, troubles to {@code err}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return wired(new CommandLine(new Huzhu()), out, err);
    }

    /** The same, for a command that was given all its subcommands: one that is added later is not wired. */
    static CommandLine wired(CommandLine line, PrintWriter out, PrintWriter err) {
        Huzhu huzhu = line.getCommand();
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler(new Mistakes());
        line.setExecutionExceptionHandler((failure, failed, parsed) -> huzhu.report(failure, failed));
        return line;
    }

    /** Runs and reports even what no command may catch, such as memory running out. */
    static int run(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (Error failure) { // picocli hands over exceptions only
            Huzhu huzhu = line.getCommand();
            return huzhu.report(failure, line);
        }
    }

    private int report(Throwable failure, CommandLine failed) {
        Troubles troubles = new Troubles(Home.own(), Clock.system(ZoneId.systemDefault()));
        if (debug) {
            failure.printStackTrace(failed.getErr());
        }
        return troubles.report(failure, failed.getErr());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
