package org.huzhu.documents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.JdbcPapers.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A piece is packed, since lists shrink to a quarter and sealing takes longer than packing, then sealed for its place;
 * all of them together have the length that the row says: none can be missing.
 */
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
        try (Laid laid = lay(bytes)) {
            return tools.whole(() -> {
                laid.stand(owner);
                return laid.kept();
            });
        }
    }

    @Override
    public Laid lay(InputStream bytes) {
        Instant now = tools.clock().instant();
        UUID id = tools.chance().id(now);
        Laying laying = new Laying(id, vault.newKey(id));
        boolean lies = false;
        try {
            laying.all(bytes);
            Kept kept = new Kept(id, laying.count, Digests.hex(laying.digest.finish()));
            lies = true;
            return new Lying(kept, laying, now);
        } finally {
            if (!lies) {
                vault.discard(laying.blobs);
            }
        }
    }

    /** A file that lies there, until somebody owns it. */
    private final class Lying implements Laid, TransactionSynchronization {

        private final Kept kept;
        private final Laying laying;
        private final Instant at;
        private boolean isOwned;

        Lying(Kept kept, Laying laying, Instant at) {
            this.kept = kept;
            this.laying = laying;
            this.at = at;
        }

        @Override
        public Kept kept() {
            return kept;
        }

        @Override
        public void stand(Owner owner) {
            TransactionSynchronizationManager.registerSynchronization(this);
            isOwned = true;
            papers.add(owner, document(kept, owner, at), laying.key);
            papers.add(owner, kept.id(), laying.blobs);
            tools.trail()
                    .record(Deed.done("document.take", "document", kept.id().toString())
                            .at(owner.path()));
        }

        /** The transaction may end long after this is closed; where nobody knows whether it stands, the sweep will. */
        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                vault.discard(laying.blobs);
            }
        }

        @Override
        public void close() {
            if (!isOwned) {
                vault.discard(laying.blobs);
            }
        }
    }

    private Document document(Kept kept, Owner owner, Instant now) {
        String digest = Digests.hex(secrets.index(Field.FILE, kept.sha256()));
        return new Document(
                kept.id(), owner.id(), Document.Kind.TABLE, 0, kept.bytes(), now, false, digest, Optional.empty());
    }

    /** One file on its way to the shelf: read piece by piece, and several sealed at a time. */
    private final class Laying {

        private final UUID id;
        private final byte[] key;
        private final List<Blob> blobs = Collections.synchronizedList(new ArrayList<>());
        private final Digests.Sha256 digest = Digests.sha256();
        private long count;

        Laying(UUID id, byte[] key) {
            this.id = id;
            this.key = key;
        }

        void all(InputStream in) {
            try (Hands hands = new Hands()) {
                int place = 0;
                for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                    byte[] next = piece;
                    String part = Blob.piece(place++);
                    hands.take(() -> blobs.add(vault.lay(id, key, part, Packed.of(next))));
                    digest.add(piece);
                    count += piece.length;
                }
                hands.finish();
            } catch (IOException e) {
                throw new DocumentRefused(Reason.INCOMPLETE, e);
            }
            DocumentRefused.require(count > 0, Reason.EMPTY);
        }
    }

    @Override
    public void write(UUID file, Path to) {
        Document document = tools.whole(() -> papers.find(file)).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
        int pieces = Math.toIntExact(Math.ceilDiv(document.size(), PIECE_BYTES));
        try (FileChannel out = FileChannel.open(to, CREATE_NEW, WRITE);
                Hands hands = new Hands()) {
            for (int place = 0; place < pieces; place++) {
                long from = (long) place * PIECE_BYTES;
                long bytes = Math.min(PIECE_BYTES, document.size() - from);
                String part = Blob.piece(place);
                Place there = tools.whole(() -> papers.place(file, part))
                        .orElseThrow(() -> new DocumentRefused(Reason.DAMAGED));
                hands.take(() -> put(unpacked(vault.fetch(file, part, there), bytes), out, from));
            }
            hands.finish();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("Document {} cannot be written out", file, e);
            discard(to);
            throw new DocumentRefused(Reason.STORE_DOWN, e);
        } catch (DocumentRefused e) {
            discard(to);
            throw e;
        }
    }

    private static byte[] unpacked(byte[] packed, long bytes) {
        return Packed.open(packed, Math.toIntExact(bytes)).orElseThrow(() -> new DocumentRefused(Reason.DAMAGED));
    }

    private static void put(byte[] piece, FileChannel out, long from) {
        ByteBuffer left = ByteBuffer.wrap(piece);
        try {
            while (left.hasRemaining()) {
                int _ = out.write(left, from + left.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path to) {
        try {
            Files.deleteIfExists(to);
        } catch (IOException e) {
            LOG.warn("{} could not be taken away", to, e);
        }
    }

    /**
     * As many hands as there are processors, and no more pieces in memory than twice as many. They give way: a file of
     * gigabytes would take all processors from whoever looks at a page.
     */
    private static final class Hands implements AutoCloseable {

        private static final int MANY = Runtime.getRuntime().availableProcessors();

        private final ExecutorService hands = Executors.newFixedThreadPool(MANY, GivingWay.threads());
        private final Deque<Future<?>> open = new ArrayDeque<>();

        void take(Runnable work) {
            if (open.size() >= 2 * MANY) {
                await(open.removeFirst());
            }
            open.add(hands.submit(work));
        }

        /** Waits for all of it; throws what the first of them threw that failed. */
        void finish() {
            while (!open.isEmpty()) {
                await(open.removeFirst());
            }
        }

        private static void await(Future<?> work) {
            try {
                work.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DocumentRefused(Reason.BUSY, e);
            }
        }

        /** Whatever is at it ends first, so that nothing is laid down after it was taken away. */
        @Override
        public void close() {
            hands.close();
        }
    }
}
