package org.huzhu.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huzhu.audit.TrailVerifier.Verdict;
import org.huzhu.database.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on the whole trail, for which no person's scope would do: each call is one of the system. */
@Service
class AuditSealsService implements AuditSeals {

    private final JdbcSeals seals;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    AuditSealsService(JdbcSeals seals, Clock clock, PlatformTransactionManager transactions) {
        this.seals = seals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public long seal() {
        long sealed = 0;
        long more;
        do {
            more = whole(transaction, this::sealBlock);
            sealed += more;
        } while (more == BLOCK_RECORDS_MAX);
        return sealed;
    }

    private long sealBlock() {
        seals.takeTurn();
        List<AuditRecord> records = seals.take(BLOCK_RECORDS_MAX);
        if (records.isEmpty()) {
            return 0L;
        }
        Optional<Block> last = seals.last();
        long pos = last.map(Block::lastPos).orElse(0L);
        MerkleTree tree = new MerkleTree();
        for (AuditRecord record : records) {
            tree.add(new SealedLine(pos + tree.count() + 1, record.fields()).bytes());
        }
        seals.place(pos, records);
        seals.add(Block.of(
                last.map(Block::number).orElse(0L) + 1,
                pos + tree.count(),
                Moments.exact(clock.instant()),
                last.map(Block::hash).orElse(Block.NONE),
                tree));
        return records.size();
    }

    @Override
    public Optional<Anchor> anchor() {
        return whole(transaction, () -> {
            Optional<Anchor> anchor = seals.last().map(Anchor::of);
            anchor.ifPresent(head -> seals.anchor(head, Moments.exact(clock.instant())));
            return anchor;
        });
    }

    @Override
    public void export(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter records = Files.newBufferedWriter(folder.resolve("records.tsv"), UTF_8);
                BufferedWriter blocks = Files.newBufferedWriter(folder.resolve("blocks.tsv"), UTF_8)) {
            Optional<IOException> failure = whole(snapshot, () -> {
                try (Stream<Block> allBlocks = seals.blocks();
                        Stream<SealedLine> allRecords = seals.sealed()) {
                    write(allBlocks.map(Block::line), blocks);
                    write(allRecords.map(SealedLine::line), records);
                    return Optional.empty();
                } catch (IOException e) {
                    return Optional.of(e);
                }
            });
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    private static void write(Stream<String> lines, BufferedWriter out) throws IOException {
        for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
            out.write(each.next());
            out.write('\n');
        }
    }

    @Override
    public Verdict verify(Optional<Anchor> anchor) {
        return whole(snapshot, () -> look(seals, anchor));
    }

    /** Verifies what is sealed, and looks for what is not and should be. */
    static Verdict look(JdbcSeals seals, Optional<Anchor> anchor) {
        try (Stream<Block> blocks = seals.blocks();
                Stream<SealedLine> records = seals.sealed()) {
            Verdict sealed = TrailVerifier.verify(records.map(SealedLine::line), blocks.map(Block::line), anchor);
            List<Flaw> flaws = new ArrayList<>(sealed.flaws());
            seals.strays().forEach(seq -> flaws.add(new Flaw(Flaw.Kind.STRAY, seq)));
            return new Verdict(sealed.blocks(), sealed.records(), flaws);
        }
    }

    /** Works where the whole trail is seen. */
    private static <T> T whole(TransactionTemplate transaction, Supplier<T> work) {
        return Scope.ofSystem().call(() -> {
            T result = transaction.execute(_ -> work.get());
            return Objects.requireNonNull(result);
        });
    }
}
