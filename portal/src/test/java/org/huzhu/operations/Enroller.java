package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Look.Progress;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;

/**
 * A process that brings a roster and confirms it, and says all the time how far it is; made to be killed.
 *
 * @param handler of the unit
 */
record Enroller(Rooms rooms, Caller handler, UUID unit) {

    static final String BRINGING = "bringing";
    static final String READING = "reading ";
    static final String CONFIRMING = "confirming";
    static final String CONFIRMED = "confirmed";

    private static final int TICK_MILLIS = 5;
    private static final String PLAN = "住院津贴";

    static Enroller of(Rooms rooms, UUID unit, String path) {
        return new Enroller(
                rooms, new Caller(new UUID(0, 1), Role.UNIT_HANDLER, Optional.of(path), Optional.empty()), unit);
    }

    /** Enrols the unit of the id and path in the society of the folder by the roster. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Home home = new Home(Path.of(arguments[0]));
        try (Rooms rooms = Rooms.open(home, new Settings(Map.of()), _ -> {});
                ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor()) {
            Enroller enroller = of(rooms, UUID.fromString(arguments[1]), arguments[2]);
            out.println(BRINGING);
            UUID batch = enroller.bring(Path.of(arguments[3]));
            for (Look look = enroller.look(batch); look.batch().state() == State.READING; look = enroller.look(batch)) {
                out.println(READING + look.progress().map(Progress::rows).orElse(0));
            }
            ScheduledFuture<?> ticking =
                    ticks.scheduleAtFixedRate(() -> out.println(CONFIRMING), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            enroller.confirm(batch);
            ticking.cancel(false);
            out.println(CONFIRMED);
        }
    }

    EnrolmentDesk desk() {
        return rooms.get(EnrolmentDesk.class);
    }

    UUID bring(Path roster) throws IOException {
        return bring(Files.readAllBytes(roster));
    }

    UUID bring(byte[] roster) {
        LocalDate start =
                LocalDate.now(rooms.get(Clock.class)).withDayOfMonth(1).plusMonths(1);
        Order order = new Order(unit, List.of(new Wanted(PLAN, Optional.empty())), start, 1, Channel.DIRECT);
        return handler.scope().call(() -> desk().bring(handler, order, "名册.csv", new ByteArrayInputStream(roster)));
    }

    Look look(UUID batch) {
        return handler.scope().call(() -> desk().look(handler, batch));
    }

    Look await(UUID batch) {
        return handler.scope().call(() -> desk().await(handler, batch));
    }

    void confirm(UUID batch) {
        handler.scope().run(() -> desk().confirm(handler, batch));
    }
}
