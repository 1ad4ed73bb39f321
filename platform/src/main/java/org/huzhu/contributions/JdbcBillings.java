package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Dues.Due;
import org.huzhu.enrolment.Dues.PlanDue;
import org.huzhu.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Batches that were billed, who is in them, how far they have come, and the receipts of their bills. */
@Repository
class JdbcBillings {

    private static final String ADD_BILLING = """
            insert into contributions.billing (batch, number, unit, path, starts_on, due_fen, billed_on, state)
            values (:batch, :number, :unit, cast(:path as ltree), :startsOn, :due, :day, 'OPEN')
            """;

    private static final String ADD_BILLING_LINE = """
            insert into contributions.billing_line (batch, path, plan, funding, heads, fen)
            values (:batch, cast(:path as ltree), :plan, :funding, :heads, :fen)
            """;

    /** Whoever changes the money of a batch waits here for whoever else does. */
    private static final String LOCK = """
            select batch, state from contributions.billing
            where batch in (:batches) and""" + Desk.IN + "order by batch for update";

    private static final String STATE =
            "select state, path::text as path, covered_from, earned_on from contributions.billing"
                    + " where batch = :batch and"
                    + Desk.IN;

    private static final String PAY = """
            update contributions.billing set state = 'PAID', paid_on = :paid, covered_from = :from
            where batch = :batch and state = 'OPEN' and""" + Desk.IN;

    private static final String TO_EARN = """
            select batch from contributions.billing
            where state = 'PAID' and earned_on is null
              and covered_from <= :day and""" + Desk.IN + "order by batch for update skip locked";

    private static final String EARN = """
            update contributions.billing set earned_on = :day
            where batch = :batch and state = 'PAID' and earned_on is null and""" + Desk.IN;

    private static final String TAKE_BACK = """
            update contributions.billing set state = 'TAKEN_BACK', paid_on = null, covered_from = null
            where batch = :batch and earned_on is null and""" + Desk.IN;

    private static final String COUNT = """
            insert into contributions.receipt_count as counted (fund, year, path, last)
            values (:fund, :year, cast(:path as ltree), 1)
            on conflict (fund, year) do update set last = counted.last + 1
            returning last
            """;

    private static final String GIVE = """
            insert into contributions.receipt (fund, year, sequence, path, bill, given_on)
            values (:fund, :year, :sequence, cast(:path as ltree), :bill, :day)
            """;

    private static final String RECEIPT = """
            select year, sequence, given_on from contributions.receipt
            where bill = :bill and voided_on is null and""" + Desk.IN;

    private static final String VOID = """
            update contributions.receipt set voided_on = :day where bill = :bill and voided_on is null and""" + Desk.IN;

    private final JdbcClient database;

    JdbcBillings(JdbcClient database) {
        this.database = database;
    }

    /** How far a batch has come: {@code OPEN}, {@code PAID} or {@code TAKEN_BACK}. */
    record Standing(String state, String path, Optional<LocalDate> coveredFrom, boolean isEarned) {

        boolean isPaid() {
            return state.equals("PAID");
        }
    }

    void add(Due due, LocalDate day) {
        StatementSpec billing = database.sql(ADD_BILLING)
                .param("batch", due.batch())
                .param("number", due.number())
                .param("unit", due.unit())
                .param("path", due.path())
                .param("startsOn", due.startsOn())
                .param(
                        "due",
                        Money.sum(due.plans().stream().map(PlanDue::sum).toList())
                                .fen())
                .param("day", day);
        billing.update();
        for (PlanDue plan : due.plans()) {
            database.sql(ADD_BILLING_LINE)
                    .param("batch", due.batch())
                    .param("path", due.path())
                    .param("plan", plan.plan())
                    .param("funding", plan.funding().name())
                    .param("heads", plan.heads())
                    .param("fen", plan.sum().fen())
                    .update();
        }
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    private StatementSpec of(String sql, UUID batch) {
        return within(sql).param("batch", batch);
    }

    void lock(Collection<UUID> batches) {
        if (!batches.isEmpty()) {
            within(LOCK)
                    .param("batches", batches)
                    .query((row, _) -> row.getString("state"))
                    .list();
        }
    }

    Optional<Standing> standing(UUID batch) {
        return of(STATE, batch)
                .query((row, _) -> new Standing(
                        row.getString("state"),
                        row.getString("path"),
                        Optional.ofNullable(row.getObject("covered_from", LocalDate.class)),
                        row.getObject("earned_on") != null))
                .optional();
    }

    boolean pay(UUID batch, LocalDate paid, LocalDate from) {
        return of(PAY, batch).param("paid", paid).param("from", from).update() == 1;
    }

    /** Batches whose cover has started by the day and that are no income yet; whoever else does the same has others. */
    List<UUID> toEarn(LocalDate day) {
        return within(TO_EARN)
                .param("day", day)
                .query((row, _) -> row.getObject("batch", UUID.class))
                .list();
    }

    boolean earn(UUID batch, LocalDate day) {
        return of(EARN, batch).param("day", day).update() == 1;
    }

    boolean takeBack(UUID batch) {
        return of(TAKE_BACK, batch).update() == 1;
    }

    /** The number of a receipt, and its day. */
    record Numbered(int year, int sequence, LocalDate givenOn) {}

    /** Gives a receipt for a bill; whoever gives one from the same fund waits, so that no number is left out. */
    void give(Bill bill, String fundPath, LocalDate day) {
        int sequence = database.sql(COUNT)
                .param("fund", bill.fund())
                .param("year", day.getYear())
                .param("path", fundPath)
                .query(Integer.class)
                .single();
        database.sql(GIVE)
                .param("fund", bill.fund())
                .param("year", day.getYear())
                .param("sequence", sequence)
                .param("path", bill.path())
                .param("bill", bill.id())
                .param("day", day)
                .update();
    }

    Optional<Numbered> receipt(UUID bill) {
        return within(RECEIPT)
                .param("bill", bill)
                .query((row, _) -> new Numbered(
                        row.getInt("year"), row.getInt("sequence"), row.getObject("given_on", LocalDate.class)))
                .optional();
    }

    void voidReceipt(UUID bill, LocalDate day) {
        within(VOID).param("bill", bill).param("day", day).update();
    }
}
