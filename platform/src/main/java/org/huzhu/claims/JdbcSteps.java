package org.huzhu.claims;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.StepTaken.What;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with claims. */
@Repository
class JdbcSteps {

    private static final String ADD = """
            insert into claims.step (id, claim, place, path, member, entered_by, round, what, step, actor, at, version,
                subjects, said)
            select :id, c.id, (select count(*) + 1 from claims.step s where s.claim = c.id), c.path, c.member,
                   c.entered_by, c.round, :what, :step, :by, :at, c.version, :subjects::text[], :said
            from claims.claim c where c.id = :claim and
            """ + Reach.OF_CLAIM;

    private static final String OF = """
            select id, round, what, step, actor, at, version, subjects, said from claims.step
            where claim = :claim and
            """ + Reach.IN + " order by place";

    private static final String HAS_SAID = """
            select exists (select from claims.step c join claims.claim l on l.id = c.claim
                           where c.claim = :claim and c.actor = :actor
                             and (c.what = 'ENTERED' or (c.what in ('PASSED', 'APPROVED') and c.round = l.round)) and
            """ + Reach.OF_CLAIM + ")";

    /** Whoever checked them before one of them was named has not checked him. */
    private static final String HAS_CHECKED = """
            select exists (select from claims.step c join claims.claim l on l.id = c.claim
                           where c.claim = :claim and c.actor = :actor and c.what = 'RECIPIENTS_CHECKED'
                             and c.round = l.round
                             and not exists (select from claims.recipient r where r.claim = c.claim
                                             and r.since > c.version) and
            """ + Reach.OF_CLAIM + ")";

    /** Who approved what the machine approved, in whosever transaction. */
    private static final String MACHINE = "system";

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcSteps(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** What was done, to be written down. */
    record Doing(What what, Optional<ReviewStep> step, List<String> subjects, Optional<String> said) {

        static Doing of(What what) {
            return new Doing(what, Optional.empty(), List.of(), Optional.empty());
        }

        static Doing at(ReviewStep step, What what) {
            return new Doing(what, Optional.of(step), List.of(), Optional.empty());
        }

        Doing about(List<String> about) {
            return new Doing(what, step, about, said);
        }

        Doing saying(String words) {
            return new Doing(what, step, subjects, Optional.of(words).filter(it -> !it.isBlank()));
        }
    }

    void add(UUID id, UUID claim, Doing doing, Instant at) {
        byte @Nullable [] said =
                doing.said().map(words -> secrets.seal(Field.WORDS, id, words)).orElse(null);
        Reach.limited(database, ADD)
                .param("id", id)
                .param("claim", claim)
                .param("what", doing.what().name())
                .param("by", doing.what() == What.APPROVED_BY_MACHINE ? MACHINE : actor())
                .param("step", doing.step().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("subjects", doing.subjects().toArray(String[]::new))
                .param("said", said, Types.BINARY)
                .update();
    }

    /** Whether the actor has entered it, in whichever round, or had his say in the present one. */
    boolean hasSaid(UUID claim) {
        return Reach.limited(database, HAS_SAID)
                .param("claim", claim)
                .query(Boolean.class)
                .single();
    }

    /** Whether the actor has said in the present round that he checked who is paid in the member's place. */
    boolean hasChecked(UUID claim) {
        return Reach.limited(database, HAS_CHECKED)
                .param("claim", claim)
                .query(Boolean.class)
                .single();
    }

    List<StepTaken> of(UUID claim) {
        return Reach.limited(database, OF)
                .param("claim", claim)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new StepTaken(
                            row.getInt("round"),
                            What.valueOf(row.getString("what")),
                            Optional.ofNullable(row.getString("step")).map(ReviewStep::valueOf),
                            row.getString("actor"),
                            row.getTimestamp("at").toInstant(),
                            row.getInt("version"),
                            List.of((String[]) row.getArray("subjects").getArray()),
                            Optional.ofNullable(row.getBytes("said")).map(kept -> secrets.open(Field.WORDS, id, kept)));
                })
                .list();
    }

    static String actor() {
        return Scope.required().actor();
    }
}
