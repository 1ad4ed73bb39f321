package org.huzhu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds all that a society has on disk: its database, keys, documents and logs.
 *
 * @param folder absolute; made when it is first needed, for its owner alone
 */
public record Home(Path folder) {

    private static final String NAME = "HUZHU_HOME";
    private static final String USUAL = "huzhu-data";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** What {@code HUZHU_HOME} names, else {@code huzhu-data} beside where the program was started. */
    public static Home of(Settings settings) {
        return new Home(Path.of(settings.get(NAME).orElse(USUAL)));
    }

    /** The data of our own PostgreSQL. */
    Path data() {
        return folder.resolve("postgres");
    }

    /** The programs of our own PostgreSQL, unpacked. */
    Path programs() {
        return folder.resolve("programs");
    }

    /** Passwords and keys; whoever has this folder can read all there is. */
    public Path keys() {
        return folder.resolve("keys");
    }

    /** The logins of the demonstration; there only where the society is one. */
    public Path demonstration() {
        return keys().resolve("demonstration");
    }

    /** Documents that members handed in. */
    public Path documents() {
        return folder.resolve("documents");
    }

    /** What is worked on just now; nothing in it outlasts the work. */
    public Path working() {
        return folder.resolve("working");
    }

    /** What others leave for the society; made when it is first looked into. */
    public Path drop() {
        return folder.resolve("drop");
    }

    /** Logs, of ours and of the database. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The copy that is being restored; there only until that is done. */
    Path restoring() {
        return folder.resolve("restoring");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** Makes the folder, for its owner alone. */
    public void make() {
        try {
            for (Path each : new Path[] {folder, keys(), documents(), working(), logs()}) {
                if (Files.isDirectory(each)) {
                    continue;
                }
                Files.createDirectories(each);
                if (Files.getFileStore(each).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw new DatabaseTrouble("数据目录 %s 不能建立或写入。请检查权限，或用环境变量 %s 另指一个目录。".formatted(folder, NAME), e);
        }
    }
}
