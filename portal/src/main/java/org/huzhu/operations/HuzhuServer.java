package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.huzhu.crypto.KeyTrouble;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
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
            UserCommand.class,
            KeyCommand.class,
            AuditCommand.class,
            BenchCommand.class
        })
public final class HuzhuServer implements Runnable {

    /** The exit code where what was looked at is not well, or cannot be done here. */
    static final int NOT_WELL = 1;

    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HuzhuServer(Settings settings) {
        this.settings = settings;
    }

    /** Runs one command; 0 where all is well, 1 where it is not, 2 for wrong options. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.CHINA);
        // Nothing is logged before the society says where to.
        LoggingSystem.get(HuzhuServer.class.getClassLoader()).beforeInitialize();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        int exit = new HuzhuServer(Settings.ofProcess()).execute(out, err, arguments);
        if (exit != StartCommand.RUNS) {
            System.exit(exit);
        }
    }

    int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(HuzhuServer::say)
                .execute(arguments);
    }

    /** A trouble that an operator can mend is said in one sentence; all else keeps its trace. */
    private static int say(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        // What could not be made because of it is wrapped around it.
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseTrouble || cause instanceof KeyTrouble) {
                command.getErr().println(cause.getMessage());
                return NOT_WELL;
            }
        }
        throw trouble;
    }

    Settings settings() {
        return settings;
    }

    /** The folder of the society, made where it is not there yet. */
    Home home() {
        Home home = Home.of(settings);
        home.make();
        return home;
    }

    /** Its database, as it runs or started for now. */
    Server join(Voice voice) {
        return Servers.join(home(), settings, voice::step);
    }

    /** Its rooms, without the pages. */
    Rooms rooms(Voice voice) {
        return Rooms.open(home(), settings, voice::step);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
