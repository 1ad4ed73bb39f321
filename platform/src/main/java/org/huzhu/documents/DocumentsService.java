package org.huzhu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Digests;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.Secrets;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.JdbcPapers.Used;
import org.huzhu.documents.JdbcUploads.Upload;
import org.springframework.stereotype.Service;

@Service
class DocumentsService implements Documents, DocumentPaths {

    private static final String KIND = "document";

    private final JdbcPapers papers;
    private final JdbcUploads uploads;
    private final Looking looking;
    private final Vault vault;
    private final Secrets secrets;
    private final Tools tools;

    DocumentsService(
            JdbcPapers papers, JdbcUploads uploads, Looking looking, Vault vault, Secrets secrets, Tools tools) {
        this.papers = papers;
        this.uploads = uploads;
        this.looking = looking;
        this.vault = vault;
        this.secrets = secrets;
        this.tools = tools;
    }

    @Override
    public Document take(Owner owner, String fileName, InputStream bytes) {
        byte[] file = read(bytes, FILE_BYTES_MAX);
        DocumentRefused.require(file.length <= FILE_BYTES_MAX, Reason.TOO_LARGE);
        tools.whole(() -> requireRoom(owner, file.length));
        return keep(owner, Looks.ending(fileName), file, Optional.empty());
    }

    @Override
    public UUID begin(Owner owner, String fileName, long size) {
        Looks.requirePossible(Looks.ending(fileName), size);
        Instant now = tools.clock().instant();
        UUID id = tools.chance().id(now);
        return tools.whole(() -> {
            papers.lock(owner);
            Used used = requireRoom(owner, size);
            DocumentRefused.require(used.count() + uploads.open(owner.id()) < OF_OWNER_MAX, Reason.TOO_MANY);
            uploads.add(id, owner, Looks.ending(fileName), size, now);
            return id;
        });
    }

    @Override
    public boolean isOf(UUID upload, UUID owner) {
        return tools.whole(() -> uploads.find(upload))
                .filter(each -> each.owner().id().equals(owner))
                .isPresent();
    }

    @Override
    public long put(UUID upload, long offset, InputStream piece) {
        byte[] came = read(piece, FILE_BYTES_MAX);
        return tools.whole(() -> {
            Upload at = uploads.lock(upload).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
            long known = at.stands() - offset;
            if (at.document().isPresent() || known < 0 || known >= came.length) {
                return at.stands();
            }
            DocumentRefused.require(offset + came.length <= at.bytes(), Reason.TOO_LARGE);
            byte[] fresh = java.util.Arrays.copyOfRange(came, (int) known, came.length);
            uploads.add(at, fresh, tools.clock().instant());
            return at.stands() + fresh.length;
        });
    }

    /** What comes, up to a byte more than it may be; where the line breaks, what came before. */
    private static byte[] read(InputStream in, int max) {
        java.io.ByteArrayOutputStream came = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int count = in.read(buffer); count >= 0 && came.size() <= max; count = in.read(buffer)) {
                came.write(buffer, 0, count);
            }
        } catch (IOException _) {
            return came.toByteArray();
        }
        return came.toByteArray();
    }

    @Override
    public Document finish(UUID upload) {
        Upload all = tools.whole(() -> uploads.find(upload)).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
        Optional<Document> already = already(all);
        if (already.isPresent()) {
            return already.get();
        }
        DocumentRefused.require(all.stands() == all.bytes(), Reason.INCOMPLETE);
        byte[] file = tools.whole(() -> uploads.bytes(upload));
        return keep(all.owner(), all.ending(), file, Optional.of(upload));
    }

    /** What the upload became; one that was dropped since is gone for good. */
    private Optional<Document> already(Upload upload) {
        return upload.document()
                .map(document ->
                        tools.whole(() -> papers.find(document)).orElseThrow(() -> new DocumentRefused(Reason.ABSENT)));
    }

    /** What lies outside is laid down first; where the rows then cannot be written, it is taken away again. */
    private Document keep(Owner owner, String ending, byte[] file, Optional<UUID> upload) {
        Made made = looking.look(ending, file);
        Instant now = tools.clock().instant();
        UUID id = tools.chance().id(now);
        byte[] key = vault.newKey(id);
        String digest = Digests.hex(secrets.index(Field.FILE, Digests.hex(Digests.sha256(file))));
        Document fresh = new Document(
                id,
                owner.id(),
                made.kind(),
                made.pages().size(),
                file.length,
                now,
                made.blurred(),
                digest,
                made.receipt());
        List<Blob> blobs = vault.lay(id, key, made);
        boolean stands = false;
        try {
            Document kept = tools.whole(() -> write(owner, fresh, key, blobs, upload));
            stands = kept.id().equals(id);
            return kept;
        } finally {
            if (!stands) {
                vault.discard(blobs);
            }
        }
    }

    private Document write(Owner owner, Document fresh, byte[] key, List<Blob> blobs, Optional<UUID> upload) {
        papers.lock(owner);
        if (upload.isPresent()) {
            Upload still = uploads.lock(upload.get()).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
            Optional<Document> already = already(still);
            if (already.isPresent()) {
                return already.get();
            }
            uploads.finish(still.id(), fresh.id());
        }
        requireRoom(owner, fresh.size());
        papers.add(owner, fresh, key);
        papers.add(owner, fresh.id(), blobs);
        tools.trail()
                .record(Deed.done("document.take", KIND, fresh.id().toString()).at(owner.path()));
        return fresh;
    }

    private Used requireRoom(Owner owner, long more) {
        Used used = papers.used(owner);
        DocumentRefused.require(used.count() < OF_OWNER_MAX, Reason.TOO_MANY);
        DocumentRefused.require(used.ofOwner() + more <= OF_OWNER_BYTES_MAX, Reason.OWNER_FULL);
        DocumentRefused.require(
                owner.member().isEmpty() || used.ofMember() + more <= OF_MEMBER_BYTES_MAX, Reason.MEMBER_FULL);
        return used;
    }

    @Override
    public List<Document> of(UUID owner) {
        return tools.whole(() -> papers.of(owner));
    }

    @Override
    public Optional<Document> find(UUID id) {
        return tools.whole(() -> papers.find(id));
    }

    @Override
    public byte[] picture(UUID id, int page) {
        return fetch(id, Blob.page(page)).orElseThrow(() -> new DocumentRefused(Reason.ABSENT));
    }

    @Override
    public byte[] original(UUID id) {
        return fetch(id, Blob.ORIGINAL).orElseGet(() -> picture(id, 0));
    }

    private Optional<byte[]> fetch(UUID id, String part) {
        return tools.whole(() -> papers.place(id, part)).map(place -> vault.fetch(id, part, place));
    }

    @Override
    public void drop(UUID id) {
        Consumer<String> note = path -> tools.trail()
                .record(Deed.done("document.drop", KIND, id.toString()).at(path));
        tools.transactions()
                .executeWithoutResult(
                        _ -> papers.drop(id, tools.clock().instant()).ifPresent(note));
    }

    @Override
    public void follow(String from, String to) {
        tools.transactions().executeWithoutResult(_ -> {
            papers.follow(from, to);
            uploads.follow(from, to);
        });
    }
}
