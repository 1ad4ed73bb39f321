package org.huzhu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huzhu.database.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAuditRecords implements AuditSearch {

    private static final String FIND = """
            select seq, at, actor, path::text as path, action, kind, object, outcome, reason, before, after, request,
                   origin
            from audit.record
            where path <@ any (cast(:reach as ltree[]))
              and (cast(:actor as text) is null or actor = :actor)
              and (cast(:object as text) is null or object = :object)
              and (cast(:action as text) is null or action = :action)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:until as timestamptz) is null or at < :until)
              and (cast(:before as bigint) is null or seq < :before)
            order by seq desc
            limit :count
            """;

    private final JdbcClient database;
    private final ZoneId zone;

    JdbcAuditRecords(JdbcClient database, Clock clock) {
        this.database = database;
        this.zone = clock.getZone();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRecord> find(Question question) {
        Scope scope = Scope.current().orElseThrow(() -> new IllegalStateException("Nobody's scope is said"));
        return database.sql(FIND)
                .param("reach", scope.reachText())
                .param("actor", question.actor().orElse(null))
                .param("object", question.object().orElse(null))
                .param("action", question.action().orElse(null))
                .param("from", question.from().map(this::startOf).orElse(null))
                .param("until", question.until().map(this::startOf).orElse(null))
                .param(
                        "before",
                        question.before().isPresent() ? question.before().getAsLong() : null)
                .param("count", Math.min(question.count(), PAGE_RECORDS_MAX))
                .query((row, _) -> record(row))
                .list();
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    static AuditRecord record(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                new Deed(
                        row.getString("action"),
                        row.getString("kind"),
                        row.getString("object"),
                        Deed.Outcome.valueOf(row.getString("outcome")),
                        text(row, "reason"),
                        text(row, "before"),
                        text(row, "after"),
                        Optional.of(row.getString("path"))),
                new Origin(row.getString("request"), row.getString("origin")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return Optional.ofNullable(text);
    }
}
