package org.huzhu.claims.samples;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.samples.Finding.Found;
import org.huzhu.claims.samples.Finding.SentBack;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.database.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What second looks have found. */
@Repository
class JdbcFindings {

    private static final String ADD = """
            insert into claims.finding (id, look, path, found, owner, until_on, found_by, found_at)
            select :id, l.id, l.path, :found, :owner, :until, :actor, :at
            from claims.second_look l where l.id = :look and l.path <@ any(:reach::ltree[])
            """;

    private static final String SELECT = """
            select f.id, l.claim, c.number, f.found, f.owner, f.until_on, f.done, f.answered_by, f.said
            from claims.finding f join claims.second_look l on l.id = f.look join claims.claim c on c.id = l.claim
            where f.closed_at is null and f.path <@ any(:reach::ltree[]) and l.path <@ any(:reach::ltree[])
              and c.path <@ any(:reach::ltree[])
            """;

    private static final String OPEN = SELECT + " order by f.until_on, f.id limit :max";

    private static final String ONE = SELECT + " and f.id = :id";

    private static final String ANSWER = """
            update claims.finding set done = :done, answered_by = :actor, answered_at = :at
            where id = :id and done is null and path <@ any(:reach::ltree[])
            """;

    private static final String SEND_BACK = """
            update claims.finding
            set done = null, answered_by = null, answered_at = null, said = :said, until_on = :until
            where id = :id and done is not null and answered_by = :by and closed_at is null
              and path <@ any(:reach::ltree[])
            """;

    private static final String CLOSE = """
            update claims.finding set closed_by = :actor, closed_at = :at
            where id = :id and done is not null and closed_at is null and path <@ any(:reach::ltree[])
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    JdbcFindings(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private StatementSpec within(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    private StatementSpec acting(String sql, Instant at) {
        return within(sql).param("actor", Scope.required().actor()).param("at", Timestamp.from(at));
    }

    void add(UUID id, UUID look, Found found, Instant at) {
        acting(ADD, at)
                .param("id", id)
                .param("look", look)
                .param("found", secrets.seal(Field.WORDS, id, found.words()))
                .param("owner", found.owner().name())
                .param("until", found.until())
                .update();
    }

    List<Finding> open(int max) {
        return findings(within(OPEN).param("max", max));
    }

    /** One that is not closed yet. */
    Optional<Finding> one(UUID id) {
        return findings(within(ONE).param("id", id)).stream().findFirst();
    }

    private List<Finding> findings(StatementSpec query) {
        return query.query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Finding(
                            id,
                            row.getObject("claim", UUID.class),
                            row.getString("number"),
                            secrets.open(Field.WORDS, id, row.getBytes("found")),
                            ReviewStep.valueOf(row.getString("owner")),
                            row.getObject("until_on", LocalDate.class),
                            Optional.ofNullable(row.getBytes("done")).map(done -> secrets.open(Field.WORDS, id, done)),
                            Optional.ofNullable(row.getString("answered_by")),
                            Optional.ofNullable(row.getBytes("said"))
                                    .map(said -> sentBack(secrets.open(Field.WORDS, id, said)))
                                    .orElse(List.of()));
                })
                .list();
    }

    /** Whether nobody had said so before. */
    boolean answer(UUID id, String done, Instant at) {
        return acting(ANSWER, at)
                        .param("id", id)
                        .param("done", secrets.seal(Field.WORDS, id, done))
                        .update()
                == 1;
    }

    /** Answers and why they were sent back stand in turn, a line each. */
    private static List<SentBack> sentBack(String said) {
        List<String> lines = said.lines().toList();
        return IntStream.range(0, lines.size() / 2)
                .mapToObj(turn -> new SentBack(lines.get(2 * turn), lines.get(2 * turn + 1)))
                .toList();
    }

    private static String line(String words) {
        return words.replaceAll("\\R", " ");
    }

    /** Whether the answer stood, and nobody had closed it. */
    boolean sendBack(Finding finding, String why, LocalDate until) {
        List<SentBack> all = new ArrayList<>(finding.sentBack());
        all.add(new SentBack(line(finding.done().orElse("")), line(why)));
        String said = all.stream().map(each -> each.done() + "\n" + each.why()).collect(Collectors.joining("\n"));
        return within(SEND_BACK)
                        .param("id", finding.id())
                        .param("by", finding.answeredBy().orElse(""))
                        .param("said", secrets.seal(Field.WORDS, finding.id(), said))
                        .param("until", until)
                        .update()
                == 1;
    }

    /** Whether it was mended, and nobody had closed it. */
    boolean close(UUID id, Instant at) {
        return acting(CLOSE, at).param("id", id).update() == 1;
    }
}
