package org.huzhu.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.database.ManyRows;
import org.huzhu.kernel.Money;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The lines of answers, judged and applied many at a time. Of each order the first line that nobody judged is judged
 * and applied, then the next: most answers have one line for each.
 */
@Repository("paymentAnswerLines")
class JdbcAnswerLines {

    /** What an answer does not list, where it says what became of the others. */
    private static final String INFER = """
            insert into payments.answer_line (answer, row, path, bank, serial, payable, attempt, outcome, reason, day)
            select :answer, :after + row_number() over (order by y.place), cast(:path as ltree), :bank,
                   replace(y.payable::text, '-', '') || y.attempt || '/' || :outcome, y.payable, y.attempt, :outcome,
                   :reason, :day
            from payments.payment y join payments.batch b on b.id = y.batch
            where b.number = :number and y.part = :part and y.state in ('RELEASED', 'UNKNOWN')
              and y.path <@ any(cast(:reach as ltree[])) and not exists (
                  select from payments.answer_line l
                  where l.answer = :answer and l.payable = y.payable and l.attempt = y.attempt)
            """;

    private static final String MATCH = """
            update payments.answer_line l set payment = y.id from payments.payment y
            where l.answer = :answer and y.payable = l.payable and y.attempt = l.attempt and y.fund = :fund
              and y.path <@ any(cast(:reach as ltree[])) and l.path <@ any(cast(:reach as ltree[]))
            """;

    /** Lines that the bank numbered as it did others, in this answer or before. */
    private static final String AGAIN = """
            update payments.answer_line l set
                fate = case when o.same then 'REPEATED' else 'DIFFERENT' end,
                why = case when o.same then null else 'SERIAL_CLASHES' end
            from (
                select l.row, bool_and(o.outcome = l.outcome and o.day = l.day
                           and (o.payable, o.attempt) is not distinct from (l.payable, l.attempt)
                           and (o.fen is null or l.fen is null or o.fen = l.fen)) as same
                from payments.answer_line l
                join payments.answer_line o on o.bank = l.bank and o.serial = l.serial
                where l.answer = :answer and l.path <@ any(cast(:reach as ltree[])) and l.outcome <> 'PENDING'
                  and (o.fate in ('PAID', 'RETURNED', 'RETURNED_LATE')
                       or o.answer = l.answer and o.row < l.row and o.outcome <> 'PENDING')
                group by l.row) o
            where l.answer = :answer and l.row = o.row and l.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String JUDGE = """
            update payments.answer_line l set fate = j.fate, why = case when j.fate = 'DIFFERENT' then j.why end
            from (
                select l.row, c.why,
                       case when c.why is not null then 'DIFFERENT' when l.outcome = 'PENDING' then 'PENDING'
                            when l.outcome = 'RETURNED' and y.state = 'PAID' then 'RETURNED_LATE'
                            else l.outcome end as fate
                from (select distinct on (coalesce(payment, '00000000-0000-0000-0000-000000000000'),
                                          case when payment is null then row end) *
                      from payments.answer_line where answer = :answer and fate is null
                        and path <@ any(cast(:reach as ltree[]))
                      order by coalesce(payment, '00000000-0000-0000-0000-000000000000'),
                               case when payment is null then row end, row) l
                left join payments.payment y on y.id = l.payment
                cross join lateral (select case
                    when y.id is null then 'UNKNOWN_ORDER'
                    when l.fen <> y.fen then 'OTHER_SUM'
                    when payments.plain_name(l.payee) <> payments.plain_name(y.payee) then 'OTHER_NAME'
                    when l.outcome = 'PENDING' then null
                    when y.state in ('PAYABLE', 'BATCHED', 'FILED', 'REDIRECTED') then 'NOT_RELEASED'
                    when l.day > :today then 'DAY_AHEAD'
                    when y.state in ('RETURNED', 'CANCELLED') then 'RETURNED_ALREADY'
                    when y.state = 'PAID' and l.outcome = 'PAID' then 'PAID_ALREADY'
                    when y.state = 'PAID' and (l.day < y.since or l.day > y.since + cast(:late as integer))
                        then 'TOO_LATE'
                    end as why) c) j
            where l.answer = :answer and l.row = j.row and l.path <@ any(cast(:reach as ltree[]))
            """;

    private static final String APPLY = """
            update payments.payment y set state = case l.fate when 'PAID' then 'PAID' else 'RETURNED' end,
                   since = l.day, bank_reason = l.reason
            from payments.answer_line l
            where l.answer = :answer and l.payment = y.id and y.path <@ any(cast(:reach as ltree[]))
              and (l.fate in ('PAID', 'RETURNED') and y.state in ('RELEASED', 'UNKNOWN')
                   or l.fate = 'RETURNED_LATE' and y.state = 'PAID')
            """;

    private static final String COUNT_TO_APPLY = """
            select count(*) from payments.answer_line
            where answer = :answer and fate in ('PAID', 'RETURNED', 'RETURNED_LATE') and""" + Desk.IN;

    private static final String MOVES = """
            select l.fate, l.day, sum(y.fen) as fen
            from payments.answer_line l join payments.payment y on y.id = l.payment
            where l.answer = :answer and l.fate in ('PAID', 'RETURNED', 'RETURNED_LATE')
              and l.path <@ any(cast(:reach as ltree[]))
            group by l.fate, l.day order by l.day, l.fate
            """;

    private static final String REFUSE = """
            update payments.answer_line set fate = 'DIFFERENT', why = 'WRONG_TOTAL'
            where answer = :answer and""" + Desk.IN;

    private static final String NEWS = """
            select l.row, l.day, l.reason, p.key, p.kind, p.reference, p.member, p.fen
            from payments.answer_line l join payments.payable p on p.id = l.payable
            where l.answer = :answer and l.fate in (:fates) and l.row > :after
              and l.path <@ any(cast(:reach as ltree[]))
            order by l.row limit :max
            """;

    private final JdbcClient database;
    private final JdbcOperations plain;

    JdbcAnswerLines(JdbcClient database, JdbcOperations plain) {
        this.database = database;
        this.plain = plain;
    }

    private StatementSpec of(String sql, UUID answer) {
        return database.sql(sql).param("reach", Desk.reach()).param("answer", answer);
    }

    /** Whose answer it is. */
    record Source(UUID answer, UUID fund, String path, String bank) {}

    void add(Source source, List<AnswerLine> lines) {
        plain.execute((ConnectionCallback<Boolean>) connection -> {
            ManyRows.<AnswerLine>of("payments.answer_line")
                    .column("answer", "uuid", _ -> source.answer())
                    .column("row", "integer", AnswerLine::row)
                    .column("path", "ltree", _ -> source.path())
                    .column("bank", "text", _ -> source.bank())
                    .column("serial", "text", AnswerLine::serial)
                    .column(
                            "payable",
                            "uuid",
                            line -> reference(line).map(PayReference::payable).orElse(null))
                    .column(
                            "attempt",
                            "smallint",
                            line -> reference(line)
                                    .map(JdbcAnswerLines::attempt)
                                    .orElse(null))
                    .column("outcome", "text", line -> line.outcome().name())
                    .column("reason", "text", line -> line.reason().orElse(null))
                    .column("payee", "text", line -> line.name().orElse(null))
                    .column("fen", "bigint", line -> line.sum().map(Money::fen).orElse(null))
                    .column("day", "date", AnswerLine::day)
                    .add(connection, lines);
            return true;
        });
    }

    private static Optional<PayReference> reference(AnswerLine line) {
        return PayReference.of(line.reference());
    }

    private static Short attempt(PayReference reference) {
        return (short) reference.attempt();
    }

    /** Adds a line for each order of a file that is not listed; says how many. */
    int infer(
            Source source,
            String number,
            int part,
            Outcome outcome,
            Optional<String> reason,
            LocalDate day,
            int after) {
        return of(INFER, source.answer())
                .param("path", source.path())
                .param("bank", source.bank())
                .param("number", number)
                .param("part", part)
                .param("outcome", outcome.name())
                .param("reason", reason.orElse(null))
                .param("day", day)
                .param("after", after)
                .update();
    }

    /** Finds the order of each line, and what the bank says again. */
    void match(Source source) {
        of(MATCH, source.answer()).param("fund", source.fund()).update();
        of(AGAIN, source.answer()).update();
    }

    /** Judges the first line of each order that is not judged; says how many. */
    int judge(UUID answer, LocalDate today, int late) {
        return of(JUDGE, answer).param("today", today).param("late", late).update();
    }

    int apply(UUID answer) {
        return of(APPLY, answer).update();
    }

    /** How many lines were judged so that they change something. */
    int toApply(UUID answer) {
        return of(COUNT_TO_APPLY, answer).query(Integer.class).single();
    }

    void refuse(UUID answer) {
        of(REFUSE, answer).update();
    }

    /** What moves for one fate on one day. */
    record Moved(String fate, LocalDate day, Money sum) {}

    List<Moved> moves(UUID answer) {
        return of(MOVES, answer)
                .query((row, _) -> new Moved(
                        row.getString("fate"), row.getObject("day", LocalDate.class), Money.ofFen(row.getLong("fen"))))
                .list();
    }

    /** A payable that something became of, and where the answer says so. */
    record Told(int row, PaymentNews.Item item) {}

    List<Told> news(UUID answer, List<String> fates, int after, int max) {
        return of(NEWS, answer)
                .param("fates", fates)
                .param("after", after)
                .param("max", max)
                .query((row, _) -> new Told(
                        row.getInt("row"),
                        new PaymentNews.Item(
                                row.getString("key"),
                                row.getString("kind"),
                                row.getObject("reference", UUID.class),
                                Optional.ofNullable(row.getObject("member", UUID.class)),
                                Money.ofFen(row.getLong("fen")),
                                row.getObject("day", LocalDate.class),
                                Optional.ofNullable(row.getString("reason")))))
                .list();
    }
}
