package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Cause;
import org.huzhu.text.Columns.Backing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of the test's own, made of every kind of shape. */
class ShapesTest {

    private static final String ALL =
            "{数: 3次, 倍: 不限, 因: [疾病], 因们: [疾病, 意外], 无因: [], 额: {甲: 1元, 乙: 2元}, 或: 无, 名: 甲, 式: {类型: 一, 一: 1次}}";

    private final Problems problems = new Problems("例.yaml");

    /** What a table of every kind of shape makes. */
    private record Made(
            int times,
            String twice,
            Set<Cause> causes,
            List<Cause> list,
            Set<Cause> none,
            Map<String, Money> amounts,
            Optional<String> maybe,
            String name,
            int kind,
            Optional<String> absent) {}

    @Test
    void each_value_is_read_by_the_shape_at_its_key() {
        assertThat(read(ALL))
                .isEqualTo(new Made(
                        3,
                        "没有限制",
                        Set.of(Cause.ILLNESS),
                        List.of(Cause.ILLNESS, Cause.ACCIDENT),
                        Set.of(),
                        Map.of("甲", Money.ofYuan(1), "乙", Money.ofYuan(2)),
                        Optional.empty(),
                        "甲",
                        1,
                        Optional.empty()));
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void either_of_two_shapes_is_told_by_what_stands_there() {
        Made made = Objects.requireNonNull(read(
                ALL.replace("倍: 不限", "倍: 5次").replace("或: 无", "或: [甲, 乙]").replace("类型: 一, 一: 1次", "类型: 二, 二: 2次")));

        assertThat(made.twice()).isEqualTo("5×2");
        assertThat(made.maybe()).contains("甲乙");
        assertThat(made.kind()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            数: 3次        | 数: 3         | “3”应以“次”结尾
            数: 3次        | 数: {甲: 3次}   | 这里应写如“1次”，不能是一组键（[甲]）
            倍: 不限        | 倍: 3         | “3”不能写在这里；应写不限、如“1次”
            倍: 不限        | 倍: 不线       | “不线”不能写在这里；是不是“不限”？应写不限、如“1次”
            因: [疾病]      | 因: []        | 这个列表应有1至5000项
            因: [疾病]      | 因: 疾病       | 这里应是一个列表，不能是“疾病”；写成“[…]”，或每项一行、以“- ”开头
            无因: []       | 无因: [疾病, 疾病] | 这一项自相矛盾：同一项写了两次
            额: {甲: 1元    | 额: {甲: 1元, 甲: 1元 | “甲”写了两次
            乙: 2元        | 乙: 2        | “2”应以“元”结尾
            额: {甲: 1元, 乙: 2元} | 额: 1元   | 这里应是一组“键: 值”，不能是“1元”
            或: 无         | 或: 有        | “有”不能写在这里；可写：无
            名: 甲         | 名: 丙        | “丙”不是已有的名；可写：甲、乙
            名: 甲         | 名: [甲]      | 这里应写一个名，不能是一个列表（1项）
            类型: 一       | 类型: 三       | “三”不是“类型”的一种；可写：一、二
            式: {类型: 一, 一: 1次} | 式: 一   | “一”不能写在这里，应是一组“键: 值”；可写：一、二
            """)
    void of_a_group_with_one_wrong_value_nothing_is_made_and_nothing_else_is_said(
            String right, String wrong, String says) {
        assertThat(read(ALL.replace(right, wrong))).isNull();
        assertThat(problems.sorted()).extracting(Problem::toString).containsExactly("例.yaml 第1行：" + says);
    }

    @Test
    void the_schema_of_a_table_says_what_the_reader_accepts() {
        Map<String, Object> form = Map.of("type", "string", "pattern", "^(?:(\\d)次)$", "examples", List.of("1次"));
        Map<String, Object> times = Map.of("anyOf", List.of(Map.of("enum", List.of("不限")), form), "description", "次数");
        Map<String, Object> cause = Map.of("enum", List.of("疾病", "意外"), "description", "原因");
        Map<String, Object> mark = Map.of("enum", List.of("是"), "description", "没有文件给出这个数字，只作示意");

        assertThat(small().schema())
                .containsOnlyKeys("type", "properties", "required", "additionalProperties", "anyOf")
                .containsEntry("type", "object")
                .containsEntry("required", List.of("因"))
                .containsEntry("additionalProperties", false)
                .containsEntry("anyOf", List.of(Map.of("required", List.of("依据")), Map.of("required", List.of("示意"))))
                .containsEntry("properties", Map.of("因", cause, "数", times, "依据", citation(), "示意", mark));
    }

    private static Map<String, Object> citation() {
        Map<String, Object> source = Map.of("type", "string", "minLength", 1, "description", "来源");
        Map<String, Object> sources = Map.of("type", "array", "items", source, "minItems", 1);
        return Map.of("anyOf", List.of(source, sources), "description", "数字出自哪份文件：“来源”里的键，可以是几个");
    }

    private static Table<String> small() {
        Columns columns = new Columns().backed(Backing.OWN);
        var cause = columns.required("因", Words.all(Cause.class), "原因");
        var times = columns.optional("数", Scalar.word("不限", 0).or(times()), "次数");
        return columns.reads(row -> row.get(cause) + " " + row.get(times));
    }

    private static Scalar<Integer> times() {
        return Scalar.form("(\\d)次", "1次", "次", it -> Integer.parseInt(it.group(1)));
    }

    private static Shape<Integer> kind(String word) {
        Columns columns = new Columns();
        columns.required("类型", Scalar.word(word, word), "哪一种");
        var times = columns.required(word, times(), "次数");
        return columns.reads(row -> row.get(times));
    }

    private @Nullable Made read(String text) {
        Columns c = new Columns().backed(Backing.FACTS);
        var times = c.required("数", times(), "次数");
        var twice = c.required("倍", Scalar.word("不限", "没有限制").or(times().as(it -> it + "×2")), "次数");
        var causes = c.required("因", Shapes.setOf(Words.all(Cause.class)), "原因");
        var list = c.required("因们", Shapes.listOf(Words.some(List.of(Cause.ILLNESS, Cause.ACCIDENT))), "原因");
        var none = c.required("无因", Shapes.anySetOf(Words.all(Cause.class)), "原因");
        Shape<String> name = Shapes.reference("名", in -> List.of("甲", "乙"));
        var amounts = c.required("额", Shapes.mapOf(name, Measures.MONEY), "金额");
        Shape<String> joined = Shapes.anyListOf(name).map(it -> String.join("", it));
        var maybe = c.required("或", Shapes.orWord("无", joined), "有无");
        var its = c.required("名", name, "名");
        Map<String, Shape<? extends Integer>> kinds = new LinkedHashMap<>();
        kinds.put("一", kind("一"));
        kinds.put("二", kind("二"));
        var kind = c.required("式", Choice.byType(kinds), "哪一种");
        var absent = c.optional("缺", name, "没有写");
        Table<Made> table = c.reads(row -> new Made(
                row.get(times),
                row.get(twice),
                row.get(causes),
                row.get(list),
                row.get(none),
                row.get(amounts),
                row.get(maybe),
                row.get(its),
                row.get(kind),
                row.get(absent)));
        Node root = Objects.requireNonNull(Tree.of(text, problems));
        return table.read(root, new Reading(problems, Names.NONE, Texts.library()));
    }
}
