package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.huzhu.database.DatabaseTrouble;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of an operator: {@code huzhu start}, {@code huzhu doctor} and their like. */
@Command(
        name = "huzhu",
        header = "互助保障系统：启动与运维。",
        mixinStandardHelpOptions = true,
        subcommands = {
            StartCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            AuditCommand.class
        })
public final class HuzhuServer implements Runnable {

    /** The exit code where what was looked at is not well, or cannot be done here. */
    static final int NOT_WELL = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private HuzhuServer() {}

    /** Runs one command; 0 where all is well, 1 where it is not, 2 for wrong options. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.CHINA);
        // Nothing is logged before the society says where to.
        LoggingSystem.get(HuzhuServer.class.getClassLoader()).beforeInitialize();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        int exit = new CommandLine(new HuzhuServer())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(HuzhuServer::say)
                .execute(arguments);
        if (exit != StartCommand.RUNS) {
            System.exit(exit);
        }
    }

    /** A trouble that an operator can mend is said in one sentence; all else keeps its trace. */
    private static int say(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (trouble instanceof DatabaseTrouble) {
            command.getErr().println(trouble.getMessage());
            return NOT_WELL;
        }
        throw trouble;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
