package org.huzhu.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a copy consists of: a file of lines {@code kind, TAB, name, TAB, value}.
 *
 * @param versions the version of the schema of each room, in the order in which rooms use each other
 * @param sequences the last value of each sequence that was used
 * @param digests SHA-256 of each file, by its path in the copy
 */
record Manifest(Map<String, String> versions, Map<String, Long> sequences, Map<String, String> digests) {

    private static final String FILE = "manifest.tsv";
    private static final String TITLE = "huzhu copy 1";

    Manifest {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        sequences = Map.copyOf(sequences);
        digests = Map.copyOf(digests);
    }

    void write(Path copy) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TITLE));
        versions.forEach((room, version) -> lines.add("room\t" + room + "\t" + version));
        new TreeMap<>(sequences).forEach((name, last) -> lines.add("sequence\t" + name + "\t" + last));
        new TreeMap<>(digests).forEach((file, digest) -> lines.add("file\t" + file + "\t" + digest));
        Files.write(copy.resolve(FILE), lines, UTF_8);
    }

    static Manifest read(Path copy) throws IOException {
        Path file = copy.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseTrouble("%s 不是一份完整的备份：没有 %s。".formatted(copy, FILE));
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw new DatabaseTrouble("%s 不是本系统的备份，或由更新的版本制作。".formatted(copy));
        }
        Map<String, String> versions = new LinkedHashMap<>();
        Map<String, Long> sequences = new TreeMap<>();
        Map<String, String> digests = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("\t", 3);
            switch (parts[0]) {
                case "room" -> versions.put(parts[1], parts[2]);
                case "sequence" -> sequences.put(parts[1], Long.parseLong(parts[2]));
                case "file" -> digests.put(parts[1], parts[2]);
                default -> throw new DatabaseTrouble("%s 里有不认识的一行：%s".formatted(file, parts[0]));
            }
        }
        return new Manifest(versions, sequences, digests);
    }

    /** Refuses a copy of which a file is gone or is not what it was. */
    void check(Path copy) throws IOException {
        for (Map.Entry<String, String> each : digests.entrySet()) {
            Path file = copy.resolve(each.getKey()).normalize();
            if (!file.startsWith(copy) || !Files.isRegularFile(file)) {
                throw new DatabaseTrouble("备份 %s 缺少文件 %s。".formatted(copy, each.getKey()));
            }
            if (!digest(file).equals(each.getValue())) {
                throw new DatabaseTrouble("备份 %s 的文件 %s 已损坏或被改动。".formatted(copy, each.getKey()));
            }
        }
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
