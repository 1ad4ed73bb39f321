package org.huzhu.contributions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.BankReceipts.Allocation;
import org.huzhu.contributions.BankReceipts.Deposit;
import org.huzhu.contributions.BankReceipts.Found;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What came in, and what of it was allocated. */
@Repository
class JdbcDeposits {

    private static final String COLUMNS = """
             id, fund, path::text as path, serial, day, fen, payer, remark, personal, allocated_fen, held_fen,
             refunded_fen
            from contributions.deposit where""" + Desk.IN;

    private static final String ADD = """
            insert into contributions.deposit (id, fund, path, serial, day, fen, payer, remark, personal, taken_by,
                                               taken_at)
            values (:id, :fund, cast(:path as ltree), :serial, :day, :fen, :payer, :remark, :personal, :by, :at)
            on conflict (fund, serial) do nothing
            """;

    private static final String KNOWN = "select" + COLUMNS + "and fund = :fund and serial = :serial";

    private static final String FIND = "select" + COLUMNS + "and id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String WAITING =
            "select" + COLUMNS + "and allocated_fen + held_fen + refunded_fen < fen order by day, id limit :max";

    private static final String MARK =
            "update contributions.deposit set personal = :personal where id = :id and personal <> :personal and"
                    + Desk.IN;

    private static final String ALLOCATE = """
            update contributions.deposit set allocated_fen = allocated_fen + :fen
            where id = :id and allocated_fen + held_fen + refunded_fen + :fen <= fen and""" + Desk.IN;

    private static final String HOLD = """
            update contributions.deposit set held_fen = held_fen + :fen
            where id = :id and allocated_fen + held_fen + refunded_fen + :fen <= fen and""" + Desk.IN;

    private static final String RELEASE = """
            update contributions.deposit set held_fen = held_fen - :fen, refunded_fen = refunded_fen + :fen
            where id = :id and""" + Desk.IN;

    private static final String ADD_ALLOCATION = """
            insert into contributions.allocation (id, deposit, bill, path, fen, came_on, found_by, made_by, made_at)
            values (:id, :deposit, :bill, cast(:path as ltree), :fen, :day, :found, :by, :at)
            """;

    private static final String ADD_PART = """
            insert into contributions.allocation_part (allocation, path, plan, fen)
            values (:id, cast(:path as ltree), :plan, :fen)
            """;

    private static final String ALLOCATIONS = """
            select id, deposit, bill, fen, found_by, reason from contributions.allocation where""" + Desk.IN;

    private static final String OF_EITHER = ALLOCATIONS + "and (deposit = :id or bill = :id) order by made_at, id";

    private static final String ALLOCATION = ALLOCATIONS + "and id = :id";

    private static final String PARTS =
            "select plan, fen from contributions.allocation_part where allocation = :id and" + Desk.IN;

    private static final String UNDO = """
            update contributions.allocation set undone_by = :by, undone_at = :at, reason = :reason
            where id = :id and undone_at is null and""" + Desk.IN;

    private final JdbcClient database;

    JdbcDeposits(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec of(String sql, UUID id) {
        return within(sql).param("id", id);
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    /** Whether it was not known yet. */
    boolean add(Deposit deposit, String by, OffsetDateTime at) {
        return database.sql(ADD)
                        .param("id", deposit.id())
                        .param("fund", deposit.fund())
                        .param("path", deposit.path())
                        .param("serial", deposit.serial())
                        .param("day", deposit.day())
                        .param("fen", deposit.sum().fen())
                        .param("payer", deposit.payer())
                        .param("remark", deposit.remark())
                        .param("personal", deposit.isPersonal())
                        .param("by", by)
                        .param("at", at)
                        .update()
                == 1;
    }

    Optional<Deposit> known(UUID fund, String serial) {
        return within(KNOWN)
                .param("fund", fund)
                .param("serial", serial)
                .query(JdbcDeposits::deposit)
                .optional();
    }

    Optional<Deposit> find(UUID id) {
        return of(FIND, id).query(JdbcDeposits::deposit).optional();
    }

    Optional<Deposit> lock(UUID id) {
        return of(LOCK, id).query(JdbcDeposits::deposit).optional();
    }

    List<Deposit> waiting(int max) {
        return within(WAITING).param("max", max).query(JdbcDeposits::deposit).list();
    }

    boolean mark(UUID id, boolean isPersonal) {
        return of(MARK, id).param("personal", isPersonal).update() == 1;
    }

    /** Whether so much was left; below zero takes it back. */
    boolean allocate(UUID id, Money money) {
        return of(ALLOCATE, id).param("fen", money.fen()).update() == 1;
    }

    /** Whether so much was left; below zero lets go of it. */
    boolean hold(UUID id, Money money) {
        return of(HOLD, id).param("fen", money.fen()).update() == 1;
    }

    void release(UUID id, Money money) {
        of(RELEASE, id).param("fen", money.fen()).update();
    }

    void add(Allocation allocation, String path, LocalDate came, String by, OffsetDateTime at) {
        database.sql(ADD_ALLOCATION)
                .param("id", allocation.id())
                .param("deposit", allocation.deposit())
                .param("bill", allocation.bill())
                .param("path", path)
                .param("fen", allocation.money().fen())
                .param("day", came)
                .param("found", allocation.found().name())
                .param("by", by)
                .param("at", at)
                .update();
    }

    void addPart(UUID allocation, String path, String plan, Money money) {
        database.sql(ADD_PART)
                .param("id", allocation)
                .param("path", path)
                .param("plan", plan)
                .param("fen", money.fen())
                .update();
    }

    List<Allocation> allocations(UUID depositOrBill) {
        return of(OF_EITHER, depositOrBill).query(JdbcDeposits::allocation).list();
    }

    Optional<Allocation> allocation(UUID id) {
        return of(ALLOCATION, id).query(JdbcDeposits::allocation).optional();
    }

    /** What an allocation came to for a plan. */
    record PlanPart(String plan, Money money) {}

    List<PlanPart> parts(UUID allocation) {
        return of(PARTS, allocation)
                .query((row, _) -> new PlanPart(row.getString("plan"), Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** Whether nobody had undone it. */
    boolean undo(UUID allocation, String reason, String by, OffsetDateTime at) {
        return of(UNDO, allocation)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", at)
                        .update()
                == 1;
    }

    private static Deposit deposit(ResultSet row, int number) throws SQLException {
        return new Deposit(
                row.getObject("id", UUID.class),
                row.getObject("fund", UUID.class),
                row.getString("path"),
                row.getString("serial"),
                row.getObject("day", LocalDate.class),
                Money.ofFen(row.getLong("fen")),
                row.getString("payer"),
                row.getString("remark"),
                row.getBoolean("personal"),
                Money.ofFen(row.getLong("allocated_fen")),
                Money.ofFen(row.getLong("held_fen")),
                Money.ofFen(row.getLong("refunded_fen")));
    }

    private static Allocation allocation(ResultSet row, int number) throws SQLException {
        return new Allocation(
                row.getObject("id", UUID.class),
                row.getObject("deposit", UUID.class),
                row.getObject("bill", UUID.class),
                Money.ofFen(row.getLong("fen")),
                Found.valueOf(row.getString("found_by")),
                Optional.ofNullable(row.getString("reason")));
    }
}
