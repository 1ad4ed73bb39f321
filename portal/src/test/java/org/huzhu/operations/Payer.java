package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.PaymentDesk;

/** A process that pays as it is told, and says all the time that it is at work; made to be killed. */
record Payer(Process process, BufferedReader said, Writer told) {

    private static final String READY = "ready";
    private static final String WORKING = "working";
    private static final String DONE = "done";
    private static final int TICK_MICROS = 500;

    /** Joins the society of the folder, for the office of the path, and does what it is told, line by line. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Home home = new Home(Path.of(arguments[0]));
        try (Rooms rooms = Rooms.open(home, new Settings(Map.of()), _ -> {});
                ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
                BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            out.println(READY);
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                ScheduledFuture<?> ticking =
                        ticks.scheduleAtFixedRate(() -> out.println(WORKING), 0, TICK_MICROS, TimeUnit.MICROSECONDS);
                act(rooms, arguments[1], line.split(" "));
                ticking.cancel(false);
                out.println(DONE);
            }
        }
    }

    private static void act(Rooms rooms, String office, String[] words) {
        Caller maker = FaultTown.caller(Role.FINANCE_MAKER, office, 11);
        Caller checker = FaultTown.caller(Role.FINANCE_CHECKER, office, 12);
        UUID about = UUID.fromString(words[1]);
        PaymentDesk desk = rooms.get(PaymentDesk.class);
        Object _ = switch (words[0]) {
            case "file" -> maker.scope().call(() -> desk.file(maker, about));
            case "release" -> checker.scope().call(() -> desk.release(checker, about));
            case "take" -> maker.scope().call(() -> rooms.get(AnswerDesk.class).take(maker, about, Path.of(words[2])));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** Begins to start one; nobody waits for it yet. */
    static Payer start(FaultTown town) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Payer.class.getName(),
                town.home().folder().toString(),
                town.officePath()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        town.home().folder().resolve("payer.log").toFile()))
                .start();
        return new Payer(process, process.inputReader(UTF_8), process.outputWriter(UTF_8));
    }

    /** Waits until it is there. */
    Payer ready() throws IOException {
        await(READY);
        return this;
    }

    private void await(String word) throws IOException {
        for (String line = said.readLine(); !word.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The payer ended before it was " + word);
            }
        }
    }

    /** Has it do something, and waits until it is done. */
    void tell(String... words) throws IOException {
        say(words);
        await(DONE);
    }

    private void say(String... words) throws IOException {
        told.write(String.join(" ", words) + "\n");
        told.flush();
    }

    /** Has it do something and kills it so many ticks after it has begun; whether it said before that it was done. */
    boolean killedAt(int ticks, BooleanSupplier hasBegun, String... words) throws IOException, InterruptedException {
        say(words);
        boolean isDone = false;
        for (int seen = 0; seen < ticks && !isDone; seen += hasBegun.getAsBoolean() ? 1 : 0) {
            isDone = Optional.ofNullable(said.readLine()).orElse(DONE).equals(DONE);
        }
        // By its handle: to destroy the process itself would close what it said.
        process.toHandle().destroyForcibly();
        isDone |= said.lines().anyMatch(DONE::equals);
        process.waitFor();
        return isDone;
    }
}
