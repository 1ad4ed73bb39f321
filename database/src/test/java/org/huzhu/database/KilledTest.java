package org.huzhu.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dkills=20} kills more often. */
class KilledTest {

    private static final int KILLS = Integer.getInteger("kills", 4);

    @TempDir
    private Path folder;

    @Test
    void nothing_that_was_acknowledged_is_lost_however_the_processes_end() throws Exception {
        Home home = new Home(folder.resolve("society"));
        home.make();
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "huzhu");
        Files.createDirectories(cache);
        Files.createSymbolicLink(home.programs(), cache);
        Random chance = new Random(KILLS);

        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = writeUntilKilled(home, 1 + chance.nextInt(400), kill % 2 == 1);

            try (Server server = Servers.own(home, "huzhu", List.of(), _ -> {});
                    Connection owner = server.connectOwner();
                    Statement statement = owner.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*), max(number) from written")) {
                rows.next();
                assertThat(rows.getLong(1)).as("kill %d", kill).isEqualTo(rows.getLong(2));
                assertThat(rows.getLong(2)).as("kill %d", kill).isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    /** The last number that was acknowledged when the process was killed, after so many; the server with it, or not. */
    private static long writeUntilKilled(Home home, int writes, boolean serverToo)
            throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        home.folder().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader said = writer.inputReader(UTF_8)) {
            for (int i = 0; i < writes; i++) {
                last = Long.parseLong(said.readLine());
            }
            List<ProcessHandle> below = writer.descendants().toList();
            // By its handle: to destroy the process itself would close what it said.
            writer.toHandle().destroyForcibly();
            if (serverToo) {
                below.forEach(ProcessHandle::destroyForcibly);
            }
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Math.max(last, Long.parseLong(line));
            }
        }
        writer.waitFor();
        return last;
    }
}
