package org.huzhu.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.contributions.Bill;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.unions.Organisation;

/** A unit with a hundred thousand people, say, whose handler is timed. */
final class LargeUnit {

    static final String HEADER = """

            | 单位 | 行数 | 到核对完，秒 | 确认，秒 | 缴费到生效，秒 | 参保人数 | 堆最多多用，MiB |
            | --- | --- | --- | --- | --- | --- | --- |""";

    private static final String PLAN = "住院津贴";
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1e6;

    private final Doors doors;
    private final Organisation unit;
    private final EnrolmentDesk desk;
    private final Caller handler;

    LargeUnit(Doors doors, Organisation unit) {
        this.doors = doors;
        this.unit = unit;
        this.desk = doors.get(EnrolmentDesk.class);
        this.handler = Doors.caller(Role.UNIT_HANDLER, unit.path());
    }

    /** What was enrolled. */
    record Enrolled(UUID batch, int people) {}

    static double since(long begun) {
        return (System.nanoTime() - begun) / SECOND;
    }

    /** Brings the roster, confirms and pays; what it took is said in a line of a table. */
    Enrolled enrol(Path roster, Consumer<String> report) {
        return timed(report, () -> {
            try (InputStream file = Files.newInputStream(roster)) {
                return desk.bring(handler, order(), "名册.xlsx", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Renews by the register. */
    Enrolled renew(Consumer<String> report) {
        return timed(report, () -> desk.renew(handler, order()));
    }

    private Order order() {
        LocalDate start = doors.today().withDayOfMonth(1).plusMonths(1);
        return new Order(unit.id(), List.of(new Order.Wanted(PLAN, Optional.empty())), start, 1, Channel.DIRECT);
    }

    private Enrolled timed(Consumer<String> report, Supplier<UUID> bringing) {
        Heap heap = Heap.watched();
        long begun = System.nanoTime();
        UUID batch = handler.scope().call(bringing::get);
        Look look = handler.scope().call(() -> desk.await(handler, batch));
        double looked = since(begun);
        handler.scope().run(() -> desk.confirm(handler, batch));
        double confirmed = since(begun);
        doors.take(doors.bills(List.of(batch)).stream().map(this::transfer).toList());
        report.accept("| %s | %,d | %.1f | %.1f | %.1f | %,d | %d |"
                .formatted(
                        unit.name(),
                        look.counts().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        looked,
                        confirmed - looked,
                        since(begun) - confirmed,
                        look.people(),
                        heap.more() >> 20));
        return new Enrolled(batch, look.people());
    }

    private String transfer(Bill bill) {
        return Doors.transfer(bill.reference(), doors.today(), bill.due(), bill.payerName(), bill.reference());
    }

    /** Writes all who were enrolled, as a workbook and as text. */
    void export(Enrolled enrolled, Path folder, Consumer<String> report) throws IOException {
        for (RosterDesk.Form form : RosterDesk.Form.values()) {
            Path file = folder.resolve("out." + form);
            Heap heap = Heap.watched();
            long begun = System.nanoTime();
            try (OutputStream out = Files.newOutputStream(file)) {
                handler.scope().run(() -> doors.get(RosterDesk.class).write(handler, enrolled.batch(), form, out));
            }
            report.accept("导出 %s：%,d 人，%.1f 秒，%.1f MB，堆最多多用 %d MiB"
                    .formatted(
                            form == RosterDesk.Form.WORKBOOK ? "Excel" : "CSV",
                            enrolled.people(),
                            since(begun),
                            Files.size(file) / MEGABYTE,
                            heap.more() >> 20));
            Files.delete(file);
        }
    }
}
