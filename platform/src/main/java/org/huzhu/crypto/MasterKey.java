package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.huzhu.database.Home;
import org.huzhu.database.Settings;

/**
 * The file of the operator that holds the master key: 32 bytes as 64 hexadecimal digits.
 *
 * @param file readable by its owner alone
 */
record MasterKey(Path file) {

    private static final String NAME = "HUZHU_MASTER_KEY_FILE";
    private static final String USUAL = "master";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** That which {@code HUZHU_MASTER_KEY_FILE} names, else the file {@code master} among the keys. */
    static MasterKey of(Home home, Settings settings) {
        return new MasterKey(
                settings.get(NAME).map(Path::of).orElseGet(() -> home.keys().resolve(USUAL)));
    }

    /** The key; empty where there is no file. */
    Optional<byte[]> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (hasPermissions() && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new KeyTrouble("主密钥文件 %s 别人也能读写。请执行 chmod 600 %s，并考虑更换主密钥。".formatted(file, file));
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file, UTF_8).strip());
            if (key.length != BYTES) {
                throw new KeyTrouble(malformed());
            }
            return Optional.of(key);
        } catch (IllegalArgumentException e) {
            throw new KeyTrouble(malformed(), e);
        } catch (IOException e) {
            throw new KeyTrouble("主密钥文件 %s 不能读取：%s".formatted(file, e.getMessage()), e);
        }
    }

    private String malformed() {
        return "主密钥文件 %s 应是 %d 位十六进制数字。请从备份恢复这个文件。".formatted(file, 2 * BYTES);
    }

    /** Makes the file with a key of chance; one that is there already is left as it is. */
    byte[] make(Chance chance) {
        byte[] key = chance.bytes(BYTES);
        try {
            if (hasPermissions()) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, HexFormat.of().formatHex(key), UTF_8);
            return key;
        } catch (IOException e) {
            throw new KeyTrouble("主密钥文件 %s 不能建立：%s".formatted(file, e.getMessage()), e);
        }
    }

    private boolean hasPermissions() throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }
}
