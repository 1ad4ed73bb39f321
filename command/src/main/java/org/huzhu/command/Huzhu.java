package org.huzhu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import org.huzhu.command.history.HistoryCommand;
import org.huzhu.command.replay.ReplayCommand;
import org.huzhu.command.terminal.HelpLayout;
import org.huzhu.command.terminal.Outlet;
import org.huzhu.quarter.table.DiskWording;
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
        description = {
            "每个命令的用法：huzhu 命令 --help。退出码：0 完成，1 发现差别或错误，2 用法有误，69 缺少文件、权限、空间等，70 程序出错。",
            "网上的互助会：./huzhu start 启动，doctor 检查，verify 核对，backup 备份，restore 恢复，user 管账号，key 换密钥，audit 管审计记录。",
            "开发者另有：./huzhu test 运行全部测试，./huzhu format 整理代码格式（--check 只检查），./huzhu mutants 变异测试。"
        },
        footer = {"./huzhu demo", "./huzhu judge plans/案例/彭女士24208元.yaml", "./huzhu plans check"},
        subcommands = {
            DemoCommand.class,
            SettleCommand.class,
            ExplainCommand.class,
            JudgeCommand.class,
            ExamplesCommand.class,
            PlansCommand.class,
            CityCommand.class,
            HistoryCommand.class,
            ReplayCommand.class,
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
     * <p>Both streams are UTF-8 whatever the locale says, since the answers are Chinese. An answer that could not be
     * written in full is no success.
     */
    public static void main(String[] args) {
        Outlet outlet = Outlet.on(FileDescriptor.out);
        System.setOut(utf8(outlet));
        System.setErr(utf8(Outlet.on(FileDescriptor.err)));
        int exitCode = run(commandLine(writer(System.out), writer(System.err)), args);
        System.out.flush();
        if (outlet.trouble().isPresent()) {
            System.err.println("结果没有写完：" + DiskWording.of(outlet.trouble().get()) + "。请检查输出所在的磁盘后重新运行。");
            exitCode = Exit.ENVIRONMENT;
        }
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
        line.setUnmatchedOptionsAllowedAsOptionParameters(false);
        HelpLayout.apply(line);
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

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, UTF_8);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, UTF_8);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
