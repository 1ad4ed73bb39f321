package org.huzhu.documents;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Chance;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is being brought in pieces, each sealed. */
@Repository
class JdbcUploads {

    static final int PART_BYTES = 1 << 17;

    private static final String ADD = """
            insert into documents.upload (id, owner_kind, owner, path, member, extension, bytes, at)
            values (:id, :owner_kind, :owner, :path::ltree, :member, :extension, :bytes, :at)
            """;

    private static final String OPEN_OF_OWNER =
            "select count(*) from documents.upload where owner = :owner and document is null and " + Reach.IN;

    private static final String SELECT = """
            select id, owner_kind, owner, path, member, extension, bytes, stands, document from documents.upload
            where id = :id and
            """ + Reach.IN;

    private static final String LOCK = SELECT + " for update";

    private static final String PIECE_COUNT =
            "select count(*) from documents.piece where upload = :upload and " + Reach.IN;

    private static final String ADD_PIECE = """
            insert into documents.piece (id, upload, path, member, place, sealed)
            values (:id, :upload, :path::ltree, :member, :place, :sealed)
            """;

    private static final String STANDS = "update documents.upload set stands = :stands where id = :id and " + Reach.IN;

    private static final String PIECES =
            "select id, sealed from documents.piece where upload = :upload and " + Reach.IN + " order by place";

    private static final String FINISHED =
            "update documents.upload set document = :document where id = :id and " + Reach.IN;

    private static final String FORGET = "delete from documents.piece where upload = :upload and " + Reach.IN;

    private static final String FOLLOW = """
            update documents.upload set path = house.moved(path, :from::ltree, :to::ltree)
            where path <@ :from::ltree and
            """ + Reach.IN;

    private static final String FOLLOW_PIECES = """
            update documents.piece set path = house.moved(path, :from::ltree, :to::ltree)
            where path <@ :from::ltree and
            """ + Reach.IN;

    private final JdbcClient database;
    private final Secrets secrets;
    private final Chance chance;

    JdbcUploads(JdbcClient database, Secrets secrets, Chance chance) {
        this.database = database;
        this.secrets = secrets;
        this.chance = chance;
    }

    /** The pieces, to be sealed again when keys change. */
    @Bean
    static SealedColumn documentPieces(JdbcClient database) {
        return SealedColumn.of(database, Field.FILE, "documents.piece", "id", "sealed");
    }

    /**
     * An upload, not finished where it has no document.
     *
     * @param stands how many bytes have come
     */
    record Upload(UUID id, Owner owner, String ending, long bytes, long stands, Optional<UUID> document) {}

    void add(UUID id, Owner owner, String ending, long bytes, Instant now) {
        database.sql(ADD)
                .param("id", id)
                .param("owner_kind", owner.kind())
                .param("owner", owner.id())
                .param("path", owner.path())
                .param("member", owner.member().orElse(null))
                .param("extension", ending)
                .param("bytes", bytes)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many of the owner are not finished. */
    int open(UUID owner) {
        return Reach.limited(database, OPEN_OF_OWNER)
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    Optional<Upload> find(UUID id) {
        return Reach.limited(database, SELECT)
                .param("id", id)
                .query((row, _) -> upload(row))
                .optional();
    }

    /** The same, and nobody else changes it before the end of the transaction. */
    Optional<Upload> lock(UUID id) {
        return Reach.limited(database, LOCK)
                .param("id", id)
                .query((row, _) -> upload(row))
                .optional();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        Owner owner = new Owner(
                row.getString("owner_kind"),
                row.getObject("owner", UUID.class),
                row.getString("path"),
                Optional.ofNullable(row.getObject("member", UUID.class)));
        return new Upload(
                row.getObject("id", UUID.class),
                owner,
                row.getString("extension"),
                row.getLong("bytes"),
                row.getLong("stands"),
                Optional.ofNullable(row.getObject("document", UUID.class)));
    }

    /** Adds a piece behind those that stand, in parts that are sealed again by the thousand when keys change. */
    void add(Upload upload, byte[] piece, Instant now) {
        int place = Reach.limited(database, PIECE_COUNT)
                .param("upload", upload.id())
                .query(Integer.class)
                .single();
        for (int from = 0; from < piece.length; from += PART_BYTES) {
            byte[] part = Arrays.copyOfRange(piece, from, Math.min(piece.length, from + PART_BYTES));
            add(upload, place++, part, now);
        }
        Reach.limited(database, STANDS)
                .param("id", upload.id())
                .param("stands", upload.stands() + piece.length)
                .update();
    }

    private void add(Upload upload, int place, byte[] part, Instant now) {
        UUID id = chance.id(now);
        database.sql(ADD_PIECE)
                .param("id", id)
                .param("upload", upload.id())
                .param("path", upload.owner().path())
                .param("member", upload.owner().member().orElse(null))
                .param("place", place)
                .param("sealed", secrets.sealBytes(Field.FILE, id, part))
                .update();
    }

    /** All that stands, in order. */
    byte[] bytes(UUID upload) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Reach.limited(database, PIECES).param("upload", upload).query(row -> {
            all.writeBytes(secrets.openBytes(Field.FILE, row.getObject("id", UUID.class), row.getBytes("sealed")));
        });
        return all.toByteArray();
    }

    /** Notes what became of it; the pieces go. */
    void finish(UUID upload, UUID document) {
        Reach.limited(database, FINISHED)
                .param("id", upload)
                .param("document", document)
                .update();
        Reach.limited(database, FORGET).param("upload", upload).update();
    }

    void follow(String from, String to) {
        Reach.limited(database, FOLLOW).param("from", from).param("to", to).update();
        Reach.limited(database, FOLLOW_PIECES)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
