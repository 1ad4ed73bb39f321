package org.huzhu.database;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.huzhu.database.Tables.Table;
import org.postgresql.PGConnection;

/**
 * Copies of a society in a folder: all tables as they stood at one moment, while the society runs on; keys; documents.
 *
 * <p>A copy holds no schema: each room's version is noted, and the migrations of that version make the schema again. A
 * copy with its keys can be read by whoever has it: it is kept like the society itself.
 */
public final class Copies {

    /** How the name of a file ends that is not whole yet. */
    private static final String PART = ".part";

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
            Scope.ofSystem().tell(owner);
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

    /** What is on its way while the copy is made is not part of it; what is whole stays as long as that takes. */
    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                // Passwords belong to a server and are made anew; all other keys belong to the society.
                if (!name.startsWith("database-") && !name.endsWith(PART)) {
                    Path there = to.resolve(from.relativize(file).toString());
                    Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.toString().endsWith(PART)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
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
     * had; {@link Migrations#run} then brings it to the newest. Where that was broken off, the same copy can be
     * restored again, and until then the society does not open.
     *
     * @return how many rows were restored
     */
    public static long restore(Home home, Server server, Path copy, Consumer<String> progress) {
        Path from = copy.toAbsolutePath().normalize();
        try {
            Manifest manifest = Manifest.read(from);
            progress.accept("核对备份……");
            manifest.check(from);
            begin(home, server, from);
            copyTree(from.resolve("keys"), home.keys());
            copyTree(from.resolve("documents"), home.documents());
            Migrations.runTo(server, manifest.versions());
            long rows = fill(server, manifest, from, progress);
            Files.delete(home.restoring());
            return rows;
        } catch (IOException e) {
            throw new DatabaseTrouble("备份 %s 不能读取：%s".formatted(from, e.getMessage()), e);
        } catch (SQLException e) {
            throw new DatabaseTrouble("恢复时数据库出错，请再执行一次：%s".formatted(e.getMessage()), e);
        }
    }

    /** Refuses to open a society of which a part may be missing. */
    public static void requireWhole(Home home) {
        if (Files.exists(home.restoring())) {
            throw new DatabaseTrouble("上次的恢复没有完成。请再执行一次 huzhu restore，用同一份备份。");
        }
    }

    /** Notes which copy is restored, unless it is noted from before; any other place must be empty. */
    private static void begin(Home home, Server server, Path from) throws SQLException, IOException {
        String name = from.toString();
        if (Files.exists(home.restoring()) && Files.readString(home.restoring()).equals(name)) {
            return;
        }
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
        Files.writeString(home.restoring(), name);
    }

    /**
     * All tables in one transaction. COPY does not go with row-level security, nor emptying with tables that only grow:
     * both walls are put back before the end, and nobody else sees the tables without.
     */
    private static long fill(Server server, Manifest manifest, Path from, Consumer<String> progress)
            throws IOException, SQLException {
        long rows = 0;
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Scope.ofSystem().tell(owner);
            List<Table> tables = Tables.inOrder(owner);
            for (Table table : tables) {
                statement.execute("alter table %s disable trigger user".formatted(table.quoted()));
                if (table.isForced()) {
                    statement.execute("alter table %s no force row level security".formatted(table.quoted()));
                }
            }
            // What a migration put in, or a restore that was broken off, stands in the copy too.
            statement.execute("truncate " + tables.stream().map(Table::quoted).collect(Collectors.joining(", ")));
            for (Table table : tables) {
                progress.accept("恢复 " + table.schema() + "." + table.name());
                rows += copyIn(owner, table, from.resolve(table.file()));
            }
            statement.execute("set constraints all immediate");
            for (Table table : tables) {
                statement.execute("alter table %s enable trigger user".formatted(table.quoted()));
                if (table.isForced()) {
                    statement.execute("alter table %s force row level security".formatted(table.quoted()));
                }
            }
            setSequences(owner, manifest);
            owner.commit();
        }
        return rows;
    }

    private static void setSequences(Connection owner, Manifest manifest) throws SQLException {
        try (PreparedStatement set = owner.prepareStatement("select setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }

    private static long copyIn(Connection owner, Table table, Path file) throws IOException, SQLException {
        try (InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.quoted(), table.columns()), in);
        }
    }
}
