package org.huzhu.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each service of this room has at hand: who may do it, what was done, which day it is, what the next id is. */
@Component("paymentsAtHand")
class Desk {

    /** The first of two walls: what each query on one table says; row-level security is the second. */
    static final String IN = " path <@ any(cast(:reach as ltree[])) ";

    /** More rows than this are joined whole. */
    private static final int ONE_BY_ONE_MAX = 50;

    private static final String WHOLE =
            "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)";

    private static final String AS_USUAL = """
            select set_config(name, reset_val || coalesce(unit, ''), true) from pg_settings
            where name in ('enable_nestloop', 'work_mem')
            """;

    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final Chance chance;

    Desk(Access access, AuditTrail trail, Clock clock, Chance chance) {
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.chance = chance;
    }

    /** The value of {@code :reach}. */
    static String reach() {
        return Scope.required().reachText();
    }

    static String actor() {
        return Scope.required().actor();
    }

    /**
     * Has the database join so many rows whole, not one by one, in what follows within the transaction: rows of this
     * very transaction are in no statistics, so it would take 400,000 of them for one.
     */
    static void expect(JdbcClient database, long rows) {
        database.sql(rows > ONE_BY_ONE_MAX ? WHOLE : AS_USUAL).query(_ -> {});
    }

    void require(Caller caller, Operation operation, String path) {
        access.require(caller, operation, path);
    }

    /** Lets the operation pass on all that the caller reaches. */
    void require(Caller caller, Operation operation) {
        access.require(caller, operation, caller.path().orElse(""));
    }

    void done(String action, String kind, UUID id, String path) {
        trail.record(deed(action, kind, id, path));
    }

    void done(String action, String kind, UUID id, String path, String reason) {
        trail.record(deed(action, kind, id, path).because(reason));
    }

    private static Deed deed(String action, String kind, UUID id, String path) {
        return Deed.done(action, kind, id.toString()).at(path);
    }

    OffsetDateTime moment() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    UUID freshId() {
        return chance.id(clock.instant());
    }

    /** A reason of a person, without blanks around it. */
    static String reason(String given) {
        return Optional.of(given.strip())
                .filter(text -> text.length() >= 2 && text.length() <= 300)
                .orElseThrow(() -> new PaymentRefused(PaymentRefused.Reason.REASON_MISSING));
    }
}
