package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huzhu.command.Shell.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code huzhu judge} and {@code huzhu examples}. */
class JudgeCommandTest {

    private static final Path CASE = Shell.PLANS.resolve("案例/彭女士24208元.yaml");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_case_is_told_with_each_sum_its_clause_and_its_working() {
        Answer answer = Shell.typeWithPlans("judge", CASE);

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("应得合计 24208元", "【住院医疗 2008】", "第五条", "条文：", "· 5440元 × 70% = 3808元（四舍五入到分）");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void the_json_of_a_case_keeps_the_names_of_its_fields() throws JsonProcessingException {
        JsonNode root = json(Shell.typeWithPlans("judge", "--json", CASE).out());

        assertThat(names(root)).containsExactly("title", "entitledFen", "dueFen", "lines", "denials", "differences");
        assertThat(root.path("entitledFen").asLong()).isEqualTo(2_420_800);
        JsonNode line = root.path("lines").get(0);
        assertThat(names(line))
                .containsExactly(
                        "plan",
                        "version",
                        "clause",
                        "benefit",
                        "wording",
                        "coverFrom",
                        "coverUntil",
                        "insured",
                        "events",
                        "entitledFen",
                        "paidBeforeFen",
                        "dueFen",
                        "illustrative",
                        "working");
        JsonNode step = line.path("working").get(2);
        assertThat(names(step)).containsExactly("step", "text", "figures");
        assertThat(step.path("figures").path("amount").path("fen").asLong()).isEqualTo(544_000);
    }

    @Test
    void the_json_of_a_denial_keeps_the_names_of_its_fields() throws JsonProcessingException {
        JsonNode root = json(Shell.typeWithPlans("judge", "--json", Shell.PLANS.resolve("案例/火灾一户两名会员之后报.yaml"))
                .out());

        assertThat(names(root.path("denials").get(0)))
                .containsExactly("plan", "version", "clause", "event", "reason", "text", "illustrative");
    }

    @Test
    void a_case_that_expects_another_sum_is_judged_and_the_difference_told() throws IOException {
        Path wrong = wrongCase();

        Answer text = Shell.typeWithPlans("judge", wrong);
        Answer json = Shell.typeWithPlans("judge", "--json", wrong);

        assertThat(List.of(text.exit(), json.exit())).containsOnly(Exit.FOUND);
        assertThat(text.out()).contains("3808元");
        assertThat(text.err()).contains(wrong + " 所写的应得与核算不符", "住院医疗 第五条", "3809", "3808");
        assertThat(json(json.out()).path("differences").get(0).path("what").asText())
                .contains("住院医疗 第五条");
    }

    @Test
    void what_is_no_case_is_refused_by_name_and_with_the_way_out() throws IOException {
        Path latin = directory.resolve("gb.yaml");
        Files.write(latin, Files.readString(CASE).getBytes(Charset.forName("GB18030")));
        Path empty = Files.writeString(directory.resolve("empty.yaml"), "");

        Answer plan = Shell.typeWithPlans("judge", Shell.PLANS.resolve("意外伤害/2016.yaml"));
        assertThat(plan.exit()).isEqualTo(Exit.USAGE);
        assertThat(plan.err()).contains("2016.yaml 不是案例文件", "huzhu plans check");
        refused(directory.resolve("nowhere.yaml"), Exit.ENVIRONMENT, "没有这个文件或目录");
        refused(directory, Exit.ENVIRONMENT, "这是目录，不是文件");
        refused(latin, Exit.ENVIRONMENT, "不是 UTF-8 编码");
        refused(empty, Exit.FOUND, "第1行：文件是空的");
    }

    private static void refused(Path file, int exit, String why) {
        Answer answer = Shell.typeWithPlans("judge", file);

        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.err()).contains(file.toString(), why);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void a_byte_order_mark_changes_nothing() throws IOException {
        Path marked = Files.writeString(directory.resolve("bom.yaml"), "\uFEFF" + Files.readString(CASE));

        assertThat(Shell.typeWithPlans("judge", marked).out())
                .isEqualTo(Shell.typeWithPlans("judge", CASE).out());
    }

    @Test
    void without_a_file_judge_shows_its_help_and_is_no_success() {
        Answer answer = Shell.type("judge");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err()).contains("用法：huzhu judge 文件", "例：");
    }

    @Test
    void all_examples_of_all_plans_and_cases_hold() {
        Answer answer = Shell.typeWithPlans("examples");

        assertThat(answer.exit()).as(answer.out()).isEqualTo(Exit.OK);
        assertThat(answer.out()).matches("(?s)算例[0-9]{3,}个，不符0个。\\R");
    }

    @Test
    void the_examples_of_one_folder_are_fewer_than_all() {
        Answer answer = Shell.typeWithPlans("examples", Shell.PLANS.resolve("意外伤害"));

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).matches("(?s)算例[0-9]{2}个，不符0个。\\R");
    }

    @Test
    void a_draft_outside_the_folder_is_worked_out_among_the_other_plans() throws IOException {
        Path draft = directory.resolve("2016.yaml");
        Files.copy(Shell.PLANS.resolve("意外伤害/2016.yaml"), draft);

        Answer answer = Shell.typeWithPlans("examples", draft);

        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.out()).matches("(?s)算例[1-9][0-9]*个，不符0个。\\R");
    }

    @Test
    void an_example_that_does_not_hold_is_named_with_what_differs() throws IOException {
        Path wrong = wrongCase();

        Answer answer = Shell.typeWithPlans("examples", wrong, CASE);

        assertThat(answer.exit()).isEqualTo(Exit.FOUND);
        assertThat(answer.out()).contains(wrong + " 第", "行 算例", "住院医疗 第五条 应得：算例写", "3809", "核算得", "3808", "算例2个，不符1个");
    }

    @Test
    void a_folder_without_examples_is_refused() {
        Answer answer = Shell.typeWithPlans("examples", directory);

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err()).contains(directory.toString(), "没有计划或案例文件");
    }

    private Path wrongCase() throws IOException {
        String text = Files.readString(CASE, StandardCharsets.UTF_8);
        assertThat(text).contains("3808元");
        return Files.writeString(directory.resolve("wrong.yaml"), text.replace("3808元", "3809元"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.properties().stream().map(each -> each.getKey()).toList());
    }
}
