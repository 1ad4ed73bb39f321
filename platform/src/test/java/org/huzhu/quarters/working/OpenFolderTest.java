package org.huzhu.quarters.working;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies open while it is worked on, and what a process that was killed left. */
class OpenFolderTest {

    @TempDir
    private Path working = Path.of("");

    /** A folder with a file in it, as whoever was killed leaves it. */
    private Path left(String name) throws IOException {
        Path folder = working.resolve(name);
        Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("members.csv"), "王小明");
        return folder;
    }

    private static void age(Path folder, Path than, Duration by) throws IOException {
        FileTime now = Files.getLastModifiedTime(than);
        Files.setLastModifiedTime(folder, FileTime.from(now.toInstant().minus(by)));
    }

    @Test
    void what_was_left_of_the_same_work_is_taken_away_and_of_other_work_is_not() throws IOException {
        Path mine = left("run-1-123");
        Path other = left("run-2-123");

        try (OpenFolder folder = OpenFolder.of(working, "run-1-")) {
            assertThat(folder.path()).isEmptyDirectory();
            assertThat(mine).doesNotExist();
            assertThat(other.resolve("out")).isDirectoryContaining("glob:**/members.csv");
        }
    }

    @Test
    void beside_work_that_may_go_on_only_what_was_left_for_a_day_is_taken_away() throws IOException {
        Path old = left("bring-1");
        Path young = left("bring-2");
        Path other = left("run-1");
        Path now = Files.createDirectories(working.resolve("now"));
        age(old, now, Duration.ofHours(25));
        age(young, now, Duration.ofHours(23));
        age(other, now, Duration.ofHours(25));

        try (OpenFolder folder = OpenFolder.beside(working, "bring-")) {
            assertThat(folder.path()).isEmptyDirectory();
            assertThat(old).doesNotExist();
            assertThat(young.resolve("out")).isDirectoryContaining("glob:**/members.csv");
            assertThat(other).isDirectory();
        }
    }

    @Test
    void what_lay_open_is_gone_when_the_work_is_done() throws IOException {
        Path path;
        try (OpenFolder folder = OpenFolder.of(working.resolve("not-there-yet"), "run-")) {
            path = folder.path();
            Files.writeString(path.resolve("members.csv"), "王小明");
        }
        assertThat(path).doesNotExist();
    }
}
