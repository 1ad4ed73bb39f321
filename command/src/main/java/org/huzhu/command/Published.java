package org.huzhu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huzhu.quarter.table.DiskWording;

/**
 * The list of published plan files, each with the SHA-256 of its text: {@code plans/PUBLISHED}.
 *
 * <p>A published file is frozen: people were paid by it. A correction is a new version. One line for each file: the
 * hash in hexadecimal, two blanks, the name below the folder, as {@code sha256sum} writes it.
 */
record Published(PlanFiles files) {

    private static final String LIST = "PUBLISHED";

    /** The hashes by the name of the file. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        Path list = list();
        if (!Files.exists(list)) {
            return hashes;
        }
        for (String line : PlanFiles.text(list).lines().toList()) {
            String[] parts = line.split("  ", 2);
            if (parts.length != 2 || parts[0].length() != 64) {
                throw new Refusal(Exit.FOUND, list + "：读不懂“" + line + "”，每行应为“哈希  文件名”。");
            }
            hashes.put(parts[1], parts[0]);
        }
        return hashes;
    }

    /** What is wrong with published files: changed or gone; a sentence for each. */
    List<String> broken(Map<String, String> texts) {
        List<String> broken = new ArrayList<>();
        hashes().forEach((name, hash) -> {
            String text = texts.get(name);
            if (text == null) {
                broken.add(name + "：已发布的文件不见了，请找回原文件。");
            } else if (!hash(text).equals(hash)) {
                broken.add(name + "：已发布的文件被改动了。已有职工按它领取互助金，请恢复原文件；要修订请另立新版本。");
            }
        });
        return broken;
    }

    /**
     * Adds files to the list, none of which may stand there with another text ({@link #broken} says which do).
     *
     * @param texts by the name of the file
     * @return the names that were not there before
     */
    Set<String> add(Map<String, String> texts) {
        Map<String, String> hashes = hashes();
        Set<String> fresh = new TreeSet<>(texts.keySet());
        fresh.removeAll(hashes.keySet());
        fresh.forEach(name -> hashes.put(name, hash(texts.getOrDefault(name, ""))));
        if (!fresh.isEmpty()) {
            write(hashes);
        }
        return fresh;
    }

    /** The file that the list stands in. */
    Path list() {
        return files.folder().resolve(LIST);
    }

    private void write(Map<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        Path list = list();
        Path aside = files.folder().resolve(LIST + ".part");
        try {
            Files.writeString(aside, lines, UTF_8);
            Files.move(aside, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(Exit.ENVIRONMENT, "写不了 " + list + "：" + DiskWording.of(e) + "。请核对权限和磁盘空间。");
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
