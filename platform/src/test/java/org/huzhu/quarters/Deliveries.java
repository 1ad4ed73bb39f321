package org.huzhu.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.crypto.Digests;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.Officers.Office;

/** The folder for deliveries, and short words for what is laid there and what became of it. */
record Deliveries(Path folder, Path city, int year) {

    Path file(String name) {
        return city.resolve(name);
    }

    void lay(String name) throws IOException {
        Files.copy(file(name), folder.resolve(name));
    }

    void empty() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Files.delete(each);
            }
        }
    }

    String entry(String name, Kind kind, Path file) throws IOException {
        long rows;
        try (Stream<String> lines = Files.lines(file)) {
            rows = lines.count() - 1;
        }
        return """
                  - name: %s
                    kind: %s
                    sha256: "%s"
                    rows: %d
                """.formatted(name, kind, Digests.hex(Digests.sha256(file)), rows);
    }

    String manifest(Office office, String entries) {
        return """
                office: %s
                plan: %s
                year: %d
                quarter: 1
                files:
                """.formatted(office.organisation().name(), Officers.PLAN, year) + entries;
    }

    String usual(Office office) throws IOException {
        return manifest(
                office,
                entry("feed-q1.csv", Kind.FEED, file("feed-q1.csv"))
                        + entry("members.csv", Kind.REGISTER, file("members.csv")));
    }

    List<Path> ended(String how) throws IOException {
        Path there = folder.resolve(how);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(there)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    String result(String how) throws IOException {
        Path text = ended(how).stream()
                .filter(each -> each.endsWith("result.txt"))
                .findFirst()
                .orElseThrow();
        return Files.readString(text, UTF_8);
    }

    List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    String json(Office office) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : List.of("feed-q1.csv", "members.csv")) {
            String[] cells = entry(name, name.startsWith("f") ? Kind.FEED : Kind.REGISTER, file(name))
                    .replaceAll("\\s*-?\\s+(\\w+): \"?([^\"\\n]+)\"?", "$2 ")
                    .strip()
                    .split(" ");
            files.add("{\"name\": \"%s\", \"kind\": \"%s\", \"sha256\": \"%s\", \"rows\": %s}"
                    .formatted((Object[]) cells));
        }
        return "{\"office\": \"%s\", \"plan\": \"%s\", \"year\": %d, \"quarter\": 1, \"files\": [%s]}"
                .formatted(office.organisation().name(), Officers.PLAN, year, String.join(",", files));
    }
}
