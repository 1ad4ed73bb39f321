package org.huzhu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places of records and the blocks over them. */
@Repository
class JdbcSeals {

    private static final long TURN = 0x68757a6875_0001L;
    private static final int FETCH = 1_000;

    private static final String TAKE_TURN = "select pg_advisory_xact_lock(:turn)";

    /** Takes the records out of waiting, the oldest first, and returns them. */
    private static final String TAKE = """
            with taken as (
                delete from audit.waiting
                where seq in (select seq from audit.waiting order by seq limit :count)
                returning seq)
            select r.seq, at, actor, path::text as path, action, kind, object, outcome, reason, before, after, request,
                   origin
            from taken join audit.record r on r.seq = taken.seq
            order by r.seq
            """;

    private static final String PLACE = """
            insert into audit.place (pos, seq)
            select :last + ordinality, seq
            from unnest(cast(:seqs as bigint[])) with ordinality as wanted (seq, ordinality)
            """;

    private static final String ADD_BLOCK = """
            insert into audit.block (no, last_pos, count, sealed_at, previous, root, hash)
            values (:number, :lastPos, :count, :sealedAt, :previous, :root, :hash)
            """;

    private static final String LAST_BLOCK = """
            select no, last_pos, count, sealed_at, previous, root, hash from audit.block order by no desc limit 1
            """;

    private static final String BLOCKS = """
            select no, last_pos, count, sealed_at, previous, root, hash from audit.block order by no
            """;

    private static final String PLACED = """
            select pos, r.seq, at, actor, path::text as path, action, kind, object, outcome, reason, before, after,
                   request, origin
            from audit.place p join audit.record r on r.seq = p.seq
            order by pos
            """;

    private static final String ADD_ANCHOR = "insert into audit.anchor (at, block) values (:at, :block)";

    private static final String STRAYS = """
            select seq from audit.record r
            where not exists (select from audit.place p where p.seq = r.seq)
              and not exists (select from audit.waiting w where w.seq = r.seq)
            order by seq limit 100
            """;

    private final JdbcClient database;

    JdbcSeals(JdbcClient database) {
        this.database = database;
    }

    /** Waits until no other transaction seals; the turn ends with this one. */
    void takeTurn() {
        database.sql(TAKE_TURN).param("turn", TURN).query((_, _) -> true).single();
    }

    List<AuditRecord> take(int count) {
        return database.sql(TAKE)
                .param("count", count)
                .query((row, _) -> JdbcAuditRecords.record(row))
                .list();
    }

    /** Gives the records the positions after the last one, in their order. */
    void place(long last, List<AuditRecord> records) {
        Long[] seqs = records.stream().map(AuditRecord::seq).toArray(Long[]::new);
        database.sql(PLACE).param("last", last).param("seqs", seqs).update();
    }

    void add(Block block) {
        HexFormat hex = HexFormat.of();
        database.sql(ADD_BLOCK)
                .param("number", block.number())
                .param("lastPos", block.lastPos())
                .param("count", block.count())
                .param("sealedAt", block.sealedAt().atOffset(ZoneOffset.UTC))
                .param("previous", hex.parseHex(block.previous()))
                .param("root", hex.parseHex(block.root()))
                .param("hash", hex.parseHex(block.hash()))
                .update();
    }

    Optional<Block> last() {
        return database.sql(LAST_BLOCK).query((row, _) -> block(row)).optional();
    }

    void anchor(Anchor anchor, Instant at) {
        database.sql(ADD_ANCHOR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("block", anchor.block())
                .update();
    }

    /** All blocks, one at a time; to be closed. */
    Stream<Block> blocks() {
        return database.sql(BLOCKS).withFetchSize(FETCH).query((row, _) -> block(row)).stream();
    }

    /** All sealed records, one at a time; to be closed. */
    Stream<SealedLine> sealed() {
        return database
                .sql(PLACED)
                .withFetchSize(FETCH)
                .query((row, _) -> new SealedLine(
                        row.getLong("pos"), JdbcAuditRecords.record(row).fields()))
                .stream();
    }

    List<Long> strays() {
        return database.sql(STRAYS).query((row, _) -> row.getLong("seq")).list();
    }

    private static Block block(ResultSet row) throws SQLException {
        HexFormat hex = HexFormat.of();
        return new Block(
                row.getLong("no"),
                row.getLong("last_pos"),
                row.getLong("count"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                hex.formatHex(row.getBytes("previous")),
                hex.formatHex(row.getBytes("root")),
                hex.formatHex(row.getBytes("hash")));
    }
}
