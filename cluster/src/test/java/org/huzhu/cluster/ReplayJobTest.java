package org.huzhu.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huzhu.adjudication.Judge;
import org.huzhu.columns.Part;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.replay.Amendment;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Comparison.Movement;
import org.huzhu.replay.Question;
import org.huzhu.replay.Replay;
import org.huzhu.rules.Rulebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay on Spark against the judge and the replay of this process, over several parts. */
class ReplayJobTest {

    private static final int MEMBERS = 2 * Part.MEMBERS + 1_500;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_replay_on_the_cluster_gives_what_the_local_one_gives_row_for_row() throws IOException {
        Village village = new Village(1);
        List<Part> parts = village.parts(MEMBERS);
        village.keep(parts, folder.resolve("store"));
        Library published = LocalCluster.published();
        Path file = draft("暖互助/2014.yaml", "比例: 20%", "比例: 35%");
        Plan draft = new ShippedPlans.Version(file.toString(), Files.readString(file)).read(published);
        Library after = published.with(draft);

        run("--plan", file.toString());

        assertThat(LocalCluster.rows(folder.resolve("out/changes"), ".parquet", ReplayJob.ROW))
                .isEqualTo(rows(parts, village, published, after, "暖互助"))
                .hasSizeGreaterThan(MEMBERS / 4);
        agrees(new Replay(parts, village.words, 2)
                .compare(published, published, after, Question.of("暖互助", List.of()), _ -> {}));
    }

    @Test
    void versions_are_compared_as_the_local_replay_compares_them() throws IOException {
        Village village = new Village(2);
        List<Part> parts = village.parts(1_000);
        village.keep(parts, folder.resolve("store"));
        Library published = LocalCluster.published();
        Plan newer = version(published, "2015");
        Plan older = version(published, "2011");
        Amendment amendment = new Amendment(published, newer, Optional.of(older), Optional.empty());
        String plans = LocalCluster.PLANS + "/住院津贴/";

        run("--plan", plans + "2015.yaml", "--against", plans + "2011.yaml", "--from", "2015", "--to", "2016");

        Question question = new Question("住院津贴", 2015, 2016, List.of());
        Comparison local = new Replay(parts, village.words, 1)
                .compare(published, amendment.before(), amendment.after(), question, _ -> {});
        assertThat(local.before().all().fen()).isNotEqualTo(local.after().all().fen());
        agrees(local);
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Files.createDirectory(folder.resolve("out"));

        assertThatThrownBy(() -> run("--plan", "any.yaml"))
                .isInstanceOf(ClusterRefused.class)
                .hasMessageContaining("已经存在")
                .hasMessageContaining("--out");
    }

    @Test
    void a_draft_that_does_not_read_is_refused_before_any_part_is_judged() throws IOException {
        Path file = draft("暖互助/2014.yaml", "门诊起付: 1800元", "门诊起付: 一千八");

        assertThatThrownBy(() -> run("--plan", file.toString()))
                .isInstanceOf(ClusterRefused.class)
                .hasMessageContaining("draft.yaml")
                .hasMessageContaining("一千八");
    }

    private void run(String... more) {
        List<String> words =
                new ArrayList<>(List.of("--history", folder.resolve("store").toString()));
        words.addAll(List.of("--plans", LocalCluster.PLANS.toString()));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        ReplayJob.run(LocalCluster.session(), ReplayJob.arguments(words.toArray(String[]::new)));
    }

    private Path draft(String file, String text, String replacement) throws IOException {
        return Files.writeString(folder.resolve("draft.yaml"), LocalCluster.changed(file, text, replacement));
    }

    private static Plan version(Library published, String version) {
        return published.versions("住院津贴").stream()
                .filter(each -> each.id().version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** What the summary says is what the local replay says. */
    private void agrees(Comparison local) throws IOException {
        String summary = Files.readString(folder.resolve("out/summary.json"));
        Movement moved = local.movement();
        assertThat(summary)
                .contains("\"gaining\":" + moved.gaining().members() + ",")
                .contains("\"losing\":" + moved.losing().members() + ",")
                .contains("\"same\":" + moved.same() + ",")
                .contains("\"gained_fen\":" + moved.gaining().fen() + ",")
                .contains("\"lost_fen\":" + moved.losing().fen() + ",")
                .contains("\"old_fen\":" + local.before().all().fen() + ",\"new_fen\":"
                        + local.after().all().fen() + "}");
    }

    /** Every member judged here, from the facts that never went through a store. */
    private static List<String> rows(List<Part> parts, Village village, Library published, Library after, String plan) {
        List<String> rows = new ArrayList<>();
        Judge[] judges = {judge(published, village, plan), judge(after, village, plan)};
        for (int number = 0; number < parts.size(); number++) {
            Part part = parts.get(number);
            for (int member = 0; member < part.members().size(); member++) {
                Map<String, long[]> sums = new TreeMap<>();
                for (int side = 0; side < judges.length; side++) {
                    judges[side].judge(part.facts(), member);
                    add(sums, side, judges[side]);
                }
                int of = number * Part.MEMBERS + member;
                sums.forEach((key, fen) -> rows.add(row(of, key.split(",", -1), fen)));
            }
        }
        return rows;
    }

    private static void add(Map<String, long[]> sums, int side, Judge judge) {
        for (int award = 0; award < judge.awards(); award++) {
            if (judge.amountFen(award) > 0) {
                String key = judge.version(award).plan().id().plan() + ","
                        + judge.clause(award).clause().number() + "," + judge.year(award);
                sums.computeIfAbsent(key, _ -> new long[2])[side] += judge.amountFen(award);
            }
        }
    }

    private static String row(int member, String[] key, long[] fen) {
        return member + "," + key[2] + "," + key[0] + "," + key[1] + "," + fen[0] + "," + fen[1];
    }

    private static Judge judge(Library library, Village village, String plan) {
        Rulebook rules = Rulebook.of(library, village.words);
        int place = IntStream.range(0, rules.plans().size())
                .filter(at -> rules.plans().get(at).name().equals(plan))
                .findFirst()
                .orElseThrow();
        return new Judge(rules, rules.bearingOn(place));
    }
}
