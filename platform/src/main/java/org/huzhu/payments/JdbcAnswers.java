package org.huzhu.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Money;
import org.huzhu.payments.AnswerDesk.Difference;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.AnswerDesk.Why;
import org.huzhu.payments.JdbcAnswerLines.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The answers of banks, and what of them contradicts what is known. */
@Repository("paymentAnswers")
class JdbcAnswers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Answers of a fund are taken one after the other. */
    private static final String LOCK =
            "select layout from payments.bank_account where fund = :fund and" + Desk.IN + "for update";

    private static final String ADD = """
            insert into payments.answer (id, fund, path, sha256, lines, taken_by, taken_at)
            values (:id, :fund, cast(:path as ltree), :sha, 0, :by, :at)
            """;

    private static final String SELECT = """
            select id, taken_at, lines, paid, returned, pending, repeated, different
            from payments.answer where""" + Desk.IN;

    private static final String KNOWN = SELECT + "and fund = :fund and sha256 = :sha";

    private static final String LATEST = SELECT + "order by taken_at desc, id limit :max";

    private static final String FIND = SELECT + "and id = :id";

    private static final String COUNT = """
            update payments.answer a set lines = c.lines, paid = c.paid, returned = c.returned, pending = c.pending,
                   repeated = c.repeated, different = c.different
            from (select count(*) as lines, count(*) filter (where fate = 'PAID') as paid,
                         count(*) filter (where fate in ('RETURNED', 'RETURNED_LATE')) as returned,
                         count(*) filter (where fate = 'PENDING') as pending,
                         count(*) filter (where fate = 'REPEATED') as repeated,
                         count(*) filter (where fate = 'DIFFERENT') as different
                  from payments.answer_line where answer = :id) c
            where a.id = :id and a.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String ADD_DIFFERENCES = """
            insert into payments.difference (id, answer, row, path, why, payment, outcome, fen, day, found_at)
            select gen_random_uuid(), answer, row, path, why, payment, outcome, fen, day, :at from payments.answer_line
            where answer = :id and fate = 'DIFFERENT' and""" + Desk.IN;

    private static final String ADD_DIFFERENCE = """
            insert into payments.difference (id, answer, path, why, day, found_at)
            values (gen_random_uuid(), :id, cast(:path as ltree), :why, :day, :at)
            """;

    private static final String DIFFERENCES = """
            select d.id, d.path::text as path, d.row, d.why, p.key, d.outcome, d.fen, d.day
            from payments.difference d left join payments.payment y on y.id = d.payment
            left join payments.payable p on p.id = y.payable
            where d.path <@ any(cast(:reach as ltree[])) and d.resolved_at is null
            """;

    private static final String OPEN = DIFFERENCES + "order by d.found_at, d.row, d.id limit :max";

    private static final String DIFFERENCE = DIFFERENCES + "and d.id = :id";

    private static final String RESOLVE = """
            update payments.difference set resolved_by = :by, resolved_at = :at, resolution = :resolution
            where id = :id and resolved_at is null and""" + Desk.IN;

    private static final String FILE = """
            select b.number, f.part, f.orders, f.fen from payments.file f join payments.batch b on b.id = f.batch
            where b.number || '-' || f.part = :file and b.number = split_part(:file, '-', 1) and b.fund = :fund
              and f.path <@ any(cast(:reach as ltree[]))
            """;

    private final JdbcClient database;

    JdbcAnswers(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Desk.reach());
    }

    /** The form in which the bank of a fund answers. */
    Optional<String> lock(UUID fund) {
        return within(LOCK).param("fund", fund).query(String.class).optional();
    }

    Optional<Taken> known(UUID fund, String sha256) {
        return within(KNOWN)
                .param("fund", fund)
                .param("sha", HexFormat.of().parseHex(sha256))
                .query((row, _) -> taken(row, true))
                .optional();
    }

    void add(Source source, String sha256, OffsetDateTime at) {
        database.sql(ADD)
                .param("id", source.answer())
                .param("fund", source.fund())
                .param("path", source.path())
                .param("sha", HexFormat.of().parseHex(sha256))
                .param("by", Desk.actor())
                .param("at", at)
                .update();
    }

    /** Counts what the lines came to, and keeps what contradicts. */
    Taken count(UUID answer) {
        within(COUNT).param("id", answer).update();
        return within(FIND)
                .param("id", answer)
                .query((row, _) -> taken(row, false))
                .single();
    }

    void addDifferences(UUID answer, OffsetDateTime at) {
        within(ADD_DIFFERENCES).param("id", answer).param("at", at).update();
    }

    void addWrongTotal(Source source, LocalDate day, OffsetDateTime at) {
        database.sql(ADD_DIFFERENCE)
                .param("id", source.answer())
                .param("path", source.path())
                .param("why", Why.WRONG_TOTAL.name())
                .param("day", day)
                .param("at", at)
                .update();
    }

    List<Taken> latest(int max) {
        return within(LATEST)
                .param("max", max)
                .query((row, _) -> taken(row, true))
                .list();
    }

    List<Difference> differences(int max) {
        return within(OPEN).param("max", max).query(JdbcAnswers::difference).list();
    }

    Optional<Difference> difference(UUID id) {
        return within(DIFFERENCE).param("id", id).query(JdbcAnswers::difference).optional();
    }

    boolean resolve(UUID id, String resolution, OffsetDateTime at) {
        return within(RESOLVE)
                        .param("id", id)
                        .param("resolution", resolution)
                        .param("by", Desk.actor())
                        .param("at", at)
                        .update()
                == 1;
    }

    /** A file of ours that an answer names. */
    record Sent(String number, int part, long orders, Money sum) {}

    Optional<Sent> sent(UUID fund, String file) {
        return within(FILE)
                .param("fund", fund)
                .param("file", file)
                .query((row, _) -> new Sent(
                        row.getString("number"),
                        row.getInt("part"),
                        row.getLong("orders"),
                        Money.ofFen(row.getLong("fen"))))
                .optional();
    }

    private static Taken taken(ResultSet row, boolean isKnown) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("taken_at", OffsetDateTime.class)
                        .atZoneSameInstant(CHINA)
                        .toLocalDate(),
                isKnown,
                row.getInt("lines"),
                row.getInt("paid"),
                row.getInt("returned"),
                row.getInt("pending"),
                row.getInt("repeated"),
                row.getInt("different"));
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getObject("id", UUID.class),
                row.getString("path"),
                Optional.ofNullable(row.getObject("row", Integer.class)),
                Why.valueOf(row.getString("why")),
                Optional.ofNullable(row.getString("key")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getObject("fen", Long.class)).map(Money::ofFen),
                row.getObject("day", LocalDate.class));
    }
}
