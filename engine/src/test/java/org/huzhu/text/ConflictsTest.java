package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

    private static final String AFTER_CLAUSES = "合计限额:";

    /** A second clause of each kind that claims what the first of that kind claims. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            会员 | 第六条第一款 | {类型: 疾病定额, 名单: 重病一类, 每份: 1元, 减责期每份: 无, 给付后终止: 无, 每期次数: 1次, 同类终身一次: 是}
            会员 | 第六条第二款 | {类型: 日津贴, 计日: 住院日, 原因: [意外], 每日: 1元, 每次免赔: 0日, 转院视为一次: 0小时, 医院级别不低于: 一级, 跨期: 按期内日数}
            会员 | 第六条第三款 | {类型: 年度费用补助, 费用: 医保后自付, 门诊起付: 0元, 首次住院起付: 0元, 再次住院起付: 0元, 比例: 1%, 舍入: 四舍五入到分}
            会员 | 第六条第五款 | {类型: 年度费用补助, 费用: 封顶线以上, 门诊起付: 0元, 首次住院起付: 0元, 再次住院起付: 0元, 比例: 1%, 舍入: 四舍五入到分}
            会员 | 第七条第一款 | {类型: 伤情慰问, 金额: 1元, 各伤情: [{伤情: 骨折, 比例: 1%}]}
            会员 | 第七条第二款 | {类型: 身故, 金额: 1元, 原因: [疾病], 事故后: 不限}
            会员 | 第七条第四款 | {类型: 家财损失, 各原因: [{原因: 火灾, 比例: 1%, 不超过: 1元}]}
            """)
    void two_clauses_that_could_claim_the_same_money_need_a_relation(String insured, String clashing, String benefit) {
        String text = withClause(insured, benefit);

        List<Problem> problems = Texts.problems(text);

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(Texts.line(text, "编号: 第二十条"));
            assertThat(problem.message()).contains("“" + clashing + "”和“第二十条”可能为", "请在“各条关系”里写一项");
        });
        assertThat(Texts.problems(related(text, problems))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            会员子女 | {类型: 身故, 金额: 1元, 原因: [疾病], 事故后: 不限}
            会员    | {类型: 疾病定额, 名单: 中风一类, 每份: 1元, 减责期每份: 无, 给付后终止: 无, 每期次数: 1次, 同类终身一次: 是}
            会员    | {类型: 日津贴, 计日: 休养日, 原因: [意外], 每日: 1元, 每次免赔: 0日, 转院视为一次: 0小时, 医院级别不低于: 一级, 跨期: 按期内日数}
            会员    | {类型: 家财损失, 各原因: [{原因: 水渍, 比例: 1%, 不超过: 1元}]}
            """)
    void clauses_that_cannot_meet_need_none(String insured, String benefit) {
        assertThat(Texts.problems(withClause(insured, benefit))).isEmpty();
    }

    @Test
    void plans_of_one_office_that_could_claim_the_same_money_need_a_pair() {
        String silent = Texts.STACKING.replaceFirst("两计划:\n.*\n", "两计划: []\n");

        List<Problem> problems = LibraryReaderTest.problems(Texts.filesWith("并用规则/北京.yaml", silent));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("示例/2018.yaml");
            assertThat(problem.line()).isEqualTo(Texts.line(Texts.PLAN, "编号: 第六条第一款"));
            assertThat(problem.message()).contains("与另例 2018的“第二条”可能为同一病种", "请在并用规则/北京.yaml的“两计划”里写一项", "计划: [另例, 示例]");
        });
    }

    @Test
    void plans_of_different_offices_need_none() {
        String silent = Texts.STACKING.replaceFirst("两计划:\n.*\n", "两计划: []\n");
        var files = Texts.filesWith("并用规则/北京.yaml", silent);
        files.put("另例/2018.yaml", Texts.OTHER_PLAN.replace("办事处: 北京", "办事处: 天津"));

        assertThat(LibraryReaderTest.problems(files)).isEmpty();
    }

    @Test
    void versions_whose_last_cover_ended_before_the_other_began_need_none() {
        String silent = Texts.STACKING.replaceFirst("两计划:\n.*\n", "两计划: []\n");
        var files = Texts.filesWith("并用规则/北京.yaml", silent);
        files.put(
                "另例/2018.yaml",
                Texts.OTHER_PLAN
                        .replace("保障期: 自然年", "保障期: {自: 2017-01-01, 至: 2017-12-31}")
                        .replace("自: 2020-06-10, 份", "自: 2017-06-10, 份"));

        assertThat(LibraryReaderTest.problems(files)).isEmpty();
    }

    private static String withClause(String insured, String benefit) {
        String clause = """
              - 编号: 第二十条
                名称: 又一条
                原文: 又给付。
                被保障人: %s
                事件日: 入院日
                给付: %s
                示意: 是
            """.formatted(insured, benefit);
        return Texts.PLAN.replace(AFTER_CLAUSES, clause.indent(0) + AFTER_CLAUSES);
    }

    /** The plan with a relation for each clash, as the messages ask for. */
    private static String related(String text, List<Problem> problems) {
        StringBuilder relations = new StringBuilder("各条关系:\n");
        for (Problem problem : problems) {
            String message = problem.message();
            String clauses = message.substring(message.indexOf("条款: "), message.indexOf("]”") + 1);
            relations
                    .append("  - {编号: 第三十条, 原文: 分别给付。, 关系: 兼得, 范围: 事件, ")
                    .append(clauses)
                    .append("}\n");
        }
        return text.replace("各条关系:\n", relations);
    }
}
