package org.huzhu.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.OwnKey;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.documents.Document.Kind;
import org.huzhu.receipts.ReceiptReader;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of documents, and of what lies outside for each. */
@Repository
class JdbcPapers {

    /** What stands on a paper is about somebody's health. */
    private static final Field WORDS = Field.DIAGNOSIS;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('huzhu documents ' || :id, 0))";

    private static final String USED = """
            select count(*) filter (where owner = :owner) as count,
                   coalesce(sum(bytes) filter (where owner = :owner), 0) as of_owner,
                   coalesce(sum(bytes) filter (where member = :member), 0) as of_member
            from documents.document where (owner = :owner or member = :member) and
            """ + Reach.IN;

    private static final String ADD = """
            insert into documents.document
                (id, owner_kind, owner, path, member, kind, pages, bytes, at, blurred, digest, key_sealed,
                 receipt_sealed)
            values (:id, :owner_kind, :owner, :path::ltree, :member, :kind, :pages, :bytes, :at, :blurred, :digest,
                    :key_sealed, :receipt_sealed)
            """;

    private static final String ADD_BLOB = """
            insert into documents.blob (document, path, member, place, name, bytes)
            values (:document, :path::ltree, :member, :place, :name, :bytes)
            """;

    private static final String SELECT = """
            select id, owner, kind, pages, bytes, at, blurred, digest, receipt_sealed from documents.document where
            """ + Reach.IN;

    private static final String OF_OWNER = SELECT + "and owner = :owner order by at, id";

    private static final String BY_ID = SELECT + "and id = :id";

    private static final String BLOB = """
            select d.key_sealed, b.name from documents.document d
            join documents.blob b on b.document = d.id and b.place = :place where d.id = :id and
            """ + Reach.IN_D;

    private static final String MARK = """
            insert into documents.dropped (name, at)
            select b.name, :at from documents.blob b join documents.document d on d.id = b.document
            where d.id = :id and
            """ + Reach.IN_D;

    private static final String DROP =
            "delete from documents.document where id = :id and " + Reach.IN + " returning path";

    private static final String FOLLOW = """
            update documents.document set path = house.moved(path, :from::ltree, :to::ltree)
            where path <@ :from::ltree and
            """ + Reach.IN;

    private final JdbcClient database;
    private final Secrets secrets;
    private final ReceiptReader receipts;

    JdbcPapers(JdbcClient database, Secrets secrets, ReceiptReader receipts) {
        this.database = database;
        this.secrets = secrets;
        this.receipts = receipts;
    }

    /** The keys of the documents, to be sealed again when keys change; what lies outside stays as it is. */
    @Bean
    static SealedColumn documentKeys(JdbcClient database) {
        return SealedColumn.of(database, Field.FILE, "documents.document", "id", "key_sealed");
    }

    @Bean
    static SealedColumn documentReceipts(JdbcClient database) {
        return SealedColumn.of(database, WORDS, "documents.document", "id", "receipt_sealed");
    }

    /** What an owner and his member have already. */
    record Used(int count, long ofOwner, long ofMember) {}

    /** A place outside, and the key to it. */
    record Place(String name, OwnKey key) {}

    /** Lets whoever else brings something for the same owner or member wait for the end of this transaction. */
    void lock(Owner owner) {
        lock(owner.id());
        owner.member().ifPresent(this::lock);
    }

    private void lock(UUID id) {
        database.sql(LOCK).param("id", id.toString()).query(_ -> {});
    }

    Used used(Owner owner) {
        return Reach.limited(database, USED)
                .param("owner", owner.id())
                .param("member", owner.member().orElse(null))
                .query((row, _) -> new Used(row.getInt("count"), row.getLong("of_owner"), row.getLong("of_member")))
                .single();
    }

    void add(Owner owner, Document document, byte[] keySealed) {
        database.sql(ADD)
                .param("id", document.id())
                .param("owner_kind", owner.kind())
                .param("owner", owner.id())
                .param("path", owner.path())
                .param("member", owner.member().orElse(null))
                .param("kind", document.kind().name())
                .param("pages", document.pages())
                .param("bytes", document.size())
                .param("at", moment(document.at()))
                .param("blurred", document.blurred())
                .param("digest", document.digest())
                .param("key_sealed", keySealed)
                .param(
                        "receipt_sealed",
                        document.receipt()
                                .map(receipt -> secrets.seal(WORDS, document.id(), receipt.text()))
                                .orElse(null))
                .update();
    }

    void add(Owner owner, UUID document, Collection<Blob> blobs) {
        for (Blob blob : blobs) {
            database.sql(ADD_BLOB)
                    .param("document", document)
                    .param("path", owner.path())
                    .param("member", owner.member().orElse(null))
                    .param("place", blob.place())
                    .param("name", blob.name())
                    .param("bytes", blob.bytes())
                    .update();
        }
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    List<Document> of(UUID owner) {
        return Reach.limited(database, OF_OWNER)
                .param("owner", owner)
                .query((row, _) -> document(row))
                .list();
    }

    Optional<Document> find(UUID id) {
        return Reach.limited(database, BY_ID)
                .param("id", id)
                .query((row, _) -> document(row))
                .optional();
    }

    private Document document(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Document(
                id,
                row.getObject("owner", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getInt("pages"),
                row.getLong("bytes"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("blurred"),
                row.getString("digest"),
                Optional.ofNullable(row.getBytes("receipt_sealed"))
                        .map(bytes -> secrets.open(WORDS, id, bytes))
                        .flatMap(receipts::ofText));
    }

    /** Where a part of the document lies; empty where there is none within reach. */
    Optional<Place> place(UUID document, String place) {
        return Reach.limited(database, BLOB)
                .param("id", document)
                .param("place", place)
                .query((row, _) ->
                        new Place(row.getString("name"), new OwnKey(Field.FILE, document, row.getBytes("key_sealed"))))
                .optional();
    }

    /** Deletes the document and notes what lies outside; the path that it had, empty where there was none in reach. */
    Optional<String> drop(UUID id, Instant now) {
        Reach.limited(database, MARK).param("id", id).param("at", moment(now)).update();
        return Reach.limited(database, DROP).param("id", id).query(String.class).optional();
    }

    void follow(String from, String to) {
        Reach.limited(database, FOLLOW).param("from", from).param("to", to).update();
    }
}
