package org.huzhu.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.catalogue.PlanDesk.Draft;
import org.huzhu.catalogue.PlanRefused.Reason;
import org.huzhu.catalogue.Version.Step;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of files. */
@Repository
class JdbcDocuments {

    /** The first wall: what is published, and what lies within reach. */
    private static final String SEEN = "(state = 'PUBLISHED' or path <@ any(cast(:reach as ltree[])))";

    private static final String WITHIN = "path <@ any(cast(:reach as ltree[]))";

    private static final String COLUMNS = """
            select id, file, content, digest, path::text as path, made_by, made_at, submitted_by, submitted_at,
                   published_by, published_at, returned
            from catalogue.document where
            """;

    private static final String FIND = COLUMNS + " id = :id and " + SEEN;

    private static final String LOCK = COLUMNS + " id = :id and " + WITHIN + " for update";

    private static final String PUBLISHED = COLUMNS + " state = 'PUBLISHED' order by file";

    private static final String PUBLISHED_FILE = COLUMNS + " state = 'PUBLISHED' and file = :file";

    private static final String DRAFTS = """
            select id, file, path::text as path, made_by, made_at, submitted_by, submitted_at, returned
            from catalogue.document
            where state <> 'PUBLISHED' and
            """ + WITHIN + " order by made_at desc, id limit 200";

    /** Another one for any other set of files. */
    private static final String STAMP = """
            select coalesce(md5(string_agg(file || ' ' || digest, ',' order by file)), '')
            from catalogue.document where state = 'PUBLISHED'
            """;

    private static final String IS_EMPTY =
            "select not exists (select from catalogue.document where state = 'PUBLISHED')";

    private static final String ADD = """
            insert into catalogue.document (id, file, content, digest, path, state, made_by, made_at)
            values (:id, :file, :content, :digest, cast(:path as ltree), 'DRAFT', :by, :at)
            """;

    private static final String REDRAFT = """
            update catalogue.document
            set content = :content, digest = :digest, state = 'DRAFT', made_by = :by, made_at = :at,
                submitted_by = null, submitted_at = null
            where id = :id and state <> 'PUBLISHED' and
            """ + WITHIN;

    private static final String DROP =
            "delete from catalogue.document where id = :id and state <> 'PUBLISHED' and " + WITHIN;

    private static final String SUBMIT = """
            update catalogue.document set state = 'SUBMITTED', submitted_by = :by, submitted_at = :at, returned = null
            where id = :id and state = 'DRAFT' and
            """ + WITHIN;

    private static final String GIVE_BACK = """
            update catalogue.document set state = 'DRAFT', submitted_by = null, submitted_at = null, returned = :reason
            where id = :id and state = 'SUBMITTED' and
            """ + WITHIN;

    private static final String PUBLISH = """
            update catalogue.document set state = 'PUBLISHED', published_by = :by, published_at = :at
            where id = :id and state = 'SUBMITTED' and
            """ + WITHIN;

    private static final String MOVE = """
            update catalogue.document
            set path = house.moved(path, cast(:from as ltree), cast(:to as ltree))
            where path <@ cast(:from as ltree)
            """;

    private final JdbcClient database;

    JdbcDocuments(JdbcClient database) {
        this.database = database;
    }

    private StatementSpec limited(String sql) {
        return database.sql(sql).param("reach", Scope.required().reachText());
    }

    Optional<Version> find(UUID id) {
        return limited(FIND).param("id", id).query((row, _) -> version(row)).optional();
    }

    /** The file, which nobody else moves on until the transaction ends. */
    Optional<Version> lock(UUID id) {
        return limited(LOCK).param("id", id).query((row, _) -> version(row)).optional();
    }

    List<Version> published() {
        return database.sql(PUBLISHED).query((row, _) -> version(row)).list();
    }

    Optional<Version> published(String file) {
        return database.sql(PUBLISHED_FILE)
                .param("file", file)
                .query((row, _) -> version(row))
                .optional();
    }

    String stamp() {
        return database.sql(STAMP).query((row, _) -> row.getString(1)).single();
    }

    boolean isEmpty() {
        return database.sql(IS_EMPTY).query(Boolean.class).single();
    }

    List<Draft> drafts() {
        return limited(DRAFTS)
                .query((row, _) -> new Draft(
                        row.getObject("id", UUID.class),
                        row.getString("file"),
                        row.getString("path"),
                        made(row),
                        step(row, "submitted"),
                        Optional.ofNullable(row.getString("returned"))))
                .list();
    }

    /** A new draft. */
    record Fresh(UUID id, String file, String content, String path) {}

    void add(Fresh draft, Step made) {
        try {
            database.sql(ADD)
                    .param("id", draft.id())
                    .param("file", draft.file())
                    .param("content", draft.content())
                    .param("digest", Digests.sm3(draft.content()))
                    .param("path", draft.path())
                    .param("by", made.by())
                    .param("at", at(made))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PlanRefused(Reason.DRAFTED_ALREADY, e);
        }
    }

    boolean redraft(UUID id, String content, Step made) {
        return limited(REDRAFT)
                        .param("id", id)
                        .param("content", content)
                        .param("digest", Digests.sm3(content))
                        .param("by", made.by())
                        .param("at", at(made))
                        .update()
                == 1;
    }

    boolean drop(UUID id) {
        return limited(DROP).param("id", id).update() == 1;
    }

    boolean submit(UUID id, Step step) {
        return limited(SUBMIT)
                        .param("id", id)
                        .param("by", step.by())
                        .param("at", at(step))
                        .update()
                == 1;
    }

    boolean giveBack(UUID id, String reason) {
        return limited(GIVE_BACK).param("id", id).param("reason", reason).update() == 1;
    }

    boolean publish(UUID id, Step step) {
        try {
            return limited(PUBLISH)
                            .param("id", id)
                            .param("by", step.by())
                            .param("at", at(step))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw new PlanRefused(Reason.FROZEN, e);
        }
    }

    void move(String from, String to) {
        database.sql(MOVE).param("from", from).param("to", to).update();
    }

    private static OffsetDateTime at(Step step) {
        return step.at().atOffset(ZoneOffset.UTC);
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("content"),
                row.getString("digest"),
                row.getString("path"),
                made(row),
                step(row, "submitted"),
                step(row, "published"),
                Optional.ofNullable(row.getString("returned")));
    }

    private static Step made(ResultSet row) throws SQLException {
        return step(row, "made").orElseThrow();
    }

    private static Optional<Step> step(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return moment(row, what + "_at").map(at -> new Step(String.valueOf(by), at));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
