package org.huzhu.database;

import java.lang.ScopedValue.CallableOp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.kernel.Require;

/**
 * On whose behalf a transaction runs, and whose data it may see: that of organisations and all below them, and that of
 * one member.
 *
 * <p>Each transaction hands it to PostgreSQL, whose row-level security refuses all else. Where nobody has said a scope,
 * the first query on a guarded table fails.
 *
 * @param actor who acts, as the audit trail names him: the id of an account or of a member, or {@code system}
 * @param reach the paths of organisations; of each, all below is in reach too
 * @param member the member himself, where a member acts
 */
public record Scope(String actor, List<String> reach, Optional<UUID> member) {

    private static final String TELL = """
            select set_config('huzhu.actor', ?, true), set_config('huzhu.reach', ?, true),
                   set_config('huzhu.member', ?, true)
            """;

    /** The path of which every other is part. */
    private static final String ALL = "";

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    public Scope {
        reach = List.copyOf(reach);
        for (String path : reach) {
            Require.that(path.chars().allMatch(Scope::isOfPath), "'%s' is no path of an organisation", path);
        }
    }

    private static boolean isOfPath(int sign) {
        return Character.isLetterOrDigit(sign) || sign == '.' || sign == '_';
    }

    /** All there is: for work that no person asked for. */
    public static Scope ofSystem() {
        return new Scope("system", List.of(ALL), Optional.empty());
    }

    /** No organisation and no member: for whoever has not signed in. */
    public static Scope ofNobody() {
        return new Scope("nobody", List.of(), Optional.empty());
    }

    /** The same actor, with all there is in reach: for what he causes and may not see. */
    public Scope everywhere() {
        return new Scope(actor, List.of(ALL), Optional.empty());
    }

    /** Whether the organisation with the path is in reach. */
    public boolean reaches(String path) {
        return reach.stream()
                .anyMatch(above -> above.equals(ALL) || path.equals(above) || path.startsWith(above + "."));
    }

    /** Tells PostgreSQL, for the transaction that the connection is in. */
    public void tell(Connection connection) throws SQLException {
        tellAfter("", connection);
    }

    /** The same, once PostgreSQL has done something else: it is asked for both at once. */
    public void tellAfter(String statements, Connection connection) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(statements + TELL)) {
            tell.setString(1, actor);
            tell.setString(2, reachText());
            tell.setString(3, member.map(UUID::toString).orElse(""));
            tell.execute();
        }
    }

    /** The reach as PostgreSQL reads an array of {@code ltree}. */
    public String reachText() {
        return reach.stream().map(path -> '"' + path + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** The scope of the work at hand; empty where nobody has said one. */
    public static Optional<Scope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * The scope of the work at hand, where there must be one.
     *
     * @throws IllegalStateException if nobody has said on whose behalf it runs
     */
    public static Scope required() {
        return current().orElseThrow(() -> new IllegalStateException("Nobody has said on whose behalf this runs"));
    }

    /** Does the work within this scope. */
    public <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Does the work within this scope. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}
