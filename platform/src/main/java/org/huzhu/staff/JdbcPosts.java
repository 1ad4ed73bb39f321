package org.huzhu.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.staff.Handovers.Handover;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of posts and handovers, within a transaction that may see them. */
@Repository
class JdbcPosts {

    /** The first wall: of posts only one's own, and those in reach; row-level security is the second. */
    private static final String WITHIN = "(path <@ any(cast(:reach as ltree[])) or account::text = :actor)";

    private static final String IN_REACH = "path <@ any(cast(:reach as ltree[]))";

    private static final String HELD = "since <= :now and (until is null or until > :now)";

    private static final String COLUMNS =
            "select id, account, role, organisation, path::text as path, since, until from staff.post where ";

    private static final String FIND = COLUMNS + "id = :id and " + HELD + " and " + WITHIN;

    private static final String OF =
            COLUMNS + "account in (:accounts) and " + HELD + " and " + WITHIN + " order by since, id";

    /** Two posts of one account that exclude each other would else wait for each other, each already written. */
    private static final String ONE_BY_ONE =
            "select pg_advisory_xact_lock(hashtextextended('post of ' || cast(:account as text), 0))";

    private static final String ADD = """
            insert into staff.post (id, account, role, organisation, path, since, until, granted_by)
            values (:id, :account, :role, :organisation, cast(:path as ltree), :now, :until, :by)
            """;

    /** Locks the post, so that it is held until the transaction ends, or has ended before. */
    private static final String KEEP = """
            select id from staff.post
            where account = :account and role = :role and path = cast(:path as ltree)
              and since <= :now and (until is null or until > :now)
            for share
            """;

    private static final String END =
            "update staff.post set until = :now, ended_by = :by where id = :id and " + HELD + " and " + IN_REACH;

    private static final String END_WITHIN = "update staff.post set until = :now, ended_by = :by"
            + " where path <@ cast(:path as ltree) and " + HELD + " returning id";

    private static final String MOVE_POSTS = """
            update staff.post
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree)
            """;

    private static final String MOVE_HOMES = """
            update staff.account
            set home = house.moved(home, cast(:from as ltree), cast(:to as ltree))
            where home <@ cast(:from as ltree)
            """;

    private static final String MOVE_HANDOVERS = """
            update staff.handover
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree)
            """;

    private static final String HANDOVER_COLUMNS =
            "select id, post, path::text as path, incoming, asked_by, asked_at, reason from staff.handover where ";

    private static final String ASK = """
            insert into staff.handover (id, post, path, incoming, asked_by, asked_at, reason)
            values (:id, :post, cast(:path as ltree), :incoming, :by, :now, :reason)
            """;

    private static final String HANDOVER = HANDOVER_COLUMNS + "id = :id and decided_at is null and " + IN_REACH;

    /** Of posts that are still held: what was asked of one that ended meanwhile has nothing left to decide. */
    private static final String WAITING = HANDOVER_COLUMNS + "path <@ cast(:path as ltree) and decided_at is null and "
            + IN_REACH + " and exists (select from staff.post p where p.id = handover.post and " + HELD
            + ") order by asked_at, id";

    private static final String DECIDE = """
            update staff.handover set decided_by = :by, decided_at = :now, outcome = :outcome
            where id = :id and decided_at is null and
            """ + IN_REACH;

    private final JdbcClient database;

    JdbcPosts(JdbcClient database) {
        this.database = database;
    }

    private JdbcClient.StatementSpec limited(String sql) {
        Scope scope = Scope.required();
        return database.sql(sql).param("reach", scope.reachText()).param("actor", scope.actor());
    }

    Optional<Post> find(UUID post, Instant now) {
        return limited(FIND)
                .param("id", post)
                .param("now", at(now))
                .query((row, _) -> post(row))
                .optional();
    }

    List<Post> of(UUID account, Instant now) {
        return of(List.of(account), now);
    }

    List<Post> of(Collection<UUID> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return limited(OF)
                .param("accounts", accounts)
                .param("now", at(now))
                .query((row, _) -> post(row))
                .list();
    }

    void add(UUID id, StaffDesk.Grant grant, Instant now, String by) {
        database.sql(ONE_BY_ONE)
                .param("account", grant.account().toString())
                .query((_, _) -> 1)
                .list();
        try {
            database.sql(ADD)
                    .param("id", id)
                    .param("account", grant.account())
                    .param("role", grant.role().name())
                    .param("organisation", grant.organisation().orElse(null))
                    .param("path", grant.path())
                    .param("now", at(now))
                    .param("until", grant.until().map(JdbcPosts::at).orElse(null))
                    .param("by", by)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw broken(e);
        }
    }

    /** Whether the caller holds the post that he acts in; he then holds it until the transaction ends. */
    boolean keep(Caller caller, Instant now) {
        return database.sql(KEEP)
                .param("account", caller.account())
                .param("role", caller.role().name())
                .param("path", caller.path().orElse("-"))
                .param("now", at(now))
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    boolean end(UUID post, Instant now, String by) {
        return limited(END)
                        .param("id", post)
                        .param("now", at(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Ends all at the organisation or below, and says which they were. */
    List<UUID> endWithin(String path, Instant now, String by) {
        return database.sql(END_WITHIN)
                .param("path", path)
                .param("now", at(now))
                .param("by", by)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void move(String from, String to) {
        for (String statement : List.of(MOVE_POSTS, MOVE_HOMES, MOVE_HANDOVERS)) {
            database.sql(statement).param("from", from).param("to", to).update();
        }
    }

    void ask(Handover handover) {
        try {
            database.sql(ASK)
                    .param("id", handover.id())
                    .param("post", handover.post())
                    .param("path", handover.path())
                    .param("incoming", handover.incoming())
                    .param("by", handover.askedBy())
                    .param("now", at(handover.askedAt()))
                    .param("reason", handover.reason())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw broken(e);
        }
    }

    Optional<Handover> handover(UUID id) {
        return limited(HANDOVER)
                .param("id", id)
                .query((row, _) -> handover(row))
                .optional();
    }

    List<Handover> waiting(String path, Instant now) {
        return limited(WAITING)
                .param("path", path)
                .param("now", at(now))
                .query((row, _) -> handover(row))
                .list();
    }

    boolean decide(UUID handover, UUID by, Instant now, String outcome) {
        return limited(DECIDE)
                        .param("id", handover)
                        .param("by", by)
                        .param("now", at(now))
                        .param("outcome", outcome.toUpperCase(Locale.ROOT))
                        .update()
                == 1;
    }

    /** What a constraint of the tables says about a post. */
    private static StaffRefused broken(DataIntegrityViolationException e) {
        String saying = String.valueOf(e.getMessage());
        if (saying.contains("administrators_are_three_people")) {
            return new StaffRefused(StaffRefused.Reason.THREE_PEOPLE, e);
        }
        if (saying.contains("post_is_held_once")) {
            return new StaffRefused(StaffRefused.Reason.HELD_ALREADY, e);
        }
        if (saying.contains("handover_waits_once")) {
            return new StaffRefused(StaffRefused.Reason.WAITS_ALREADY, e);
        }
        if (saying.contains("_fkey")) {
            return new StaffRefused(StaffRefused.Reason.ABSENT, e);
        }
        throw e;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("organisation", UUID.class)),
                row.getString("path"),
                JdbcSessions.moment(row, "since").orElseThrow(),
                JdbcSessions.moment(row, "until"));
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("post", UUID.class),
                row.getString("path"),
                row.getObject("incoming", UUID.class),
                row.getObject("asked_by", UUID.class),
                JdbcSessions.moment(row, "asked_at").orElseThrow(),
                row.getString("reason"));
    }
}
