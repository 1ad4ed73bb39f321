package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huzhu.command.Shell.Answer;
import org.huzhu.command.replay.PastTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final Path PUBLISHED = Shell.PLANS.resolve("住院津贴/2015.yaml");

    @TempDir
    private Path directory = Path.of("");

    private Path past = Path.of("");

    @BeforeEach
    void a_store() throws IOException {
        past = directory.resolve("past");
        PastTown.write(past);
    }

    private Path draft(String text) throws IOException {
        Path file = Files.createDirectories(directory.resolve("住院津贴")).resolve("2015.yaml");
        return Files.writeString(file, text);
    }

    private Path dearer() throws IOException {
        return draft(Files.readString(PUBLISHED).replace("每日: 40元", "每日: 60元"));
    }

    @Test
    void the_table_says_what_the_draft_changes_and_by_what_it_was_asked() throws IOException {
        Answer answer = Shell.typeWithPlans(
                "replay", "--history", past, "--plan", dearer(), "--by", "agency,sex", "--threads", "2");

        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.out())
                .startsWith("住院津贴 2015 试算（全部年份）")
                .containsPattern("互助金 .*＋50\\.0%")
                .containsPattern("参保人次 +1,200 +1,200")
                .contains("按代办处、性别", "东城区", "谁得多、谁得少", "变化最大的会员（前10名", "草案自己的算例有");
    }

    @Test
    void csv_and_json_hold_the_figures_of_the_table() throws IOException {
        Path csv = directory.resolve("a.csv");
        Path json = directory.resolve("a.json");
        Answer answer =
                Shell.typeWithPlans("replay", "--history", past, "--plan", dearer(), "--csv", csv, "--json", json);
        JsonNode read = new ObjectMapper().readTree(json.toFile());
        long before = read.at("/before/plan/sumFen").asLong();
        long after = read.at("/after/plan/sumFen").asLong();
        List<String> rows = Files.readAllLines(csv);

        assertThat(after).isEqualTo(before / 2 * 3).isPositive();
        assertThat(answer.out())
                .containsPattern("互助金 +%,d\\.00元 +%,d\\.00元".formatted(before / 100, after / 100))
                .containsPattern(
                        "给付笔数 +%,d +".formatted(read.at("/before/plan/payments").asLong()));
        assertThat(rows).first().asString().isEqualTo("\uFEFF表,项目,指标,单位,变更前,变更后,差");
        assertThat(rows)
                .contains(
                        "合计,本计划,互助金,元,%d.00,%d.00,%d.00".formatted(before / 100, after / 100, (after - before) / 100));
        assertThat(rows.stream()
                        .filter(row -> row.startsWith("按年份,") && row.contains(",互助金,"))
                        .mapToLong(row -> Math.round(Double.parseDouble(row.split(",", -1)[5]) * 100))
                        .sum())
                .isEqualTo(after);
        assertThat(read.at("/largest")).hasSize(50);
        assertThat(read.at("/largest/0/working/0/after").toString()).contains("60元 × ");
        assertThat(read.at("/sources/0/sha256").asText()).hasSize(64);
    }

    @Test
    void json_alone_on_the_screen_is_nothing_but_json() throws IOException {
        Answer answer = Shell.typeWithPlans(
                "replay", "--history", past, "--plan", dearer(), "--json", "-", "--from", "2016", "--to", "2016");

        JsonNode read = new ObjectMapper().readTree(answer.out());
        assertThat(read.at("/years").asText()).isEqualTo("2016—2016年");
        assertThat(read.at("/after/terms").asLong()).isEqualTo(300);
        assertThat(read.at("/tables/1/rows")).hasSize(1);
    }

    @Test
    void a_draft_that_does_not_read_is_refused_as_plans_check_refuses_it() throws IOException {
        Path broken = draft(Files.readString(PUBLISHED).replace("每日: 40元", "每天: 40"));

        Answer replayed = Shell.typeWithPlans("replay", "--history", past, "--plan", broken);
        Answer checked = Shell.typeWithPlans("plans", "check", broken);

        assertThat(replayed.exit()).isEqualTo(checked.exit()).isEqualTo(Exit.FOUND);
        assertThat(replayed.err()).isEqualTo(checked.err()).contains(broken + " 第", "共");
    }

    @Test
    void two_versions_are_compared_and_a_version_of_the_folder_with_what_it_replaced() throws IOException {
        Path older = Shell.PLANS.resolve("住院津贴/2011.yaml");
        Answer against = Shell.typeWithPlans(
                "replay", "--history", past, "--plan", PUBLISHED, "--against", older, "--json", "-");
        Answer alone = Shell.typeWithPlans("replay", "--history", past, "--plan", PUBLISHED, "--json", "-");
        ObjectMapper json = new ObjectMapper();

        // All cover in the store began after the newer version: both questions have one answer.
        assertThat(json.readTree(against.out()).at("/before/plan/sumFen").asLong())
                .isPositive()
                .isEqualTo(json.readTree(alone.out()).at("/before/plan/sumFen").asLong())
                .isLessThan(json.readTree(alone.out()).at("/after/plan/sumFen").asLong());
        assertThat(json.readTree(alone.out()).at("/changes").toString()).contains("每次免赔");
    }

    @Test
    void a_draft_that_begins_too_late_is_told_how_to_be_looked_at() throws IOException {
        String late = Files.readString(PUBLISHED)
                .replace("自: 2015-01-01, 按", "自: 2031-01-01, 按")
                .replace("每日: 40元", "每日: 60元")
                .replace("版本: \"2015\"", "版本: \"2031\"");
        Path file = Files.writeString(draft("").resolveSibling("2031.yaml"), late);

        Answer told = Shell.typeWithPlans("replay", "--history", past, "--plan", file);
        Answer since = Shell.typeWithPlans("replay", "--history", past, "--plan", file, "--since", "2015-01-01");

        assertThat(told.out()).contains("没有一件受它管", "--since 2018-01-01");
        assertThat(since.out()).containsPattern("互助金 .*＋50\\.0%").doesNotContain("没有一件受它管");
    }

    @Test
    void what_is_typed_wrongly_or_missing_is_said_with_its_place() throws IOException {
        Path draft = dearer();
        Path other = Shell.PLANS.resolve("住院医疗/2008.yaml");

        Answer mixed = Shell.typeWithPlans("replay", "--history", past, "--plan", draft, "--against", other);
        Answer nowhere = Shell.typeWithPlans("replay", "--history", directory.resolve("none"), "--plan", draft);
        Answer grouped = Shell.typeWithPlans("replay", "--history", past, "--plan", draft, "--by", "colour");
        Answer dictionary =
                Shell.typeWithPlans("replay", "--history", past, "--plan", Shell.PLANS.resolve("病种词典.yaml"));
        Answer years =
                Shell.typeWithPlans("replay", "--history", past, "--plan", draft, "--from", "2018", "--to", "2016");

        assertThat(mixed.exit()).isEqualTo(Exit.USAGE);
        assertThat(mixed.err()).contains("只能比较同一计划的两个版本");
        assertThat(nowhere.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(nowhere.err()).contains("none", "manifest.json");
        assertThat(grouped.exit()).isEqualTo(Exit.USAGE);
        assertThat(grouped.err()).contains("plan、year、agency、sex、age");
        assertThat(dictionary.err()).contains("不是计划文件");
        assertThat(years.exit()).isEqualTo(Exit.USAGE);
        assertThat(years.err()).contains("2018", "2016");
    }
}
