package org.huzhu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of PostgreSQL where two processes unpack them at once. */
class ProgramsTest {

    @TempDir
    Path home;

    @Test
    void whoever_unpacks_second_goes_on_with_what_the_first_has_put_there() throws IOException {
        Path folder = home.resolve("postgresql");
        Programs.settle(unpacked("first"), folder);
        Programs.settle(unpacked("second"), folder);
        assertThat(folder.resolve("postgres")).hasContent("first");
    }

    @Test
    void what_stands_in_the_way_and_is_no_folder_is_told() throws IOException {
        Path folder = Files.writeString(home.resolve("postgresql"), "");
        assertThatThrownBy(() -> Programs.settle(unpacked("first"), folder)).isInstanceOf(FileSystemException.class);
    }

    private Path unpacked(String by) throws IOException {
        Path aside = Files.createTempDirectory(home, "part-");
        Files.writeString(aside.resolve("postgres"), by);
        return aside;
    }
}
