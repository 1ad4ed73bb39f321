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
