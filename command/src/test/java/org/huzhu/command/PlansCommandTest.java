package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.command.Shell.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code huzhu plans check}, {@code diff} and {@code schema}. */
class PlansCommandTest {

    private static final Path BEFORE = Shell.PLANS.resolve("意外伤害/2010.yaml");
    private static final Path AFTER = Shell.PLANS.resolve("意外伤害/2016.yaml");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void all_plans_are_in_order() {
        Answer answer = Shell.typeWithPlans("plans", "check");

        assertThat(answer.exit()).as(answer.out() + answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("意外伤害/2016.yaml：", "病种词典.yaml：病种", "不符0个。");
    }

    @Test
    void a_folder_of_plans_may_be_checked_alone() {
        Answer answer = Shell.typeWithPlans("plans", "check", Shell.PLANS.resolve("意外伤害"));

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("文件2个").doesNotContain("病种词典");
    }

    @Test
    void all_mistakes_of_a_draft_are_told_with_place_finding_and_what_is_allowed() throws IOException {
        String good = Files.readString(AFTER);
        int line = (int) good.substring(0, good.indexOf("免赔")).lines().count();
        Path draft = draft(good.replace("30元", "30").replace("免赔", "免陪"));

        Answer answer = Shell.typeWithPlans("plans", "check", draft);

        assertThat(answer.exit()).isEqualTo(Exit.FOUND);
        assertThat(answer.err())
                .contains(draft + " 第" + line + "行：", "“每次免陪”不是这里的键", "是不是“每次免赔”", "可写：", "“30”应以“元”结尾")
                .containsPattern("共([3-9]|[1-9][0-9]+)处要改。");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void a_draft_takes_the_place_of_the_plan_it_would_replace() throws IOException {
        Path draft = draft(Files.readString(AFTER));

        Answer answer = Shell.typeWithPlans("plans", "check", draft);

        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("文件1个");
    }

    @Test
    void a_draft_that_is_not_there_is_named() {
        Answer answer = Shell.typeWithPlans("plans", "check", directory.resolve("意外伤害/2030.yaml"));

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains("意外伤害/2030.yaml：没有这个文件或目录");
    }

    @Test
    void a_folder_of_plans_that_is_not_there_is_named_with_the_option_to_mend_it() {
        Answer answer = Shell.type("plans", "check", "--plans", directory.resolve("none"));

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains("找不到计划文件夹 " + directory.resolve("none"), "--plans");
    }

    /** The figures are those of the notice of the adjustment of 2016. */
    @Test
    void the_table_of_2016_has_the_rows_of_the_notice() {
        String table = Shell.type("plans", "diff", BEFORE, AFTER).out();

        assertThat(table.lines().findFirst().orElseThrow()).matches("调整项目 +调整内容 +调整前 +调整后");
        assertThat(rows(table, "生活补助互助金", "每日")).containsExactly("20元→30元", "30元→40元", "45元→55元", "60元→80元");
        assertThat(rows(table, "住院补助互助金", "每日")).containsExactly("15元→20元", "30元→40元", "45元→55元", "60元→80元");
        assertThat(table).containsPattern("不超过 +15日 +20日");
    }

    private static List<String> rows(String table, String item, String content) {
        return table.lines()
                .filter(line -> line.contains(item + " ") && line.contains(content))
                .map(line -> line.strip().split(" {2,}"))
                .map(cells -> cells[2] + "→" + cells[3])
                .toList();
    }

    @Test
    void the_table_is_the_same_as_text_markdown_and_json() throws JsonProcessingException {
        String text = Shell.type("plans", "diff", BEFORE, AFTER).out();
        String markdown = Shell.type("plans", "diff", BEFORE, AFTER, "--format", "markdown")
                .out();
        JsonNode json = new ObjectMapper()
                .readTree(Shell.type("plans", "diff", BEFORE, AFTER, "--format", "json")
                        .out());

        assertThat(markdown.lines()).startsWith("| 调整项目 | 调整内容 | 调整前 | 调整后 |", "| --- | --- | --- | --- |");
        assertThat(markdown.lines()).hasSize(2 + json.size());
        for (JsonNode change : json) {
            assertThat(change.properties().stream().map(each -> each.getKey()))
                    .containsExactly("item", "content", "before", "after");
            assertThat(markdown)
                    .contains("| %s | %s | %s | %s |"
                            .formatted(
                                    change.path("item").asText(),
                                    change.path("content").asText(),
                                    change.path("before").asText(),
                                    change.path("after").asText()));
            assertThat(text).contains(change.path("content").asText());
        }
    }

    @Test
    void two_versions_that_say_the_same_have_no_table() {
        Answer answer = Shell.type("plans", "diff", BEFORE, BEFORE);

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).isEqualToNormalizingNewlines("两个版本没有不同。\n");
    }

    @Test
    void a_format_that_is_none_is_answered_with_those_there_are() {
        Answer answer = Shell.type("plans", "diff", BEFORE, AFTER, "--format", "xml");

        assertThat(answer.exit()).isEqualTo(Exit.USAGE);
        assertThat(answer.err()).contains("--format", "“xml”", "可写：text、markdown、json");
    }

    @Test
    void the_schema_is_json_with_a_closed_vocabulary() throws JsonProcessingException {
        JsonNode schema =
                new ObjectMapper().readTree(Shell.type("plans", "schema").out());

        assertThat(schema.path("$schema").asText()).contains("json-schema.org");
        List<JsonNode> shapes = shapes(schema).toList();
        assertThat(shapes)
                .hasSizeGreaterThan(30)
                .allSatisfy(shape -> assertThat(shape.has("additionalProperties"))
                        .as("closed: %s", shape.path("properties").properties())
                        .isTrue());
        assertThat(schema.toString()).contains("每次免赔", "年度费用补助", "示意");
    }

    /** Every shape that names its keys, however deep. */
    private static Stream<JsonNode> shapes(JsonNode node) {
        Stream<JsonNode> below = node.valueStream().flatMap(PlansCommandTest::shapes);
        return node.path("properties").isObject() ? Stream.concat(Stream.of(node), below) : below;
    }

    private Path draft(String text) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("意外伤害"));
        return Files.writeString(folder.resolve("2016.yaml"), text);
    }
}
