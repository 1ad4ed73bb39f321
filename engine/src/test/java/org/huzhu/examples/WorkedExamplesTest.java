package org.huzhu.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case that people worked out by hand comes out the same here. */
class WorkedExamplesTest {

    private static final Path PLANS = Path.of("../plans");
    private static final int EXAMPLES_MIN = 5;

    private static LibraryReading reading = LibraryReader.read(Map.of());
    private static Rulebook rules = Rulebook.of(reading.library());

    @BeforeAll
    static void read() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> texts.put(PLANS.relativize(file).toString(), text(file)));
        }
        reading = LibraryReader.read(texts);
        rules = Rulebook.of(reading.library());
    }

    @TestFactory
    Stream<DynamicTest> every_worked_example_holds() {
        return reading.documents().entrySet().stream()
                .flatMap(entry -> entry.getValue().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + example.title(), () -> assertHolds(entry.getValue(), example))));
    }

    @Test
    void every_kind_of_benefit_is_used_by_some_plan() {
        Set<Class<?>> used = reading.library().plans().stream()
                .flatMap(plan -> plan.clauses().stream())
                .map(clause -> clause.benefit().getClass())
                .collect(Collectors.toSet());

        assertThat(used).containsExactlyInAnyOrder(Benefit.class.getPermittedSubclasses());
    }

    @Test
    void every_plan_version_has_at_least_five_worked_examples() {
        assertThat(reading.documents()).isNotEmpty().allSatisfy((name, document) -> {
            if (document instanceof Document.PlanFile file) {
                assertThat(file.examples()).as(name).hasSizeGreaterThanOrEqualTo(EXAMPLES_MIN);
            }
        });
    }

    private static void assertHolds(Document document, WorkedExample example) {
        Optional<PlanId> plan = document instanceof Document.PlanFile file
                ? Optional.of(file.plan().id())
                : Optional.empty();

        assertThat(Examples.differences(rules, plan, example)).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
