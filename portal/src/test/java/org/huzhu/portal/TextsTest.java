package org.huzhu.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huzhu.access.Operation;
import org.huzhu.contributions.ContributionRefused;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.ledger.LedgerRefused;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern SAID = Pattern.compile("say\\(\"([A-Za-z.]+)\"[,)]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NEVER_SAID = Pattern.compile("保费|赔款|理赔款");

    private static Set<String> names() throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/texts.properties"), UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/jte"));
                Stream<Path> code = Files.walk(Path.of("src/main/java/org/huzhu/portal"))) {
            return Stream.concat(pages, code).filter(Files::isRegularFile).map(TextsTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_sentence_that_a_page_says_stands_in_the_file() throws IOException {
        Set<String> said = new HashSet<>();
        sources().forEach(source -> {
            Matcher matcher = SAID.matcher(source);
            while (matcher.find()) {
                said.add(matcher.group(1));
            }
        });

        assertThat(said).hasSizeGreaterThan(80);
        assertThat(names()).containsAll(said);
    }

    @Test
    void every_operation_has_words_in_the_audit_trail() throws IOException {
        assertThat(names())
                .containsAll(Stream.of(Operation.values())
                        .map(each -> "deed." + each.title())
                        .toList());
    }

    @Test
    void every_refusal_of_the_ledger_has_a_sentence() throws IOException {
        assertThat(names())
                .containsAll(Stream.of(LedgerRefused.Why.values())
                        .map(why -> "LedgerRefused." + why)
                        .toList());
    }

    @Test
    void every_refusal_about_contributions_has_a_sentence() throws IOException {
        assertThat(names())
                .containsAll(Stream.of(ContributionRefused.Reason.values())
                        .map(why -> "ContributionRefused." + why)
                        .toList());
    }

    @Test
    void every_refusal_of_a_document_has_a_sentence() throws IOException {
        assertThat(names())
                .containsAll(Stream.of(DocumentRefused.Reason.values())
                        .map(why -> "documents.refused." + why)
                        .toList());
    }

    @Test
    void no_page_has_chinese_of_its_own() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/jte"))) {
            assertThat(pages.filter(Files::isRegularFile))
                    .allSatisfy(page -> assertThat(CHINESE.matcher(read(page)).find())
                            .as(page.toString())
                            .isFalse());
        }
    }

    @Test
    void no_sentence_uses_the_words_of_insurers() {
        assertThat(NEVER_SAID
                        .matcher(read(Path.of("src/main/resources/texts.properties")))
                        .find())
                .isFalse();
    }
}
