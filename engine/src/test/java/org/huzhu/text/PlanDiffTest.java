package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.huzhu.text.PlanDiff.Change;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

    private static final String PLAN = "示例互助保障计划";

    @Test
    void a_version_does_not_differ_from_itself() {
        assertThat(after(Texts.PLAN)).isEmpty();
    }

    @Test
    void an_amount_by_tier_is_called_by_its_tier() {
        assertThat(after(Texts.PLAN.replace("金额: 10000元}\n", "金额: 12000元}\n")))
                .containsExactly(new Change(PLAN + " 女工互助金", "每份（26元档）", "10000元", "12000元"));
    }

    @Test
    void an_illustrative_figure_is_marked() {
        assertThat(after(Texts.PLAN.replace("每份: 32元, 示意: 是", "每份: 33元")))
                .containsExactly(new Change(PLAN + " 参保", "会费（26元档，高风险） 每份", "32元（示意）", "33元"));
    }

    @Test
    void a_cap_is_called_by_what_it_counts_within() {
        assertThat(after(Texts.PLAN.replace("不超过: 90日", "不超过: 180日")))
                .containsExactly(new Change(PLAN + " 住院津贴", "限额（事件） 不超过", "90日", "180日"));
    }

    @Test
    void a_list_of_words_is_one_row() {
        assertThat(after(Texts.PLAN.replace("各级比例: [100%, 75%, 50%]", "各级比例: [100%, 90%]")))
                .containsExactly(new Change(PLAN + " 伤残互助金", "各级比例", "100%、75%、50%", "100%、90%"));
    }

    @Test
    void a_clause_that_is_gone_or_new_is_one_row_with_its_wording() {
        String without = Texts.PLAN.replaceFirst("(?s)  - 编号: 第七条第五款.*?依据: 细则\n", "");

        assertThat(after(without)).containsExactly(new Change(PLAN + " 满期返还", "取消", "满期返还会费。", "—"));
        assertThat(PlanDiff.between("前", without, "后", Texts.PLAN))
                .containsExactly(new Change(PLAN + " 满期返还", "新增", "—", "满期返还会费。"));
    }

    @Test
    void a_clause_that_moved_to_another_number_is_known_by_its_title() {
        String moved = Texts.PLAN.replace("编号: 第七条第五款", "编号: 第七条第六款").replace("比例: 100%}", "比例: 90%}");

        assertThat(after(moved))
                .containsExactly(
                        new Change(PLAN + " 满期返还", "编号", "第七条第五款", "第七条第六款"),
                        new Change(PLAN + " 满期返还", "比例", "100%", "90%"));
    }

    @Test
    void clauses_that_changed_places_are_known_by_their_titles_not_by_their_numbers() {
        String changed = Texts.PLAN
                .replace("编号: 第七条第四款", "编号: 某款")
                .replace("编号: 第七条第五款", "编号: 第七条第四款")
                .replace("编号: 某款", "编号: 第七条第五款");

        assertThat(after(changed)).extracting(Change::content).containsOnly("编号");
    }

    @Test
    void a_clause_with_a_new_title_and_number_is_known_by_its_kind_of_benefit() {
        String renamed = Texts.PLAN
                .replace("编号: 第七条第五款\n    名称: 满期返还", "编号: 第七条第六款\n    名称: 期满返还")
                .replace("比例: 100%}", "比例: 90%}");

        assertThat(after(renamed)).extracting(Change::content).containsExactly("编号", "名称", "比例");
    }

    @Test
    void an_exclusion_that_moved_to_another_number_is_known_by_its_wording() {
        assertThat(after(Texts.PLAN.replace("编号: 第八条第二项", "编号: 第八条")))
                .containsExactly(new Change(PLAN + " 除外 第八条", "编号", "第八条第二项", "第八条"));
    }

    @Test
    void a_wording_is_shown_only_where_nothing_else_tells_of_the_change() {
        String worded = Texts.PLAN.replace("满期返还会费。", "满期返还全部会费。");

        assertThat(after(worded)).containsExactly(new Change(PLAN + " 满期返还", "原文", "满期返还会费。", "满期返还全部会费。"));
        assertThat(after(worded.replace("比例: 100%}", "比例: 90%}")))
                .containsExactly(new Change(PLAN + " 满期返还", "比例", "100%", "90%"));
    }

    @Test
    void an_entry_without_a_wording_is_shown_as_written() {
        String longer = Texts.PLAN.replace(
                "条款:\n  - 编号: 第六条第一款", "  - {编号: 第八条第三项, 条款: 全部, 情形: [自杀, 犯罪], 依据: 细则}\n条款:\n  - 编号: 第六条第一款");

        assertThat(after(longer))
                .containsExactly(new Change(PLAN + " 除外 第八条第三项", "新增", "—", "编号 第八条第三项，条款 全部，情形 自杀、犯罪"));
    }

    @Test
    void a_new_name_of_the_plan_is_a_change_of_the_plan_itself() {
        assertThat(after(Texts.PLAN.replace("名称: 示例互助保障计划", "名称: 新例互助保障计划")))
                .containsExactly(new Change("新例互助保障计划", "名称", "示例互助保障计划", "新例互助保障计划"));
    }

    @Test
    void a_clause_put_before_the_others_leaves_them_the_same() {
        String clause = "条款:\n  - 编号: 第六条第一款";

        assertThat(after(Texts.PLAN.replace(clause, clause.replaceFirst("\n", """

                  - 编号: 第三条
                    名称: 慰问金
                    原文: 给付慰问金。
                    给付: {类型: 慰问}
                """.stripTrailing() + "\n"))))
                .containsExactly(new Change(PLAN + " 慰问金", "新增", "—", "给付慰问金。"));
    }

    @Test
    void a_clause_with_another_number_title_and_kind_of_benefit_is_another_clause() {
        String other = Texts.PLAN
                .replace("编号: 第七条第五款\n    名称: 满期返还", "编号: 第七条第六款\n    名称: 慰问金")
                .replace("原文: 满期返还会费。", "原文: 给付慰问金。")
                .replace("类型: 满期返还", "类型: 慰问");

        assertThat(after(other))
                .containsExactly(
                        new Change(PLAN + " 慰问金", "新增", "—", "给付慰问金。"),
                        new Change(PLAN + " 满期返还", "取消", "满期返还会费。", "—"));
    }

    @Test
    void a_clause_that_kept_only_its_number_is_the_same_clause() {
        String other = Texts.PLAN
                .replace("    名称: 满期返还", "    名称: 慰问金")
                .replace("原文: 满期返还会费。", "原文: 给付慰问金。")
                .replace("类型: 满期返还", "类型: 慰问");

        assertThat(after(other)).containsExactly(new Change(PLAN + " 慰问金", "名称", "满期返还", "慰问金"));
    }

    @Test
    void a_clause_that_kept_only_its_kind_of_benefit_is_the_same_clause() {
        String other = Texts.PLAN
                .replace("编号: 第七条第五款\n    名称: 满期返还", "编号: 第七条第六款\n    名称: 期满返还")
                .replace("原文: 满期返还会费。", "原文: 期满返还。");

        assertThat(after(other))
                .containsExactly(
                        new Change(PLAN + " 期满返还", "编号", "第七条第五款", "第七条第六款"),
                        new Change(PLAN + " 期满返还", "名称", "满期返还", "期满返还"));
    }

    @Test
    void two_clauses_of_one_title_are_told_apart_by_their_numbers() {
        String same = Texts.PLAN.replace("名称: 年度补助", "名称: 补助").replace("名称: 封顶线以上补助", "名称: 补助");
        String swapped = same.replace("编号: 第六条第四款", "编号: 某款")
                .replace("编号: 第六条第五款", "编号: 第六条第四款")
                .replace("编号: 某款", "编号: 第六条第五款");

        assertThat(PlanDiff.between("前", same, "后", same)).isEmpty();
        assertThat(PlanDiff.between("前", same, "后", swapped))
                .extracting(Change::content)
                .doesNotContain("编号", "新增", "取消");
    }

    @Test
    void an_exclusion_with_another_number_and_wording_is_another_exclusion() {
        String other = Texts.PLAN.replace("编号: 第八条第二项", "编号: 第八条").replace("因故意自伤、酒后驾驶的", "因自杀的");

        assertThat(after(other))
                .containsExactly(
                        new Change(PLAN + " 除外 第八条", "新增", "—", "因自杀的，不给付。"),
                        new Change(PLAN + " 除外 第八条第二项", "取消", "因故意自伤、酒后驾驶的，不给付。", "—"));
    }

    @Test
    void a_key_that_one_version_lacks_is_one_row_in_either_direction() {
        String without = Texts.PLAN.replace(", 级别: 三级, 起付: 0元", ", 起付: 0元").replace(", 原文: 合计", ", 注: 甲, 原文: 合计");

        assertThat(after(without))
                .contains(new Change(PLAN + " 合计限额 第九条", "注", "—", "甲"))
                .hasSize(3);
        assertThat(PlanDiff.between("前", without, "后", Texts.PLAN))
                .contains(new Change(PLAN + " 合计限额 第九条", "注", "甲", "—"))
                .hasSize(3);
    }

    @Test
    void rows_that_nothing_names_are_called_by_their_places_unless_there_is_only_one() {
        String later = Texts.PLAN
                .replace("至: 12月31日}", "至: 12月30日}")
                .replace("至: 第60日, 待遇: 减}", "至: 第90日, 待遇: 减}\n    - {至: 第99日, 待遇: 减}");

        assertThat(after(later))
                .containsExactly(
                        new Change(PLAN + " 参保", "投保时间 至", "12月31日", "12月30日"),
                        new Change(PLAN + " 等待", "分段（第2项） 至", "第60日", "第90日"),
                        new Change(PLAN + " 等待", "分段（第3项）", "—", "至 第99日，待遇 减"));
        assertThat(PlanDiff.between("前", later, "后", Texts.PLAN))
                .contains(new Change(PLAN + " 等待", "分段（第3项）", "至 第99日，待遇 减", "—"))
                .hasSize(3);
    }

    @Test
    void a_second_row_makes_the_places_of_both_count() {
        String later = Texts.PLAN.replace("至: 12月31日}", "至: 12月30日}\n    - {自: 3月1日, 至: 3月31日}");

        assertThat(after(later))
                .containsExactly(
                        new Change(PLAN + " 参保", "投保时间（第1项） 至", "12月31日", "12月30日"),
                        new Change(PLAN + " 参保", "投保时间（第2项）", "—", "自 3月1日，至 3月31日"));
        assertThat(PlanDiff.between("前", later, "后", Texts.PLAN))
                .containsExactly(
                        new Change(PLAN + " 参保", "投保时间（第1项） 至", "12月30日", "12月31日"),
                        new Change(PLAN + " 参保", "投保时间（第2项）", "自 3月1日，至 3月31日", "—"));
    }

    @Test
    void a_row_of_another_name_is_another_row_and_keeps_the_mark_that_it_illustrates() {
        String later = Texts.PLAN.replace("职业: 高风险, 每份: 32元, 示意: 是", "职业: 特殊, 每份: 32元");

        assertThat(after(later))
                .containsExactly(
                        new Change(PLAN + " 参保", "会费（26元档，特殊）", "—", "档 26元档，职业 特殊，每份 32元"),
                        new Change(PLAN + " 参保", "会费（26元档，高风险）", "档 26元档，职业 高风险，每份 32元（示意）", "—"));
    }

    @Test
    void a_word_is_no_figure_and_is_not_marked() {
        assertThat(after(Texts.PLAN.replace("比例: 20%, 舍入: 舍去不足一分", "比例: 25%, 舍入: 四舍五入到分")))
                .containsExactly(
                        new Change(PLAN + " 年度补助", "比例", "20%（示意）", "25%（示意）"),
                        new Change(PLAN + " 年度补助", "舍入", "舍去不足一分", "四舍五入到分"));
    }

    @Test
    void examples_and_sources_are_passed_over() {
        assertThat(after(Texts.PLAN.replace("第45日确诊", "第四十五日确诊").replace("《示例通知》", "《示例的通知》")))
                .isEmpty();
    }

    @Test
    void only_plans_can_be_compared() {
        assertThatThrownBy(() -> PlanDiff.between("前", Texts.PLAN, "后", Texts.CASE))
                .isInstanceOf(PlanUnreadable.class)
                .hasMessageContaining("后 第1行")
                .hasMessageContaining("不是计划文件");
    }

    private static List<Change> after(String later) {
        return PlanDiff.between("前", Texts.PLAN, "后", later);
    }
}
