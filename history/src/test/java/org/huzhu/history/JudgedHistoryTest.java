package org.huzhu.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.adjudication.Judge;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.plan.Library;
import org.huzhu.rules.Rulebook;
import org.huzhu.testkit.Cases;
import org.huzhu.text.LibraryReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedHistoryTest {

    private static final Path PLANS = Path.of("../plans");

    private static Library library = LibraryReader.read(Map.of()).library();

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void readPlans() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                texts.put(PLANS.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        library = LibraryReader.read(texts).library();
    }

    @Test
    void the_judge_gives_the_same_to_what_was_written_and_to_what_is_read() {
        long[] given = {0};
        Cases.check(20, cases -> {
            Words words = new Words();
            Part part = Societies.part(cases, words, 500);
            Path folder = Stores.written(temp, words, part);
            Part read = Stores.loaded(folder).getFirst();

            List<String> awards = awards(part.facts(), words);

            assertThat(awards(read.facts(), History.open(folder).words())).isEqualTo(awards);
            given[0] += awards.stream().filter(each -> !each.endsWith(" 0")).count();
        });
        assertThat(given[0]).as("awards that give something").isGreaterThan(100);
    }

    /** What each clause gives to each member for what, in the order of the judge. */
    private static List<String> awards(FactColumns facts, Words words) {
        Rulebook rules = Rulebook.of(library, words);
        Judge judge = new Judge(rules);
        List<String> awards = new ArrayList<>();
        for (int member = 0; member < facts.members(); member++) {
            judge.judge(facts, member);
            for (int award = 0; award < judge.awards(); award++) {
                awards.add("%d %s %d %d %d"
                        .formatted(
                                member,
                                judge.clause(award).plan()
                                        + judge.clause(award).clause().number(),
                                judge.firstEvent(award),
                                judge.year(award),
                                judge.amountFen(award)));
            }
        }
        return awards;
    }
}
