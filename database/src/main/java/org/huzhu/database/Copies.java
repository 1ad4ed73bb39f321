package org.huzhu.database;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.huzhu.database.Tables.Table;
import org.postgresql.PGConnection;

/**
 * Copies of a society in a folder: all tables as they stood at one moment, while the society runs on; keys; documents.
 *
 * <p>A copy holds no schema: each room's version is noted, and the migrations of that version make the schema again. A
 * copy with its keys can be read by whoever has it: it is kept like the society itself.
 */
public final class Copies {

    private static final String EVERYTHING = "select set_config('huzhu.actor', 'system', true),"
            + " set_config('huzhu.reach', '{\"\"}', true), set_config('huzhu.member', '', true)";

    private Copies() {}

    /**
     * Makes a copy, in a folder that is not there yet; it is there only when it is whole.
     *
     * @param rooms those that have a schema
     * @return how many rows it has
     */
    public static long make(Home home, Server server, List<String> rooms, Path copy, Consumer<String> progress) {
        Path to = copy.toAbsolutePath().normalize();
        if (Files.exists(to)) {
            throw new DatabaseTrouble("%s 已经存在。备份要写进一个新目录，请另起一个名字。".formatted(to));
        }
        try {
            Files.createDirectories(to.getParent());
            Path aside = Files.createTempDirectory(to.getParent(), to.getFileName() + ".part-");
            try {
                Files.createDirectories(aside.resolve("tables"));
                long rows = fill(home, server, rooms, aside, progress);
                Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
                return rows;
            } finally {
                Programs.delete(aside);
            }
        } catch (IOException e) {
            throw new DatabaseTrouble("备份写不进 %s：%s".formatted(to, e.getMessage()), e);
        } catch (SQLException e) {
            throw new DatabaseTrouble("备份时数据库出错：%s".formatted(e.getMessage()), e);
        }
    }

    private static long fill(Home home, Server server, List<String> rooms, Path aside, Consumer<String> progress)
            throws IOException, SQLException {
        long rows = 0;
        Map<String, Long> sequences = new TreeMap<>();
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute(EVERYTHING);
            for (Table table : Tables.inOrder(owner)) {
                progress.accept("备份 " + table.schema() + "." + table.name());
                rows += copyOut(owner, table, aside.resolve(table.file()));
            }
            for (String sequence : Tables.sequences(owner)) {
                try (ResultSet last =
                        statement.executeQuery("select last_value from " + sequence + " where is_called")) {
                    if (last.next()) {
                        sequences.put(sequence, last.getLong(1));
                    }
                }
            }
            owner.rollback();
        }
        copyTree(home.keys(), aside.resolve("keys"));
        copyTree(home.documents(), aside.resolve("documents"));
        new Manifest(Migrations.versions(server, rooms), sequences, digests(aside)).write(aside);
        return rows;
    }

    private static long copyOut(Connection owner, Table table, Path file) throws IOException, SQLException {
        String columns = table.columns();
        try (OutputStream out = new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            return owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from %s) to stdout".formatted(columns, table.quoted()), out);
        }
    }

    private static Map<String, String> digests(Path copy) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        List<Path> files;
        try (var all = Files.walk(copy)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            digests.put(copy.relativize(file).toString().replace('\\', '/'), Manifest.digest(file));
        }
        return digests;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> all;
        try (var files = Files.walk(from)) {
            all = new ArrayList<>(files.toList());
        }
        for (Path each : all) {
            Path there = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(there);
            } else if (!each.getFileName().toString().startsWith("database-")) {
                // Passwords belong to a server and are made anew; all other keys belong to the society.
                Files.copy(each, there);
            }
        }
    }

    /** Looks whether the copy is whole and unchanged. */
    public static void check(Path copy) {
        try {
            Manifest.read(copy).check(copy.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new DatabaseTrouble("备份 %s 不能读取：%s".formatted(copy, e.getMessage()), e);
        }
    }

    /**
     * Makes the society of a copy again, in an empty database and an empty home, at the version of the schema that it
     * had; {@link Migrations#run} then brings it to the newest.
     *
     * @return how many rows were restored
     */
    public static long restore(Home home, Server server, Path copy, Consumer<String> progress) {
        Path from = copy.toAbsolutePath().normalize();
        try {
            Manifest manifest = Manifest.read(from);
            progress.accept("核对备份……");
            manifest.check(from);
            requireEmpty(home, server);
            Migrations.runTo(server, manifest.versions());
            long rows = fill(server, manifest, from, progress);
            copyTree(from.resolve("keys"), home.keys());
            copyTree(from.resolve("documents"), home.documents());
            return rows;
        } catch (IOException e) {
            throw new DatabaseTrouble("备份 %s 不能读取：%s".formatted(from, e.getMessage()), e);
        } catch (SQLException e) {
            throw new DatabaseTrouble("恢复时数据库出错，已退回原状：%s".formatted(e.getMessage()), e);
        }
    }

    private static void requireEmpty(Home home, Server server) throws SQLException, IOException {
        try (Connection owner = server.connectOwner()) {
            if (!Tables.inOrder(owner).isEmpty()) {
                throw new DatabaseTrouble("这个数据库里已有数据。备份只能恢复到空的地方：请用 HUZHU_HOME 另指一个新目录。");
            }
        }
        try (var documents = Files.list(home.documents())) {
            if (documents.findAny().isPresent()) {
                throw new DatabaseTrouble("%s 里已有文件。备份只能恢复到空的地方。".formatted(home.documents()));
            }
        }
    }

    /** All tables in one transaction. COPY does not go with row-level security, which is put back before the end. */
    private static long fill(Server server, Manifest manifest, Path from, Consumer<String> progress)
            throws IOException, SQLException {
        long rows = 0;
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(EVERYTHING);
            for (Table table : Tables.inOrder(owner)) {
                progress.accept("恢复 " + table.schema() + "." + table.name());
                if (table.isForced()) {
                    statement.execute("alter table %s no force row level security".formatted(table.quoted()));
                }
                // What a migration put in stands in the copy too.
                statement.execute("alter table %s disable trigger user".formatted(table.quoted()));
                statement.execute("delete from " + table.quoted());
                rows += copyIn(owner, table, from.resolve(table.file()));
                statement.execute("set constraints all immediate");
                statement.execute("alter table %s enable trigger user".formatted(table.quoted()));
                if (table.isForced()) {
                    statement.execute("alter table %s force row level security".formatted(table.quoted()));
                }
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                try (PreparedStatement set = owner.prepareStatement("select setval(?::regclass, ?)")) {
                    set.setString(1, sequence.getKey());
                    set.setLong(2, sequence.getValue());
                    set.execute();
                }
            }
            owner.commit();
        }
        return rows;
    }

    private static long copyIn(Connection owner, Table table, Path file) throws IOException, SQLException {
        try (InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.quoted(), table.columns()), in);
        }
    }
}
