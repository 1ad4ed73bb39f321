package org.huzhu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huzhu.SetClock;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder and an object store hold what is laid down, and say so where they cannot. */
class ShelvesTest {

    private static final byte[] SEALED = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String NAME = "0f".repeat(32);

    private final SetClock clock = new SetClock();

    @TempDir
    private Path folder = Path.of("");

    private static List<String> names(Shelf shelf, Instant before) throws IOException {
        List<String> names = new ArrayList<>();
        shelf.each(before, names::add);
        return names;
    }

    @Test
    void a_folder_gives_back_what_was_laid_down() throws IOException {
        Shelf shelf = new FolderShelf(folder);

        shelf.put(NAME, SEALED);
        shelf.put(NAME, SEALED);

        assertThat(shelf.get(NAME)).contains(SEALED);
        assertThat(folder.resolve("0f/0f/" + NAME)).exists();
        shelf.remove(NAME);
        shelf.remove(NAME);
        assertThat(shelf.get(NAME)).isEmpty();
    }

    @Test
    void what_never_became_whole_is_tidied_away_and_never_given() throws IOException {
        Shelf shelf = new FolderShelf(folder);
        shelf.put(NAME, SEALED);
        Path part = folder.resolve("0f/0f/" + "1e".repeat(32) + ".x.part");
        Files.write(part, SEALED);
        Instant now = Files.getLastModifiedTime(part).toInstant();

        assertThat(names(shelf, now.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(part).exists();
        assertThat(names(shelf, now.plus(Duration.ofDays(1)))).containsExactly(NAME);
        assertThat(part).doesNotExist();
    }

    @Test
    void a_folder_that_is_not_there_is_a_trouble_and_not_an_empty_one() {
        Shelf shelf = new FolderShelf(folder.resolve("gone"));

        assertThatThrownBy(() -> shelf.get(NAME)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> names(shelf, Instant.MAX)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shelf.get("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The example of a list of objects in the manual of Amazon S3. */
    @Test
    void a_request_is_signed_as_the_manual_of_the_stores_signs_it() {
        S3Bucket bucket = new S3Bucket(
                URI.create("https://examplebucket.s3.amazonaws.com"),
                "",
                "us-east-1",
                "",
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

        Map<String, String> headers = S3Signature.headers(
                bucket,
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J"),
                new byte[0],
                Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(headers.get("authorization"))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void an_object_store_gives_back_what_was_laid_down() throws IOException {
        try (FakeStore store = new FakeStore(clock.instant())) {
            Shelf shelf = new S3Shelf(store.bucket("secret"), clock);
            List<String> laid = List.of("0a".repeat(32), "0b".repeat(32), "0c".repeat(32), "0d".repeat(32), NAME);
            for (String name : laid) {
                shelf.put(name, SEALED);
            }

            assertThat(store.things()).containsKey("huzhu/" + NAME);
            assertThat(shelf.get(NAME)).contains(SEALED);
            assertThat(names(shelf, clock.instant())).isEmpty();
            assertThat(names(shelf, clock.instant().plusSeconds(1))).containsExactlyElementsOf(laid);
            shelf.remove(NAME);
            shelf.remove(NAME);
            assertThat(shelf.get(NAME)).isEmpty();
        }
    }

    @Test
    void an_object_store_that_is_in_trouble_is_not_taken_for_an_empty_one() throws IOException {
        try (FakeStore store = new FakeStore(clock.instant())) {
            Shelf shelf = new S3Shelf(store.bucket("secret"), clock);
            shelf.put(NAME, SEALED);
            for (int status : new int[] {500, 503, 404, 301}) {
                store.trouble(status);
                assertThatThrownBy(() -> shelf.put(NAME, SEALED)).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> shelf.get(NAME)).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> names(shelf, Instant.MAX)).isInstanceOf(IOException.class);
            }
            store.trouble(0);
            store.breaksOff(true);
            assertThatThrownBy(() -> shelf.get(NAME)).isInstanceOf(IOException.class);
            store.breaksOff(false);
            assertThatThrownBy(() -> new S3Shelf(store.bucket("wrong"), clock).get(NAME))
                    .isInstanceOf(IOException.class);
            assertThat(shelf.get(NAME)).contains(SEALED);
        }
    }

    @Test
    void an_object_store_that_is_down_refuses() throws IOException {
        FakeStore store = new FakeStore(clock.instant());
        Shelf shelf = new S3Shelf(store.bucket("secret"), clock);
        store.close();

        assertThatThrownBy(() -> shelf.put(NAME, SEALED)).isInstanceOf(IOException.class);
    }

    @Test
    void an_operator_is_told_what_is_missing_of_a_store() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "AKID\nsecret\n");
        Map<String, String> whole = Map.of(
                "HUZHU_S3_ENDPOINT", "https://s3.example/",
                "HUZHU_S3_BUCKET", "papers",
                "HUZHU_S3_KEY_FILE", key.toString());

        assertThat(StoredDocuments.elsewhere(new Settings(Map.of()))).isEmpty();
        assertThat(S3Bucket.of(new Settings(whole)).orElseThrow()).hasToString("https://s3.example/papers/huzhu/");
        assertThatThrownBy(() -> S3Bucket.of(new Settings(Map.of("HUZHU_S3_ENDPOINT", "https://s3.example"))))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("HUZHU_S3_KEY_FILE");
        Files.writeString(key, "one line");
        assertThatThrownBy(() -> S3Bucket.of(new Settings(whole))).hasMessageContaining("两行");
    }
}
