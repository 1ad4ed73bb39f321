package org.huzhu.quarters.mending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.huzhu.kernel.Money;
import org.huzhu.quarters.Owes;
import org.huzhu.quarters.PaidTo;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.mending.HeldLine.Asked;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Lines that no bank takes, and what is said in their stead. */
@Repository
class JdbcMends {

    private static final String IN = " path <@ any(:reach::ltree[]) ";

    private static final String HELD = """
            from quarters.line l left join quarters.mend m on m.line = l.id and m.state = 'ASKED'
            where l.stands and not l.payable and l.due_fen > 0 and l.path <@ any(:reach::ltree[])
            """;

    private static final String SELECT = """
            select l.id, l.run, l.plan, l.year, l.quarter, l.path::text as path, l.agency, l.payee, l.card_end,
                   l.due_fen, m.id as mend, m.payee as mend_payee, m.asked_by
            """ + HELD;

    private static final String OF_RUN = SELECT + " and l.run = :run order by l.due_fen desc, l.id limit :max";
    private static final String COUNT = "select count(*) " + HELD + " and l.run = :run";
    private static final String ONE = SELECT + " and l.id = :id";
    private static final String LOCKED = ONE + " for update of l";
    private static final String OF_MEMBER = SELECT + " and l.member = :member order by l.id limit :max";

    private static final String ADD = """
            insert into quarters.mend (id, line, path, payee, asked_by, asked_at)
            values (:id, :line, cast(:path as ltree), :payee, :actor, :at)
            """;

    private static final String DECIDE = """
            update quarters.mend set state = :state, decided_by = :actor, decided_at = :at
            where line = :line and state = 'ASKED' and
            """ + IN;

    private static final String MEND = """
            update quarters.line set payee = :payee, card_end = :card_end, payable = true
            where id = :id and stands and not payable and
            """ + IN;

    private static final String FOLLOW = """
            update quarters.mend set path = house.moved(path, :old::ltree, :new::ltree)
            where path <@ :old::ltree and
            """ + IN;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcMends(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Who is to be paid, to be sealed again when keys change. */
    @Bean
    static SealedColumn quarterMends(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "quarters.mend", "id", "payee");
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    /** A line that waits, with who was to be paid, and who is said to be. */
    record Placed(HeldLine line, String path, PaidTo to, Optional<PaidTo> instead) {}

    List<Placed> ofRun(UUID run, int max) {
        return within(OF_RUN)
                .param("run", run)
                .param("max", max)
                .query(this::placed)
                .list();
    }

    int count(UUID run) {
        return within(COUNT).param("run", run).query(Integer.class).single();
    }

    Optional<Placed> one(UUID line) {
        return within(ONE).param("id", line).query(this::placed).optional();
    }

    /** The same, which nobody else changes until the transaction at hand ends. */
    Optional<Placed> locked(UUID line) {
        return within(LOCKED).param("id", line).query(this::placed).optional();
    }

    List<Placed> ofMember(UUID member, int max) {
        return within(OF_MEMBER)
                .param("member", member)
                .param("max", max)
                .query(this::placed)
                .list();
    }

    void add(UUID id, Placed line, PaidTo to, Instant at) {
        database.sql(ADD)
                .param("id", id)
                .param("line", line.line().id())
                .param("path", line.path())
                .param("payee", secrets.seal(Field.CARD, id, to.text()))
                .param("actor", Scope.required().actor())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Ends what was said; whether something was. */
    boolean decide(UUID line, String state, Instant at) {
        return within(DECIDE)
                        .param("line", line)
                        .param("state", state)
                        .param("actor", Scope.required().actor())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether it still waited. */
    boolean mend(UUID line, PaidTo to) {
        return within(MEND)
                        .param("id", line)
                        .param("payee", secrets.seal(Field.CARD, line, to.text()))
                        .param("card_end", to.cardEnd())
                        .update()
                == 1;
    }

    void follow(String from, String to) {
        within(FOLLOW).param("old", from).param("new", to).update();
    }

    private Placed placed(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PaidTo to = PaidTo.of(secrets.open(Field.CARD, id, row.getBytes("payee")));
        Optional<UUID> mend = Optional.ofNullable(row.getObject("mend", UUID.class));
        byte[] sealed = row.getBytes("mend_payee");
        Optional<PaidTo> instead = mend.map(each -> PaidTo.of(secrets.open(Field.CARD, each, sealed)));
        String by = row.getString("asked_by");
        HeldLine line = new HeldLine(
                id,
                row.getObject("run", UUID.class),
                new Quarter(row.getString("plan"), row.getInt("year"), row.getInt("quarter")),
                row.getString("agency"),
                to.name(),
                row.getString("card_end"),
                Money.ofFen(row.getLong("due_fen")),
                Owes.isName(to.name()),
                instead.map(other -> new Asked(mend.orElseThrow(), other.name(), other.cardEnd(), by)));
        return new Placed(line, row.getString("path"), to, instead);
    }
}
