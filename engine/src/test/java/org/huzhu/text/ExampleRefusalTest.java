package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExampleRefusalTest {

    @Test
    void a_case_names_the_plan_of_each_term_and_payment() {
        String text = Texts.CASE.replace("{计划: 示例, 自", "{自").replace("{计划: 示例, 条款", "{条款");

        assertThat(Texts.problems(text))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第3行：缺少“计划”（计划的短名）", "例.yaml 第7行：缺少“计划”（计划的短名）");
    }

    @Test
    void two_events_do_not_share_a_name() {
        String text = Texts.PLAN.replace("名: 转院", "名: 住院1").replace("转院: 80元", "住院1: 80元");

        assertThat(Texts.problems(text))
                .anySatisfy(it -> assertThat(it.message()).contains("两个事件都叫“住院1”"));
    }

    @Test
    void an_example_has_a_key_that_tells_its_kind() {
        String text = Texts.PLAN.replace("单位人数: 101人\n    应参保: 81人", "单位: 101人");

        assertThat(Texts.problems(text))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第175行：“说明”不能说明这是什么，要有下列键之一；可写：单位人数、参保人、保障");
    }

    @Test
    void an_example_does_not_know_the_events_of_the_example_before() {
        String text = Texts.PLAN.replace("    应得: {}\n", "    应得: {}\n    不付: {住院1: 第五条}\n");

        assertThat(Texts.problems(text))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第175行：“住院1”不是已有的事件；可写：意外1、身故1、家财损失1、门诊1、满期1");
    }

    @Test
    void events_of_different_examples_may_bear_one_name() {
        String text = Texts.PLAN.replace("{满期: 2021-06-10}", "{满期: 2021-06-10, 名: 转院}");

        assertThat(Texts.problems(text)).isEmpty();
    }

    @Test
    void a_case_expects_what_is_due_only_of_plans_of_which_it_expects_something_at_all() {
        String text = Texts.CASE.replace("应付: {示例: {第六条第一款: 9900元}}", "应付: {另例: {第二条: 0元}}");

        assertThat(Texts.problems(text)).extracting(Problem::toString).containsExactly("例.yaml 第9行：“应付”里的计划要先写在“应得”里");
    }

    @Test
    void what_is_expected_of_plans_is_a_group() {
        assertThat(Texts.problems(Texts.CASE.replace("应付: {示例: {第六条第一款: 9900元}}", "应付: 9900元")))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第9行：这里应是一组“键: 值”，不能是“9900元”");
    }

    @Test
    void the_events_of_a_case_are_a_list_even_of_one() {
        String text = Texts.CASE.replace("  - {确诊", "  {确诊");

        assertThat(Texts.problems(text))
                .extracting(Problem::message)
                .contains("这里应是一个列表，不能是一组键（[确诊, 日期, 病理报告]）；写成“[…]”，或每项一行、以“- ”开头");
    }

    @Test
    void what_is_written_twice_in_a_group_of_names_is_refused() {
        String text = Texts.CASE.replace("应得: {示例: {第六条第一款: 10000元}}", "应得: {示例: {第六条第一款: 10000元, 第六条第一款: 1元}}");

        assertThat(Texts.problems(text)).extracting(Problem::toString).containsExactly("例.yaml 第8行：“第六条第一款”写了两次");
    }

    @Test
    void a_plan_stands_once_among_what_is_expected() {
        String text = Texts.CASE.replace("应得: {示例: {第六条第一款: 10000元}}", "应得: {示例: {第六条第一款: 10000元}, 示例: {第六条第一款: 1元}}");

        assertThat(Texts.problems(text)).extracting(Problem::toString).containsExactly("例.yaml 第8行：“示例”写了两次");
    }
}
