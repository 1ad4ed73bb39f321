package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;
import org.huzhu.quarters.QuarterWork;

/** A process of its own that settles quarters beside a society, and says all the time that it is there. */
final class Settler {

    static final String READY = "ready";
    static final String DONE = "done";
    private static final String TICK = ".";
    private static final int TICK_MILLIS = 2;

    private Settler() {}

    /** Beside the society of the folder. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        try (Rooms rooms = Rooms.open(new Home(Path.of(arguments[0])), new Settings(Map.of()), _ -> {});
                ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor()) {
            QuarterWork work = rooms.get(QuarterWork.class);
            out.println(READY);
            ScheduledFuture<?> ticking =
                    ticks.scheduleAtFixedRate(() -> out.println(TICK), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            work.go();
            ticking.cancel(false);
            out.println(DONE);
        }
    }
}
