package org.huzhu.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.crypto.Chance;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.huzhu.crypto.Secrets;
import org.huzhu.roster.Column;
import org.huzhu.roster.Mapping;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that were brought, sealed in pieces, and what their headers mean. */
@Repository
class JdbcFiles {

    static final int PIECE_BYTES = 1 << 20;

    private static final String ADD_PIECE = """
            insert into enrolment.piece (id, batch, path, part, place, sealed)
            values (:id, :batch, :path::ltree, :part, :place, :sealed)
            """;

    private static final String ADD = """
            insert into enrolment.file (batch, path, part, name, bytes, digest)
            values (:batch, :path::ltree, :part, :name, :bytes, :digest)
            """;

    private static final String PIECE = """
            select id, sealed from enrolment.piece where batch = :batch and part = :part and place = :place and
            """ + Reach.IN;

    private static final String NAME =
            "select name from enrolment.file where batch = :batch and part = :part and " + Reach.IN;

    private static final String FORGET = "delete from enrolment.piece where batch = :batch and " + Reach.IN;

    private static final String OF_UNIT =
            "select header, means from enrolment.mapping where unit = :unit and " + Reach.IN;

    private static final String REMEMBER = """
            insert into enrolment.mapping (unit, path, header, means) values (:unit, :path::ltree, :header, :means)
            on conflict (unit, header) do update set means = excluded.means
            """;

    private final JdbcClient database;
    private final Secrets secrets;
    private final Chance chance;
    private final java.time.Clock clock;

    JdbcFiles(JdbcClient database, Secrets secrets, Chance chance, java.time.Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.chance = chance;
        this.clock = clock;
    }

    /** The pieces, to be sealed again when keys change. */
    @Bean
    static SealedColumn rosterPieces(JdbcClient database) {
        return SealedColumn.of(database, Field.FILE, "enrolment.piece", "id", "sealed");
    }

    /** Where a file belongs. */
    record Place(UUID batch, String path, int part) {}

    /**
     * Keeps the file, within the transaction at hand.
     *
     * @param bytesMax how large it may be
     * @throws EnrolmentRefused if it is larger
     */
    void keep(Place place, String name, InputStream file, long bytesMax) throws IOException {
        long bytes = 0;
        byte[] digest = new byte[0];
        for (int at = 0; ; at++) {
            byte[] piece = file.readNBytes(PIECE_BYTES);
            if (piece.length == 0) {
                break;
            }
            bytes += piece.length;
            if (bytes > bytesMax) {
                throw new EnrolmentRefused(EnrolmentRefused.Reason.FILE_TOO_LARGE);
            }
            digest = Digests.link(digest, piece);
            add(place, at, piece);
        }
        database.sql(ADD)
                .param("batch", place.batch())
                .param("path", place.path())
                .param("part", place.part())
                .param("name", name)
                .param("bytes", bytes)
                .param("digest", Digests.hex(Digests.link(digest, new byte[0])))
                .update();
    }

    private void add(Place place, int at, byte[] piece) {
        UUID id = chance.id(clock.instant());
        database.sql(ADD_PIECE)
                .param("id", id)
                .param("batch", place.batch())
                .param("path", place.path())
                .param("part", place.part())
                .param("place", at)
                .param("sealed", secrets.sealBytes(Field.FILE, id, piece))
                .update();
    }

    /** Writes the file out, to be read; the caller deletes it. */
    void write(UUID batch, int part, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int at = 0; ; at++) {
                Optional<byte[]> piece = Reach.limited(database, PIECE)
                        .param("batch", batch)
                        .param("part", part)
                        .param("place", at)
                        .query((row, _) ->
                                secrets.openBytes(Field.FILE, row.getObject("id", UUID.class), row.getBytes("sealed")))
                        .optional();
                if (piece.isEmpty()) {
                    return;
                }
                out.write(piece.get());
            }
        }
    }

    Optional<String> name(UUID batch, int part) {
        return Reach.limited(database, NAME)
                .param("batch", batch)
                .param("part", part)
                .query(String.class)
                .optional();
    }

    /** Forgets what stood in the files of the batch; their names and digests stay. */
    void forget(UUID batch) {
        Reach.limited(database, FORGET).param("batch", batch).update();
    }

    /** What the headers of the unit's own rosters mean. */
    Mapping mapping(UUID unit) {
        Map<String, Column> columns = new HashMap<>();
        Reach.limited(database, OF_UNIT).param("unit", unit).query(row -> {
            columns.put(row.getString("header"), Column.valueOf(row.getString("means")));
        });
        return new Mapping(columns);
    }

    void remember(UUID unit, String path, Mapping mapping) {
        mapping.columns()
                .forEach((header, column) -> database.sql(REMEMBER)
                        .param("unit", unit)
                        .param("path", path)
                        .param("header", header)
                        .param("means", column.name())
                        .update());
    }
}
