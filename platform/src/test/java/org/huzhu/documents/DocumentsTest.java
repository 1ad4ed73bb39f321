package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.documents.Desk.as;
import static org.huzhu.documents.Desk.at;
import static org.huzhu.documents.Desk.claim;
import static org.huzhu.documents.Desk.refuses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.RoomTest;
import org.huzhu.SetClock;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.KeyRotation;
import org.huzhu.database.Home;
import org.huzhu.database.Scope;
import org.huzhu.documents.DocumentRefused.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept of papers, who sees it, and what happens when something goes wrong on the way. */
@RoomTest
@Import(FailingShelf.Surroundings.class)
class DocumentsTest {

    private static final byte[] PHOTO = Pictures.jpeg(Pictures.print(300, 400));

    private final Documents documents;
    private final FailingShelf shelf;
    private final Home home;
    private final SetClock clock;
    private final KeyRotation rotation;
    private final TransactionOperations transactions;

    @Autowired
    DocumentsTest(
            Documents documents,
            FailingShelf shelf,
            Home home,
            SetClock clock,
            KeyRotation rotation,
            TransactionOperations transactions) {
        this.documents = documents;
        this.shelf = shelf;
        this.home = home;
        this.clock = clock;
        this.rotation = rotation;
        this.transactions = transactions;
    }

    private Document take(Owner owner) {
        return at("o1", () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(PHOTO)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home.documents())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void what_was_taken_is_found_again_and_nothing_of_it_lies_on_the_disk_in_the_clear() throws IOException {
        Owner owner = claim();
        Document first = take(owner);
        clock.advance(Duration.ofSeconds(1));
        Document second = take(owner);

        assertThat(at("o1.a1", () -> documents.of(owner.id()))).containsExactly(first, second);
        assertThat(first.digest()).isEqualTo(second.digest());
        assertThat(first.pages()).isEqualTo(1);
        assertThat(first.size()).isEqualTo(PHOTO.length);
        byte[] picture = at("o1", () -> documents.picture(first.id(), 0));
        assertThat(Pictures.decoded(picture).getWidth()).isEqualTo(300);
        assertThat(at("o1", () -> documents.original(first.id()))).isEqualTo(picture);
        for (Path file : files()) {
            byte[] lies = Files.readAllBytes(file);
            assertThat(file.getFileName().toString()).isEqualTo(Vault.nameOf(lies));
            assertThat(Arrays.copyOf(lies, 3)).isNotEqualTo(Arrays.copyOf(picture, 3));
        }
        refuses(Reason.ABSENT, () -> documents.picture(first.id(), 1));
    }

    @Test
    void others_do_not_see_it_and_the_member_sees_his_own() {
        Owner owner = claim();
        UUID id = take(owner).id();

        assertThat(at("o2", () -> documents.find(id))).isEmpty();
        assertThat(at("o1.a1.u2", () -> documents.of(owner.id()))).isEmpty();
        assertThat(as(UUID.randomUUID(), () -> documents.find(id))).isEmpty();
        assertThat(as(owner.member().orElseThrow(), () -> documents.find(id))).isPresent();
        assertThat(as(owner.member().orElseThrow(), () -> documents.picture(id, 0)))
                .isNotEmpty();
        assertThatThrownBy(() -> at("o2", () -> documents.picture(id, 0))).isInstanceOf(DocumentRefused.class);
        at("o2", () -> {
            documents.drop(id);
            return true;
        });
        assertThat(at("o1", () -> documents.find(id))).isPresent();
    }

    @Test
    void a_member_brings_his_own_and_nobody_elses() {
        Owner own = claim();
        UUID member = own.member().orElseThrow();
        InputStream photo = new ByteArrayInputStream(PHOTO);

        assertThat(as(member, () -> documents.take(own, "a.jpg", photo)).pages())
                .isEqualTo(1);

        InputStream again = new ByteArrayInputStream(PHOTO);
        assertThatThrownBy(() -> as(UUID.randomUUID(), () -> documents.take(own, "a.jpg", again)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_bit_that_flips_on_the_disk_is_never_served() throws IOException {
        Document document = take(claim());
        String name = shelf.last();
        Path file = lying(name);
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(file, bad);

        refuses(Reason.DAMAGED, () -> documents.picture(document.id(), 0));
        Files.delete(file);
        refuses(Reason.DAMAGED, () -> documents.picture(document.id(), 0));
        Files.write(file, good);
        assertThat(at("o1", () -> documents.picture(document.id(), 0))).isNotEmpty();
    }

    @Test
    void where_the_store_is_down_nothing_is_taken_and_nothing_that_came_is_lost() throws IOException {
        Owner owner = claim();
        UUID upload = at("o1", () -> documents.begin(owner, "a.jpg", PHOTO.length));
        at("o1", () -> documents.put(upload, 0, new ByteArrayInputStream(PHOTO)));
        int before = files().size();

        shelf.fail("No space left on device", () -> {
            refuses(Reason.STORE_DOWN, () -> documents.finish(upload));
            refuses(Reason.STORE_DOWN, () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(PHOTO)));
        });

        assertThat(files()).hasSize(before);
        assertThat(at("o1", () -> documents.of(owner.id()))).isEmpty();
        Document document = at("o1", () -> documents.finish(upload));
        shelf.fail("Connection refused", () -> refuses(Reason.STORE_DOWN, () -> documents.picture(document.id(), 0)));
        assertThat(at("o1", () -> documents.picture(document.id(), 0))).isNotEmpty();
    }

    @Test
    void what_was_laid_down_is_taken_away_where_its_row_cannot_stand() throws IOException {
        int before = files().size();
        Owner beyond = new Owner("claim", UUID.randomUUID(), "o2.a1", Optional.empty());

        assertThatThrownBy(() -> take(beyond)).hasStackTraceContaining("row-level security");

        assertThat(files()).hasSize(before);
    }

    @Test
    void a_dropped_document_is_gone_and_what_lies_outside_waits_a_day_for_copies() throws IOException {
        Document document = take(claim());
        String name = shelf.last();

        at("o1", () -> {
            documents.drop(document.id());
            return true;
        });

        assertThat(at("o1", () -> documents.find(document.id()))).isEmpty();
        assertThat(files()).anyMatch(file -> file.endsWith(name));
    }

    @Test
    void what_no_row_needs_is_swept_after_a_day(@Autowired StoredDocuments stored) throws IOException {
        Document kept = take(claim());
        Document dropped = take(claim());
        String name = shelf.last();
        String orphan = "ab".repeat(32);
        shelf.put(orphan, new byte[] {1});
        at("o1", () -> {
            documents.drop(dropped.id());
            return true;
        });
        Owner owner = claim();
        UUID begun = at("o1", () -> documents.begin(owner, "a.jpg", 10));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
        assertThat(stored.sweep()).isZero();

        clock.advance(Duration.ofHours(25));

        assertThat(stored.broken()).contains(orphan);
        assertThat(stored.sweep()).isGreaterThanOrEqualTo(2);
        assertThat(files()).noneMatch(file -> file.endsWith(orphan) || file.endsWith(name));
        assertThat(at("o1", () -> documents.picture(kept.id(), 0))).isNotEmpty();
        refuses(Reason.ABSENT, () -> documents.finish(begun));
        assertThat(stored.broken()).isEmpty();
    }

    @Test
    void verifying_finds_what_is_gone_and_what_is_not_what_was_kept(@Autowired StoredDocuments stored)
            throws IOException {
        Document first = take(claim());
        Path one = lying(shelf.last());
        Document second = take(claim());
        Path other = lying(shelf.last());
        byte[] good = Files.readAllBytes(one);
        byte[] bad = good.clone();
        bad[20] ^= 64;
        Files.write(one, bad);
        byte[] gone = Files.readAllBytes(other);
        Files.delete(other);

        assertThat(stored.broken()).containsExactlyInAnyOrder(first.id() + " page/0", second.id() + " page/0");

        Files.write(one, good);
        Files.write(other, gone);
        assertThat(stored.broken()).isEmpty();
    }

    private Path lying(String name) throws IOException {
        return files().stream().filter(each -> each.endsWith(name)).findAny().orElseThrow();
    }

    @Test
    void after_a_change_of_keys_documents_open_and_what_lies_outside_stays_as_it_is() throws IOException {
        Document document = take(claim());
        List<Path> before = files();

        rotation.rotate(Field.FILE);
        assertThat(rotation.reseal(Field.FILE)).isPositive();

        assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(at("o1", () -> documents.picture(document.id(), 0))).isNotEmpty();
        assertThat(rotation.unreadable(Field.FILE)).isEmpty();
    }

    @Test
    void documents_follow_the_organisation_that_they_belong_to(@Autowired DocumentPaths paths) {
        Owner owner = new Owner("claim", UUID.randomUUID(), "o7.a1.u1", Optional.empty());
        Document document = at("o7", () -> documents.take(owner, "a.jpg", new ByteArrayInputStream(PHOTO)));

        Scope.ofSystem().run(() -> transactions.executeWithoutResult(_ -> paths.follow("o7.a1", "o8.a1")));

        assertThat(at("o7", () -> documents.find(document.id()))).isEmpty();
        assertThat(at("o8.a1.u1", () -> documents.picture(document.id(), 0))).isNotEmpty();
    }
}
