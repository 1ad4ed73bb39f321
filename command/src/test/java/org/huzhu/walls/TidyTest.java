package org.huzhu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house is tidy. That the rules find what they are there for is shown by {@link TidyRulesTest}. */
class TidyTest {

    /** Each as {@code rule path}, with a reason beside it. The list may only become shorter. */
    private static final Set<String> EXCEPTIONS = Set.of(
            // How long a process of the machine is waited for; no day of the business follows from it.
            "clock database/src/main/java/org/huzhu/database/OwnServer.java",
            "clock database/src/test/java/org/huzhu/database/OwnServerTest.java",
            // A program of its own, which the test kills.
            "console database/src/test/java/org/huzhu/database/Writer.java",
            // The one clock of the society, which all else is handed.
            "clock platform/src/main/java/org/huzhu/Society.java",
            // Keys are stamped with the true moment, and days are held against the true one.
            "clock platform/src/test/java/org/huzhu/crypto/SecretsTest.java",
            "clock platform/src/test/java/org/huzhu/members/MemberFileTest.java",
            "clock platform/src/test/java/org/huzhu/members/MemberRegisterTest.java",
            // Measures.
            "clock platform/src/test/java/org/huzhu/ledger/LedgerBench.java",
            "clock platform/src/test/java/org/huzhu/members/RegisterBench.java",
            "clock platform/src/test/java/org/huzhu/unions/TreeBench.java",
            "clock roster/src/test/java/org/huzhu/roster/Apart.java",
            // Each case of one desk stands beside the others.
            "class platform/src/test/java/org/huzhu/members/MemberRegisterTest.java",
            "class platform/src/test/java/org/huzhu/unions/UnionDeskTest.java",
            // The root of the house, which tests of several modules stand in.
            "split org.huzhu");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void the_house_is_tidy_but_for_the_named_exceptions() throws IOException {
        List<SourceFile> files = sources();
        assertThat(files).as("the sources found below %s", ROOT).hasSizeGreaterThan(20);

        List<Untidy> untidy = TidyHouse.in(files, Files.readString(ROOT.resolve("docs/glossary.md")));

        assertThat(untidy).filteredOn(each -> !EXCEPTIONS.contains(key(each))).isEmpty();
        Set<String> unneeded = new TreeSet<>(EXCEPTIONS);
        untidy.forEach(each -> unneeded.remove(key(each)));
        assertThat(unneeded)
                .as("exceptions that nothing needs any more; strike them")
                .isEmpty();
    }

    private static String key(Untidy untidy) {
        return untidy.rule() + " " + untidy.path();
    }

    private static List<SourceFile> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> files = modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .flatMap(module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .flatMap(TidyTest::javaFiles)
                    .toList();
            return SourceFile.read(ROOT, files);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
