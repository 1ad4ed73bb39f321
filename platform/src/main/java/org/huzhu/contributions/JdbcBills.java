package org.huzhu.contributions;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.Split.By;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Batches that were billed, their bills, and what the bills are made of. */
@Repository
class JdbcBills {

    static final String COLUMNS = """
             b.id, b.batch, b.reference, b.unit, b.path::text as path, b.fund, b.payer, b.organisation, b.payer_name,
             b.due_fen, b.allocated_fen, b.cancelled_on, g.starts_on
            from contributions.bill b join contributions.billing g on g.batch = b.batch
            where""" + Desk.in("b");

    private static final String ADD = """
            insert into contributions.bill (id, batch, unit, path, reference, fund, payer, organisation, payer_name,
                                            due_fen)
            values (:id, :batch, :unit, cast(:path as ltree), :reference, :fund, :payer, :organisation, :name, :due)
            """;

    private static final String ADD_LINE = """
            insert into contributions.bill_line (bill, path, place, plan, fen)
            values (:bill, cast(:path as ltree), :place, :plan, :fen)
            """;

    private static final String FIND = "select" + COLUMNS + "and b.id in (:ids) order by b.id";

    private static final String BY_REFERENCE =
            "select" + COLUMNS + "and regexp_replace(b.reference, '[^0-9A-Z]', '', 'g') = :reference";

    private static final String OF_BATCH = "select" + COLUMNS + "and b.batch = :batch order by b.reference";

    private static final String OF_UNIT =
            "select" + COLUMNS + "and b.unit = :unit order by g.billed_on desc, b.id limit :max";

    private static final String OPEN = "select" + COLUMNS
            + "and b.cancelled_on is null and b.allocated_fen < b.due_fen order by g.starts_on, b.id";

    private static final String ARREARS = "select" + COLUMNS + """
            and b.cancelled_on is null and b.allocated_fen < b.due_fen and g.state = 'OPEN' and g.starts_on <= :day
            order by g.starts_on, b.id limit :max
            """;

    private static final String CANCEL = """
            update contributions.bill set cancelled_on = :day
            where batch = :batch and cancelled_on is null and allocated_fen = 0 and""" + Desk.IN;

    /** The second wall against paying a bill twice is a constraint of the table. */
    private static final String ALLOCATE = """
            update contributions.bill set allocated_fen = allocated_fen + :fen
            where id = :bill and cancelled_on is null and allocated_fen + :fen between 0 and due_fen and""" + Desk.IN;

    private static final String ALLOCATE_LINE = """
            update contributions.bill_line set allocated_fen = allocated_fen + :fen
            where bill = :bill and plan = :plan and""" + Desk.IN;

    private static final String LINES = """
            select plan, fen, allocated_fen, held_fen, refunded_fen from contributions.bill_line
            where bill = :bill and""" + Desk.IN + "order by place";

    private static final String HOLD = """
            update contributions.bill_line set held_fen = held_fen + :fen
            where bill = :bill and plan = :plan and held_fen + refunded_fen + :fen <= allocated_fen and""" + Desk.IN;

    private static final String RELEASE = """
            update contributions.bill_line set held_fen = held_fen - :fen, refunded_fen = refunded_fen + :fen
            where bill = :bill and plan = :plan and""" + Desk.IN;

    private static final String LAST_DAY = """
            select max(a.came_on) from contributions.allocation a join contributions.bill b on b.id = a.bill
            where b.batch = :batch and a.undone_at is null and""" + Desk.in("a");

    private final JdbcClient database;

    JdbcBills(JdbcClient database) {
        this.database = database;
    }

    /** A plan of a bill. */
    record Line(String plan, Money due, Money allocated, Money held, Money refunded) {

        Money open() {
            return due.minus(allocated);
        }
    }

    void add(Bill bill, Map<String, Money> plans) {
        database.sql(ADD)
                .param("id", bill.id())
                .param("batch", bill.batch())
                .param("unit", bill.unit())
                .param("path", bill.path())
                .param("reference", bill.reference())
                .param("fund", bill.fund())
                .param("payer", bill.by().payer().name())
                .param("organisation", bill.by().organisation().orElse(null), Types.OTHER)
                .param("name", bill.payerName())
                .param("due", bill.due().fen())
                .update();
        int place = 0;
        for (Map.Entry<String, Money> plan : plans.entrySet()) {
            database.sql(ADD_LINE)
                    .param("bill", bill.id())
                    .param("path", bill.path())
                    .param("place", place++)
                    .param("plan", plan.getKey())
                    .param("fen", plan.getValue().fen())
                    .update();
        }
    }

    /** Ids as PostgreSQL reads an array of them. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(joining(",", "{", "}"));
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    private StatementSpec of(String sql, UUID batch) {
        return within(sql).param("batch", batch);
    }

    List<Bill> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : within(FIND).param("ids", ids).query(JdbcBills::bill).list();
    }

    Optional<Bill> find(String reference) {
        return within(BY_REFERENCE)
                .param("reference", BillReference.compact(reference))
                .query(JdbcBills::bill)
                .optional();
    }

    List<Bill> ofBatch(UUID batch) {
        return of(OF_BATCH, batch).query(JdbcBills::bill).list();
    }

    List<Bill> ofUnit(UUID unit, int max) {
        return within(OF_UNIT)
                .param("unit", unit)
                .param("max", max)
                .query(JdbcBills::bill)
                .list();
    }

    List<Bill> open() {
        return within(OPEN).query(JdbcBills::bill).list();
    }

    List<Bill> arrears(LocalDate day, int max) {
        return within(ARREARS)
                .param("day", day)
                .param("max", max)
                .query(JdbcBills::bill)
                .list();
    }

    /** How many bills were cancelled: all of which nothing was paid. */
    int cancel(UUID batch, LocalDate day) {
        return of(CANCEL, batch).param("day", day).update();
    }

    /** Whether so much was open; below zero takes it back. */
    boolean allocate(UUID bill, Money money) {
        return within(ALLOCATE).param("bill", bill).param("fen", money.fen()).update() == 1;
    }

    void allocate(UUID bill, String plan, Money money) {
        change(ALLOCATE_LINE, bill, plan, money);
    }

    List<Line> lines(UUID bill) {
        return within(LINES)
                .param("bill", bill)
                .query((row, _) -> new Line(
                        row.getString("plan"),
                        Money.ofFen(row.getLong("fen")),
                        Money.ofFen(row.getLong("allocated_fen")),
                        Money.ofFen(row.getLong("held_fen")),
                        Money.ofFen(row.getLong("refunded_fen"))))
                .list();
    }

    /** Whether so much was paid and neither held nor given back; below zero lets go of it. */
    boolean hold(UUID bill, String plan, Money money) {
        return change(HOLD, bill, plan, money) == 1;
    }

    void release(UUID bill, String plan, Money money) {
        change(RELEASE, bill, plan, money);
    }

    /** The day on which the last of the money of a batch came; there is some. */
    LocalDate lastDay(UUID batch) {
        return within(LAST_DAY).param("batch", batch).query(LocalDate.class).single();
    }

    private int change(String sql, UUID bill, String plan, Money money) {
        return within(sql)
                .param("bill", bill)
                .param("plan", plan)
                .param("fen", money.fen())
                .update();
    }

    static Bill bill(ResultSet row, int number) throws SQLException {
        Payer payer = Payer.valueOf(row.getString("payer"));
        Optional<UUID> organisation = Optional.ofNullable(row.getObject("organisation", UUID.class));
        String name = row.getString("payer_name");
        boolean isNamed = payer == Payer.SPONSOR && organisation.isEmpty();
        return new Bill(
                row.getObject("id", UUID.class),
                row.getObject("batch", UUID.class),
                row.getString("reference"),
                row.getObject("unit", UUID.class),
                row.getString("path"),
                row.getObject("fund", UUID.class),
                new By(payer, organisation, isNamed ? Optional.of(name) : Optional.empty()),
                name,
                Money.ofFen(row.getLong("due_fen")),
                Money.ofFen(row.getLong("allocated_fen")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("cancelled_on") != null);
    }
}
