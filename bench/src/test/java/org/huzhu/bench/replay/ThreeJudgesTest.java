package org.huzhu.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.history.History;
import org.huzhu.plan.Library;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our judge, DuckDB's SQL and Drools find the same payments, to the member and the fen. */
class ThreeJudgesTest {

    private static final Map<String, String> TEXTS = Trial.texts(Path.of("../plans"));
    private static final Trial ALL = Trial.ALL.getLast();
    private static final int MEMBERS = 1_600;
    private static final int SAMPLE = 400;

    @TempDir
    private static Path folder = Path.of("");

    private static Path store = Path.of("");

    @BeforeAll
    static void a_society_is_stored() throws IOException {
        store = folder.resolve("store");
        new Society(ALL.library(TEXTS)).write(store, 1, MEMBERS, 1);
    }

    private static List<FactColumns> parts(History history) {
        return history.loadAll(Society.COSTS, 1, History.Progress.NONE).stream()
                .map(Part::facts)
                .toList();
    }

    @Test
    void sql_finds_what_the_judge_finds_under_each_changed_plan() throws SQLException {
        History history = History.open(store);
        OurReplay ours = new OurReplay(parts(history), history.words());
        try (Connection connection = DuckReplay.open(2)) {
            DuckReplay.load(connection, store);
            for (Trial trial : Trial.ALL) {
                Library library = trial.library(TEXTS);

                Answers inSql = new DuckReplay(connection, history.words()).judge(library, trial.plans());

                assertThat(inSql.payments()).as(trial.name()).isPositive();
                assertThat(inSql).as(trial.name()).isEqualTo(ours.judge(library, trial.plans(), 2));
            }
        }
    }

    @Test
    void drools_finds_what_the_judge_finds_under_all_changed_plans() {
        History history = History.open(store);
        FactColumns facts = parts(history).getFirst();
        Library library = ALL.library(TEXTS);

        DroolsReplay drools = new DroolsReplay(library, history.words(), ALL.plans());
        Answers found = drools.judge(drools.facts(facts, SAMPLE), 0);

        assertThat(found).isEqualTo(OurReplay.judge(facts, SAMPLE, history.words(), library, ALL.plans()));
        assertThat(found.groups().keySet().stream().map(Answers.Group::plan).distinct())
                .containsExactlyInAnyOrderElementsOf(ALL.plans());
    }

    @Test
    void what_is_matched_once_is_priced_as_if_judged_anew() {
        History history = History.open(store);
        OurReplay ours = new OurReplay(parts(history), history.words());
        for (Trial trial : Trial.ALL.subList(0, Trial.ALL.size() - 1)) {
            String plan = trial.plans().getFirst();
            Library changed = trial.library(TEXTS);
            Library unchanged = new Trial(plan, trial.plans(), List.of()).library(TEXTS);

            Answers priced = ours.price(changed, plan, ours.match(unchanged, plan, 1), 1);

            assertThat(priced).as(plan).isEqualTo(ours.judge(changed, trial.plans(), 1));
        }
    }

    @Test
    void a_change_of_a_plan_changes_the_answer() {
        History history = History.open(store);
        OurReplay ours = new OurReplay(parts(history), history.words());
        Trial trial = Trial.ALL.getFirst();

        Answers before = ours.judge(new Trial("", trial.plans(), List.of()).library(TEXTS), trial.plans(), 1);

        assertThat(ours.judge(trial.library(TEXTS), trial.plans(), 1).fen()).isGreaterThan(before.fen());
    }
}
