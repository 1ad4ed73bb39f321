package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the program is set to. */
class SettingsTest {

    private static List<String> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SettingsTest.class.getResourceAsStream("/application.properties"))) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** Of two lines with one name the first is without effect: photos and rosters above a megabyte were refused so. */
    @Test
    void nothing_is_set_twice() throws IOException {
        List<String> names = lines().stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }
}
