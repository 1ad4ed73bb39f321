package org.huzhu.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.routing.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How claims go on. Each change names the state and the version that it is a change from, and says whether it was. */
@Repository
class JdbcTurns {

    private static final String FILE = """
            update claims.claim
            set state = 'FILED', step = :step, turn = cast(:turn as ltree), turn_since = :at,
                filed_at = coalesce(filed_at, :at), complete_on = coalesce(complete_on, :on), due_on = :due,
                stopped_on = null, stood_days = stood_days + :stood, version = version + 1
            where id = :id and version = :version and state in ('DRAFT', 'RETURNED') and
            """ + Reach.IN;

    private static final String PASS = """
            update claims.claim set step = :step, turn = cast(:turn as ltree), turn_since = :at
            where id = :id and version = :version and state = 'FILED' and step = :from and
            """ + Reach.IN;

    private static final String GIVE_BACK = """
            update claims.claim set state = 'RETURNED', step = null, turn = null, turn_since = null, stopped_on = :on
            where id = :id and version = :version and state = 'FILED' and step = :from and
            """ + Reach.IN;

    private static final String DECIDE = """
            update claims.claim
            set state = :state, step = null, turn = null, turn_since = null, decided_at = :at
            where id = :id and version = :version and state = 'FILED' and step = :from and
            """ + Reach.IN;

    private static final String WITHDRAW = """
            update claims.claim
            set state = 'WITHDRAWN', step = null, turn = null, turn_since = null, stopped_on = null, decided_at = :at
            where id = :id and version = :version and state in ('FILED', 'RETURNED') and
            """ + Reach.IN;

    private static final String REOPEN = """
            update claims.claim
            set state = 'FILED', step = :step, turn = cast(:turn as ltree), turn_since = :at, round = round + 1,
                version = version + 1, complete_on = :on, due_on = :due, stood_days = 0, decided_at = null
            where id = :id and version = :version and state in ('APPROVED', 'REFUSED') and
            """ + Reach.IN;

    private static final String CLOCK =
            "select complete_on, stopped_on, stood_days from claims.claim where id = :id and " + Reach.IN;

    private final JdbcClient database;

    JdbcTurns(JdbcClient database) {
        this.database = database;
    }

    /** The clock of a claim: from when, and how many working days it has stood still. */
    record Clock(LocalDate completeOn, Optional<LocalDate> stoppedOn, int stoodDays) {}

    boolean file(Claim claim, Turn turn, LocalDate due, int stood, Instant at, LocalDate on) {
        return of(FILE, claim)
                        .param("step", turn.step().name())
                        .param("turn", turn.path())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("on", on)
                        .param("due", due)
                        .param("stood", stood)
                        .update()
                == 1;
    }

    boolean pass(Claim claim, ReviewStep from, Turn turn, Instant at) {
        return of(PASS, claim)
                        .param("from", from.name())
                        .param("step", turn.step().name())
                        .param("turn", turn.path())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean giveBack(Claim claim, ReviewStep from, LocalDate on) {
        return of(GIVE_BACK, claim).param("from", from.name()).param("on", on).update() == 1;
    }

    boolean decide(Claim claim, ReviewStep from, boolean isApproved, Instant at) {
        return of(DECIDE, claim)
                        .param("from", from.name())
                        .param("state", isApproved ? "APPROVED" : "REFUSED")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean withdraw(Claim claim, Instant at) {
        return of(WITHDRAW, claim).param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    boolean reopen(Claim claim, Turn turn, LocalDate due, Instant at, LocalDate on) {
        return of(REOPEN, claim)
                        .param("step", turn.step().name())
                        .param("turn", turn.path())
                        .param("due", due)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("on", on)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(String sql, Claim claim) {
        return Reach.limited(database, sql).param("id", claim.id()).param("version", claim.version());
    }

    /** Empty where it was never handed in. */
    Optional<Clock> clock(UUID id) {
        return Reach.limited(database, CLOCK)
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getObject("complete_on", LocalDate.class))
                        .map(complete -> clock(complete, row)))
                .single();
    }

    private static Clock clock(LocalDate complete, ResultSet row) {
        try {
            return new Clock(
                    complete,
                    Optional.ofNullable(row.getObject("stopped_on", LocalDate.class)),
                    row.getInt("stood_days"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
