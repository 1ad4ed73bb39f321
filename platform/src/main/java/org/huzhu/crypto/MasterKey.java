package org.huzhu.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
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

    /** There while the master key is changed; then in the place of the old one, which is kept beside it. */
    private static final String NEXT = ".next";

    private static final String BEFORE = ".before";

    private static final FileAttribute<?>[] ALL = {};

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

    /** Makes the file with a key of chance, on the disk for certain; one that is there already is left as it is. */
    byte[] make(Chance chance) {
        byte[] key = chance.bytes(BYTES);
        try {
            FileAttribute<?>[] own =
                    hasPermissions() ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)} : ALL;
            try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), own)) {
                channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(UTF_8)));
                channel.force(true);
            }
            return key;
        } catch (IOException e) {
            throw new KeyTrouble("主密钥文件 %s 不能建立：%s".formatted(file, e.getMessage()), e);
        }
    }

    /** What the key of a change that has not ended lies in. */
    MasterKey next() {
        return new MasterKey(file.resolveSibling(file.getFileName() + NEXT));
    }

    /** The key of a change that came to nothing is of no use. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new KeyTrouble("文件 %s 不能删除：%s".formatted(file, e.getMessage()), e);
        }
    }

    /** Puts the next key in the place of this one, which older copies of the society still need. */
    void giveWay() {
        try {
            Path before = file.resolveSibling(file.getFileName() + BEFORE);
            Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(next().file(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new KeyTrouble("新的主密钥 %s 不能放到 %s：%s".formatted(next().file(), file, e.getMessage()), e);
        }
    }

    private boolean hasPermissions() throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    }
}
