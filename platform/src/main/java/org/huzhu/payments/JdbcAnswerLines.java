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

    /** Lines that the bank numbered as it did others, before or in this answer; bank and serial find those. */
    private static final String AGAIN = """
            update payments.answer_line l set
                payment = (select y.id from payments.payment y
                           where y.payable = l.payable and y.attempt = l.attempt and y.fund = :fund
                             and y.path <@ any(cast(:reach as ltree[]))),
                fate = case when o.same then 'REPEATED' else 'DIFFERENT' end,
                why = case when o.same then null else 'SERIAL_CLASHES' end
            from (
                select l.row, bool_and(o.outcome = l.outcome and o.day = l.day
                           and (o.payable, o.attempt) is not distinct from (l.payable, l.attempt)
                           and (o.fen is null or l.fen is null or o.fen = l.fen)) as same
                from payments.answer_line l join (
                    select o.bank, o.serial, 0 as row, o.outcome, o.day, o.payable, o.attempt, o.fen
                    from payments.answer_line o
                    where o.fate in ('PAID', 'RETURNED', 'RETURNED_LATE') and o.bank = :bank
                      and o.path <@ any(cast(:reach as ltree[]))
                    union all
                    select o.bank, o.serial, o.row, o.outcome, o.day, o.payable, o.attempt, o.fen
                    from payments.answer_line o
                    where o.answer = :answer and o.outcome <> 'PENDING'
                      and o.path <@ any(cast(:reach as ltree[]))) o
                    on o.bank = l.bank and o.serial = l.serial and o.row < l.row
                where l.answer = :answer and l.path <@ any(cast(:reach as ltree[])) and l.outcome <> 'PENDING'
                group by l.row) o
            where l.answer = :answer and l.row = o.row and l.path <@ any(cast(:reach as ltree[]))
            """;

    /** Finds the order of each line, and what becomes of it. */
    private static final String JUDGE = """
            update payments.answer_line l set payment = j.payment, fate = j.fate,
                   why = case when j.fate = 'DIFFERENT' then j.why end
            from (
                select l.row, y.id as payment, c.why,
                       case when c.why is not null then 'DIFFERENT' when l.outcome = 'PENDING' then 'PENDING'
                            when l.outcome = 'RETURNED' and y.state = 'PAID' then 'RETURNED_LATE'
                            else l.outcome end as fate
                from (select distinct on (payable, attempt, case when payable is null then row end)
                             row, payable, attempt, outcome, payee, fen, day
                      from payments.answer_line where answer = :answer and fate is null
                        and path <@ any(cast(:reach as ltree[]))
                      order by payable, attempt, case when payable is null then row end, row) l
                left join payments.payment y on y.payable = l.payable and y.attempt = l.attempt and y.fund = :fund
                      and y.path <@ any(cast(:reach as ltree[]))
                cross join lateral (select case
                    when y.id is null then 'UNKNOWN_ORDER'
                    when l.fen <> y.fen then 'OTHER_SUM'
                    when l.payee <> y.payee and payments.plain_name(l.payee) <> payments.plain_name(y.payee)
                        then 'OTHER_NAME'
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
            select l.fate, l.day, l.reason, p.key, p.kind, p.reference, p.member, p.fen
            from payments.answer_line l join payments.payable p on p.id = l.payable
            where l.answer = :answer and l.row between :from and :until
              and l.fate in ('PAID', 'RETURNED', 'RETURNED_LATE') and l.path <@ any(cast(:reach as ltree[]))
            order by l.row
            """;

    private static final String LAST =
            "select coalesce(max(row), 0) from payments.answer_line where answer = :answer and" + Desk.IN;

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

    /** Finds what the bank says again. */
    void again(Source source) {
        of(AGAIN, source.answer())
                .param("bank", source.bank())
                .param("fund", source.fund())
                .update();
    }

    /** Judges the first line of each order that is not judged; says how many. */
    int judge(Source source, LocalDate today, int late) {
        return of(JUDGE, source.answer())
                .param("fund", source.fund())
                .param("today", today)
                .param("late", late)
                .update();
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

    /** The number of the last line. */
    int last(UUID answer) {
        return of(LAST, answer).query(Integer.class).single();
    }

    /** Has so many lines taken in one go from now on. */
    void expect(long rows) {
        Desk.expect(database, rows);
    }

    /** A payable that something became of. */
    record Told(boolean isPaid, PaymentNews.Item item) {}

    /** What became of the lines from one to another. */
    List<Told> news(UUID answer, int from, int until) {
        return of(NEWS, answer)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Told(
                        row.getString("fate").equals("PAID"),
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
