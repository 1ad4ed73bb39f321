package org.huzhu.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The passwords of the roles of our own PostgreSQL: made by chance once, each in a file that its owner alone reads. */
final class Passwords {

    private static final int BYTES = 24;

    private Passwords() {}

    /** The password of the role; made, where there is none. */
    static String of(Home home, String role) {
        Path file = home.keys().resolve("database-" + role);
        try {
            if (!Files.exists(file)) {
                byte[] chance = new byte[BYTES];
                new SecureRandom().nextBytes(chance);
                Path aside = Files.createTempFile(
                        home.keys(),
                        "part",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(aside, HexFormat.of().formatHex(chance), UTF_8);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new DatabaseTrouble("密钥目录 %s 不能读写：%s".formatted(home.keys(), e.getMessage()), e);
        }
    }
}
