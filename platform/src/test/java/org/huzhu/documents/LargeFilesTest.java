package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.documents.Desk.at;
import static org.huzhu.documents.Desk.refuses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.crypto.Digests;
import org.huzhu.database.Home;
import org.huzhu.documents.DocumentRefused.Reason;
import org.huzhu.documents.LargeFiles.Kept;
import org.huzhu.documents.LargeFiles.Laid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** Files that are never whole in memory. */
@RoomTest
@Import(FailingShelf.Surroundings.class)
class LargeFilesTest {

    private static final byte[] LARGE = large();

    private final LargeFiles files;
    private final Documents documents;
    private final FailingShelf shelf;
    private final Home home;
    private final TransactionOperations transactions;

    @TempDir
    private Path folder;

    @Autowired
    LargeFilesTest(
            LargeFiles files, Documents documents, FailingShelf shelf, Home home, TransactionOperations transactions) {
        this.transactions = transactions;
        this.files = files;
        this.documents = documents;
        this.shelf = shelf;
        this.home = home;
    }

    private static byte[] large() {
        byte[] large = new byte[(9 << 20) + 17];
        new Random(1).nextBytes(large);
        return large;
    }

    private static Owner feed() {
        return new Owner("quarter_file", UUID.randomUUID(), "o1", Optional.empty());
    }

    private Kept keep(byte[] bytes) {
        return at("o1", () -> files.keep(feed(), new ByteArrayInputStream(bytes)));
    }

    private Path write(Kept kept) {
        Path to = folder.resolve(UUID.randomUUID().toString());
        at("o1", () -> {
            files.write(kept.id(), to);
            return true;
        });
        return to;
    }

    private long piecesOutside() throws IOException {
        try (Stream<Path> all = Files.walk(home.documents())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private Path outside(String name) throws IOException {
        try (Stream<Path> all = Files.walk(home.documents())) {
            return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void a_large_file_comes_out_as_it_came() throws IOException {
        Kept kept = keep(LARGE);

        assertThat(kept.bytes()).isEqualTo(LARGE.length);
        assertThat(kept.sha256()).isEqualTo(HexFormat.of().formatHex(Digests.sha256(LARGE)));
        assertThat(write(kept)).hasBinaryContent(LARGE);
        assertThat(write(keep(Arrays.copyOf(LARGE, 1)))).hasBinaryContent(Arrays.copyOf(LARGE, 1));
    }

    @Test
    void others_do_not_see_it() {
        Kept kept = keep(LARGE);
        refuses(Reason.ABSENT, () -> {
            at("o2", () -> {
                files.write(kept.id(), folder.resolve("other"));
                return true;
            });
            return true;
        });
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void of_a_file_that_breaks_off_nothing_is_kept() throws IOException {
        long before = piecesOutside();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(LARGE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line broke");
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                throw new IOException("The line broke");
            }
        });

        refuses(Reason.INCOMPLETE, () -> files.keep(feed(), broken));
        refuses(Reason.EMPTY, () -> files.keep(feed(), InputStream.nullInputStream()));

        assertThat(piecesOutside()).isEqualTo(before);
    }

    @Test
    void what_was_laid_down_is_taken_away_unless_what_was_done_with_it_stands() throws IOException {
        long before = piecesOutside();
        Owner owner = feed();
        assertThatThrownBy(() -> at("o1", () -> {
                    try (Laid laid = files.lay(new ByteArrayInputStream(LARGE))) {
                        transactions.executeWithoutResult(_ -> {
                            laid.stand(owner);
                            throw new IllegalStateException("something else does not stand");
                        });
                        return true;
                    }
                }))
                .hasMessageContaining("something else");
        try (Laid laid = at("o1", () -> files.lay(new ByteArrayInputStream(LARGE)))) {
            assertThat(laid.kept().bytes()).isEqualTo(LARGE.length);
        }

        assertThat(piecesOutside()).isEqualTo(before);
        assertThat(at("o1", () -> documents.of(owner.id()))).isEmpty();
    }

    @Test
    void a_shelf_that_takes_no_more_leaves_nothing_of_it() throws IOException {
        long before = piecesOutside();

        shelf.fail(
                "No space left",
                () -> refuses(Reason.STORE_DOWN, () -> files.keep(feed(), new ByteArrayInputStream(LARGE))));

        assertThat(piecesOutside()).isEqualTo(before);
        assertThat(write(keep(LARGE))).hasBinaryContent(LARGE);
    }

    @Test
    void a_piece_that_was_changed_is_named_and_no_half_file_is_left() throws IOException {
        Kept kept = keep(LARGE);
        Path piece = outside(shelf.last());
        byte[] sealed = Files.readAllBytes(piece);
        byte[] changed = sealed.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(piece, changed);

        refuses(Reason.DAMAGED, () -> {
            files.write(kept.id(), folder.resolve("half"));
            return true;
        });
        assertThat(folder.resolve("half")).doesNotExist();
        Files.write(piece, sealed);
        at("o1", () -> {
            documents.drop(kept.id());
            return true;
        });
        refuses(Reason.ABSENT, () -> {
            files.write(kept.id(), folder.resolve("half"));
            return true;
        });
    }
}
