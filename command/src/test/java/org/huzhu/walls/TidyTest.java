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
    private static final Set<String> EXCEPTIONS = Set.of();

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
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .flatMap(module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .flatMap(TidyTest::javaFiles)
                    .map(file -> SourceFile.read(ROOT, file))
                    .toList();
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
