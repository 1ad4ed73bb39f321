package org.huzhu.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Words;
import org.huzhu.facts.Case;
import org.huzhu.facts.WorkedExample.OfBenefit;
import org.huzhu.plan.Library;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.LibraryReader;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Judged in bulk, amounts alone, or one by one with the working: it is the same to the fen. */
class BothWaysTest {

    private static final Path PLANS = Path.of("../plans");
    private static final int EVENTS = 1_000_000;
    private static final int MEMBERS_AT_ONCE = 5_000;

    private static LibraryReading reading = LibraryReader.read(Map.of());

    @BeforeAll
    static void read() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> texts.put(PLANS.relativize(file).toString(), text(file)));
        }
        reading = LibraryReader.read(texts);
    }

    /** What one member is given: how often something, how much, and a sum that tells clauses and years apart. */
    private record Given(int times, long fen, long mark) {

        static final Given NOTHING = new Given(0, 0, 0);

        Given and(String clause, String version, long gives) {
            return gives == 0
                    ? this
                    : new Given(times + 1, fen + gives, mark + (clause + version).hashCode() * (gives + 1));
        }
    }

    @Test
    void a_million_events_give_the_same_to_the_fen_in_bulk_and_one_by_one() {
        Words words = new Words();
        Library library = reading.library();
        long events = 0;
        long given = 0;
        for (int seed = 0; events < EVENTS; seed++) {
            FactColumns facts = new RandomFacts(library, words, seed).members(MEMBERS_AT_ONCE);
            Rulebook rules = Rulebook.of(library, words);
            Judge bulk = new Judge(rules);
            for (int member = 0; member < facts.members(); member++) {
                Given inBulk = inBulk(bulk, facts, member);
                assertThat(inBulk)
                        .as("member %d of seed %d", member, seed)
                        .isEqualTo(oneByOne(Judge.explain(rules, facts, member, String::valueOf)));
                given += inBulk.fen();
            }
            events += facts.events();
        }
        assertThat(given).isPositive();
    }

    @Test
    void what_must_be_answered_for_is_found_once_and_priced_again() {
        Words words = new Words();
        FactColumns facts = new RandomFacts(reading.library(), words, 1).members(MEMBERS_AT_ONCE);
        Rulebook rules = Rulebook.of(reading.library(), words);
        for (PlanRules plan : rules.plans()) {
            Judge judge = new Judge(rules, Set.of(plan.place()));
            if (!plan.coversGaps()) {
                Matches matches = judge.match(facts, plan.place());
                for (int member = 0; member < facts.members(); member++) {
                    Given whole = inBulk(judge, facts, member);
                    judge.judge(facts, member, plan.place(), matches);

                    assertThat(given(judge)).isEqualTo(whole);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> every_worked_example_gives_the_same_in_bulk() {
        Rulebook rules = Rulebook.of(reading.library());
        return reading.documents().entrySet().stream()
                .flatMap(entry -> entry.getValue().examples().stream()
                        .filter(OfBenefit.class::isInstance)
                        .map(OfBenefit.class::cast)
                        .map(example -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + example.title(), () -> assertSame(rules, example.facts()))));
    }

    private static void assertSame(Rulebook rules, Case of) {
        CaseColumns columns = new CaseColumns(of, rules.words());
        Judge bulk = new Judge(rules, columns.names().words(), Trace.off());

        assertThat(inBulk(bulk, columns.facts(), 0)).isEqualTo(oneByOne(Adjudicator.determine(reading.library(), of)));
    }

    private static Given inBulk(Judge judge, FactColumns facts, int member) {
        judge.judge(facts, member);
        return given(judge);
    }

    private static Given given(Judge judge) {
        Given given = Given.NOTHING;
        for (int award = 0; award < judge.awards(); award++) {
            ClauseRules clause = judge.clause(award);
            String version = judge.version(award).plan().id().toString();
            given = given.and(clause.clause().number(), version, judge.amountFen(award));
        }
        return given;
    }

    /** Lines that only take back what was paid stand under no cover; they are no awards. */
    private static Given oneByOne(Determination determination) {
        Given given = Given.NOTHING;
        for (Line line : determination.lines()) {
            if (line.cover().isPresent()) {
                given = given.and(
                        line.clause().number(),
                        line.plan().toString(),
                        line.entitled().fen());
            }
        }
        return given;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
