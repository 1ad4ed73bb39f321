package org.huzhu.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcAuditTrail implements AuditTrail {

    private static final String ADD = """
            insert into audit.record
                (at, actor, path, action, kind, object, outcome, reason, before, after, request, origin)
            values (:at, :actor, cast(:path as ltree), :action, :kind, :object, :outcome, :reason, :before, :after,
                    :request, :origin)
            """;

    private final JdbcClient database;
    private final ApartDatabase apart;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient database, ApartDatabase apart, Clock clock) {
        this.database = database;
        this.apart = apart;
        this.clock = clock;
    }

    @Override
    public void record(Deed deed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s of %s is recorded outside a transaction".formatted(deed.action(), deed.object()));
        }
        add(database, deed, scope());
    }

    @Override
    public void recordApart(Deed deed) {
        Scope scope = scope();
        apart.within(scope, other -> add(other, deed, scope));
    }

    private static Scope scope() {
        return Scope.current().orElseThrow(() -> new IllegalStateException("A deed is recorded without a scope"));
    }

    private void add(JdbcClient where, Deed deed, Scope scope) {
        Origin origin = Origin.current();
        where.sql(ADD)
                .param("at", Moments.exact(clock.instant()).atOffset(ZoneOffset.UTC))
                .param("actor", scope.actor())
                .param("path", deed.path().orElseGet(() -> usualPath(scope)))
                .param("action", deed.action())
                .param("kind", deed.kind())
                .param("object", deed.object())
                .param("outcome", deed.outcome().name())
                .param("reason", deed.reason().orElse(null))
                .param("before", deed.before().orElse(null))
                .param("after", deed.after().orElse(null))
                .param("request", origin.request())
                .param("origin", origin.address())
                .update();
    }

    /** That of the actor's post; the society's own where he has none. */
    private static String usualPath(Scope scope) {
        return scope.reach().isEmpty() ? "" : scope.reach().getFirst();
    }
}
