package org.huzhu.documents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.documents.DocumentRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** A piece is sealed for its place, and all of them together have the length that the row says: none can be missing. */
@Service
class LargeFilesService implements LargeFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LargeFilesService.class);
    private static final int PIECE_BYTES = 4 << 20;

    private final JdbcPapers papers;
    private final Vault vault;
    private final Secrets secrets;
    private final Tools tools;

    LargeFilesService(JdbcPapers papers, Vault vault, Secrets secrets, Tools tools) {
        this.papers = papers;
        this.vault = vault;
        this.secrets = secrets;
        this.tools = tools;
    }

    @Override
    public Kept keep(Owner owner, InputStream bytes) {
        Instant now = tools.clock().instant();
        UUID id = tools.chance().id(now);
        byte[] key = vault.newKey(id);
        Laying laying = new Laying(id, key);
        boolean stands = false;
        try {
            laying.all(bytes);
            Kept kept = new Kept(id, laying.count, Digests.hex(laying.digest.finish()));
            tools.whole(() -> {
                papers.add(owner, document(kept, owner, now), key);
                papers.add(owner, id, laying.blobs);
                tools.trail()
                        .record(Deed.done("document.take", "document", id.toString())
                                .at(owner.path()));
                return true;
            });
            stands = true;
            return kept;
        } finally {
            if (!stands) {
                vault.discard(laying.blobs);
            }
        }
    }

    private Document document(Kept kept, Owner owner, Instant now) {
        String digest = Digests.hex(secrets.index(Field.FILE, kept.sha256()));
        return new Document(
                kept.id(), owner.id(), Document.Kind.TABLE, 0, kept.bytes(), now, false, digest, Optional.empty());
    }

    /** One file on its way to the shelf. */
    private final class Laying {

        private final UUID id;
        private final byte[] key;
        private final List<Blob> blobs = new ArrayList<>();
        private final Digests.Sha256 digest = Digests.sha256();
        private long count;

        Laying(UUID id, byte[] key) {
            this.id = id;
            this.key = key;
        }

        void all(InputStream in) {
            try {
                for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                    digest.add(piece);
                    blobs.add(vault.lay(id, key, Blob.piece(blobs.size()), piece));
                    count += piece.length;
                }
            } catch (IOException e) {
                throw new DocumentRefused(Reason.INCOMPLETE, e);
            }
            DocumentRefused.require(count > 0, Reason.EMPTY);
        }
    }

    @Override
    public void write(UUID file, Path to) {
        Document document = tools.whole(() -> papers.find(file)).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
        try (FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE)) {
            long left = document.size();
            for (int place = 0; left > 0; place++) {
                ByteBuffer piece = ByteBuffer.wrap(piece(file, place));
                left -= piece.remaining();
                while (piece.hasRemaining()) {
                    int _ = out.write(piece);
                }
            }
            DocumentRefused.require(left == 0, Reason.DAMAGED);
        } catch (IOException e) {
            LOG.error("Document {} cannot be written out", file, e);
            discard(to);
            throw new DocumentRefused(Reason.STORE_DOWN, e);
        } catch (DocumentRefused e) {
            discard(to);
            throw e;
        }
    }

    private byte[] piece(UUID file, int place) {
        String part = Blob.piece(place);
        return tools.whole(() -> papers.place(file, part))
                .map(there -> vault.fetch(file, part, there))
                .orElseThrow(() -> new DocumentRefused(Reason.DAMAGED));
    }

    private static void discard(Path to) {
        try {
            Files.deleteIfExists(to);
        } catch (IOException e) {
            LOG.warn("{} could not be taken away", to, e);
        }
    }
}
