package org.huzhu.claims.promptness;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.claims.ReviewStep;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The clocks of claims, and who was told of them. */
@Repository
class JdbcPromptness {

    private static final String OWED = """
            select subpath(c.path, 0, least(nlevel(c.path), 2))::text as agency, c.complete_on, c.stood_days,
                   array_agg(o.key) as keys
            from claims.claim c join claims.owed o on o.claim = c.id and o.fen > 0 and o.path <@ any(:reach::ltree[])
            where c.state = 'APPROVED' and c.decided_at >= :since and c.path <@ any(:reach::ltree[])
            group by c.id order by c.decided_at desc limit :max
            """;

    private static final String OPEN = """
            select step, complete_on, stood_days, (turn_since at time zone :zone)::date as since, count(*) as claims
            from claims.claim where state = 'FILED' and path <@ any(:reach::ltree[])
            group by 1, 2, 3, 4
            """;

    private static final String DUE = """
            select id, step, turn::text as turn, due_on from claims.claim
            where state = 'FILED' and due_on <= :until and path <@ any(:reach::ltree[])
            order by due_on, id
            """;

    private static final String REMIND = """
            insert into claims.reminder (claim, path, member, entered_by, due_on, past, told, role, told_on)
            select c.id, c.path, c.member, c.entered_by, c.due_on, :past, cast(:told as ltree), :role, :today
            from claims.claim c where c.id = :claim and c.path <@ any(:reach::ltree[])
            on conflict (claim, due_on, past, told, role) do nothing
            """;

    private static final String TOLD = """
            select c.id, c.number, c.step, c.due_on, bool_or(r.past) as past
            from claims.reminder r join claims.claim c on c.id = r.claim and c.due_on = r.due_on and c.state = 'FILED'
            where r.told = cast(:told as ltree) and r.role = :role
              and (r.past or c.turn = r.told)
              and r.path <@ any(:reach::ltree[]) and c.path <@ any(:reach::ltree[])
            group by c.id order by c.due_on, c.number limit :max
            """;

    private final JdbcClient database;

    JdbcPromptness(JdbcClient database) {
        this.database = database;
    }

    /** What was owed for a claim, and from when its days count. */
    record Owed(String agency, LocalDate completeOn, int stoodDays, List<String> keys) {}

    /** So many claims that are open at a step. */
    record Open(ReviewStep step, LocalDate completeOn, int stoodDays, LocalDate since, int claims) {}

    /** A claim that is due, and whose turn it is. */
    record Due(UUID claim, ReviewStep step, String turn, LocalDate on) {}

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    List<Owed> owed(Instant since, int max) {
        return within(OWED)
                .param("since", Timestamp.from(since))
                .param("max", max)
                .query((row, _) -> new Owed(
                        row.getString("agency"),
                        row.getObject("complete_on", LocalDate.class),
                        row.getInt("stood_days"),
                        List.of((String[]) row.getArray("keys").getArray())))
                .list();
    }

    List<Open> open(ZoneId zone) {
        return within(OPEN)
                .param("zone", zone.getId())
                .query((row, _) -> new Open(
                        ReviewStep.valueOf(row.getString("step")),
                        row.getObject("complete_on", LocalDate.class),
                        row.getInt("stood_days"),
                        row.getObject("since", LocalDate.class),
                        row.getInt("claims")))
                .list();
    }

    List<Due> due(LocalDate until) {
        return within(DUE)
                .param("until", until)
                .query((row, _) -> new Due(
                        row.getObject("id", UUID.class),
                        ReviewStep.valueOf(row.getString("step")),
                        row.getString("turn"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** Whether he was not told before. */
    boolean remind(UUID claim, boolean isPast, String told, Role role, LocalDate today) {
        return within(REMIND)
                        .param("claim", claim)
                        .param("past", isPast)
                        .param("told", told)
                        .param("role", role.name())
                        .param("today", today)
                        .update()
                == 1;
    }

    List<Reminder> told(String told, Role role, int max) {
        return within(TOLD)
                .param("told", told)
                .param("role", role.name())
                .param("max", max)
                .query((row, _) -> new Reminder(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        ReviewStep.valueOf(row.getString("step")),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("past")))
                .list();
    }
}
