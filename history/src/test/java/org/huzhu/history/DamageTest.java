package org.huzhu.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.huzhu.columns.Words;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not a whole store is refused, with the name of the file and what to do. */
class DamageTest {

    private static final int MEMBERS = 300;

    @TempDir
    private Path temp = Path.of("");

    private Path store = Path.of("");
    private List<String> written = List.of();

    @BeforeEach
    void writeStore() {
        Cases.check(1, cases -> write(cases, MEMBERS));
    }

    private void write(Cases cases, int members) {
        Words words = new Words();
        var part = Societies.part(cases, words, members);
        written = Societies.texts(part);
        store = Stores.written(temp, words, part);
    }

    private ThrowableAssertAlternative<HistoryRefused> assertRefused() {
        return assertThatExceptionOfType(HistoryRefused.class)
                .isThrownBy(() -> Stores.loaded(store))
                .withMessageContaining("请");
    }

    @Test
    void every_damaged_byte_within_a_column_is_found() {
        Cases.check(300, cases -> {
            Path file = cases.oneOf(columnFiles());
            byte[] bytes = Stores.bytes(file);
            int at = (int) cases.wholeBetween(4, footerAt(bytes) - 1);
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << cases.wholeBetween(0, 7));
            Stores.write(file, damaged);

            // A bit of a header may say nothing, or the same: then the facts are still those that were written.
            Optional<String> refusal = refusal();

            Stores.write(file, bytes);
            refusal.ifPresent(
                    message -> assertThat(message).contains(file.getFileName().toString()));
        });
    }

    /** Why the store is refused; where it is not, it says what was written. */
    private Optional<String> refusal() {
        try {
            assertThat(Societies.texts(Stores.loaded(store))).isEqualTo(written);
            return Optional.empty();
        } catch (HistoryRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> columnFiles() {
        return Stores.files(store).stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .filter(file -> footerAt(Stores.bytes(file)) > 5)
                .toList();
    }

    private static int footerAt(byte[] bytes) {
        int tail = bytes.length - 8;
        int size = (bytes[tail] & 0xff) | (bytes[tail + 1] & 0xff) << 8 | (bytes[tail + 2] & 0xff) << 16;
        return tail - size;
    }

    @Test
    void a_damaged_byte_anywhere_ends_in_a_refusal_or_in_facts_but_in_nothing_else() {
        Cases.check(300, cases -> {
            Path file = cases.oneOf(Stores.files(store));
            byte[] bytes = Stores.bytes(file);
            byte[] damaged = bytes.clone();
            damaged[(int) cases.wholeBetween(0, bytes.length - 1)] = (byte) cases.wholeBetween(-128, 127);
            Stores.write(file, damaged);
            try {
                Stores.loaded(store);
            } catch (HistoryRefused e) {
                assertThat(e).hasMessageContaining("请");
            }
            Stores.write(file, bytes);
        });
    }

    @Test
    void a_file_that_was_cut_is_refused_wherever_it_was_cut() {
        Cases.check(100, cases -> {
            Path file = cases.oneOf(Stores.files(store));
            byte[] bytes = Stores.bytes(file);
            Stores.write(file, Arrays.copyOf(bytes, (int) cases.wholeBetween(0, bytes.length - 3)));

            assertRefused().withMessageContaining(file.getFileName().toString());

            Stores.write(file, bytes);
        });
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Files.delete(store.resolve("stays/part-00000.parquet"));

        assertRefused().withMessageContaining("stays/part-00000.parquet");
    }

    @Test
    void a_file_of_another_table_is_refused_with_the_column_that_is_missing() throws IOException {
        Files.write(
                store.resolve("visits/part-00000.parquet"), Stores.bytes(store.resolve("terms/part-00000.parquet")));

        assertRefused().withMessageContaining("visits").withMessageContaining("列 event 不存在");
    }

    @Test
    void a_file_of_another_store_is_refused() throws IOException {
        byte[] visits = Stores.bytes(store.resolve("visits/part-00000.parquet"));
        Cases.check(1, cases -> write(cases, MEMBERS + 1));
        Files.write(store.resolve("visits/part-00000.parquet"), visits);

        assertRefused();
    }

    @Test
    void a_folder_that_is_no_store_is_refused() throws IOException {
        Files.delete(store.resolve(Manifest.FILE));

        assertRefused().withMessageContaining("不是历史库");
    }

    @Test
    void a_file_that_is_no_parquet_is_refused() throws IOException {
        Files.writeString(store.resolve("words.parquet"), "序号,词\n1,住院津贴\n");

        assertRefused().withMessageContaining("words.parquet").withMessageContaining("不是完整的 Parquet 文件");
    }

    @Test
    void a_store_of_a_later_version_is_refused() throws IOException {
        replaceInManifest("\"version\": 1", "\"version\": 2");

        assertRefused().withMessageContaining("version 是 2");
    }

    @Test
    void a_manifest_that_counts_other_rows_is_refused() throws IOException {
        replaceInManifest("\"terms\": ", "\"terms\": 9");

        assertRefused().withMessageContaining("terms");
    }

    @Test
    void a_manifest_that_counts_more_members_is_refused() throws IOException {
        replaceInManifest(
                "\"members\": " + MEMBERS + ",\n  \"parts\"", "\"members\": " + (MEMBERS + 1) + ",\n  \"parts\"");

        assertRefused().withMessageContaining("members");
    }

    private void replaceInManifest(String what, String with) throws IOException {
        Path file = store.resolve(Manifest.FILE);
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with), StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_with_something_in_it_is_not_written_over() {
        assertThatExceptionOfType(HistoryRefused.class)
                .isThrownBy(() -> new HistoryWriter(store, new Words(), "试验"))
                .withMessageContaining("不是空目录");
    }
}
