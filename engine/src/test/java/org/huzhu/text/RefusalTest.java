package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.huzhu.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what stands there          | instead                       | what the message says
            每日: 40元                     | 每日: 40                        | “40”应以“元”结尾
            每次免赔: 3日                   | 每次免赔: 3                       | “3”应以“日”结尾
            比例: 20%                     | 比例: 20                        | “20”应以“%”结尾
            比例: 20%                     | 比例: 120%                      | “120%”不能写在这里
            至多: 2份                      | 至多: 两份                        | 应写如“2份”
            至: 第30日                     | 至: 30日                        | 应写如“第30日”
            {每: 事件, 不超过: 90日}           | {每: 事件, 不超过: 90}              | 应写如“40元”、如“30日”
            减责期每份: 500元                 | 减责期每份: 1,500元               | “1,500元”不能写在这里；应写无、如“40元”
            日期: 2018-06-01}              | 日期: 2018-02-30}               | “2018-02-30”不能写在这里；应写如“2018-01-01”
            自: 11月1日                    | 自: 11月31日                     | 应写如“11月1日”
            """)
    void a_number_is_refused_without_its_unit_or_in_another_form(String right, String wrong, String says) {
        assertRefused(right, wrong, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what stands there          | instead                       | what the message says
            性质: 会费型                     | 性质: 会费                        | 是不是“会费型”？可写：会费型、公益型、赠送
            类型: 日津贴                     | 类型: 住院津贴                     | 是不是“日津贴”？可写：疾病定额、日津贴、费用比例
            计日: 住院日                     | 计日: 在院日                       | 可写：住院日、休养日、康复照顾日
            计日: 住院日                     | 计日:                           | 这里没有内容；应写住院日、休养日、康复照顾日
            原因: [疾病, 意外]                | 原因: 疾病                        | 这里应是一个列表，不能是“疾病”
            原因: [疾病, 意外]                | 原因: [疾病, 疾病]                  | 同一项写了两次
            对象: [在职, 新就业形态]             | 对象: []                        | 这个列表应有1至5000项
            份数: {至多: 2份, 全员同份: 否}        | 份数: 2份                        | 这里应是一组“键: 值”（键：至多、全员同份、依据、示意），不能是“2份”
            年龄计算日: 生效日                  | 年龄计算日: {日: 生效日}               | 这里应写生效日、投保日，不能是一组键（[日]）
            等待:                         | 等候:                           | “等候”不是这里的键；是不是“等待”？可写：计划、名称
            退费: 不退                      | 退会费: 不退                       | “退会费”不是这里的键；是不是“退费”？
            退费: 不退                      | 不能同时参加: [某某计划]               | “某某计划”不是已有的计划
            退费: 不退                      | 中途参加: {入职后: 60天, 期满: 各满一期, 会费: 全额} | “60天”不能写在这里
            按: 保障期起始日,                | 按: 保障期起始日, 依据: 细则,          | “依据”不是这里的键；可写：自、按、对象
            办事处: 北京                     | 名称: 北京                        | “名称”写了两次
            - {至: 第60日, 待遇: 减}           | - {至: 第60日, 待遇: 全}             | 可写：无、减
            """)
    void a_wrong_word_or_key_is_refused_with_those_that_may_stand_there(String right, String wrong, String says) {
        assertRefused(right, wrong, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what stands there          | instead                       | what the message says
            名单: 女工一类                    | 名单: 女工二类                      | “女工二类”不是已有的名单；是不是“女工一类”？
            - {确诊: 乳腺癌                  | - {确诊: 乳癌                     | “乳癌”不是已有的病种；是不是“乳腺癌”？
            给付后终止: [第六条第一款]            | 给付后终止: [第六条第九款]               | “第六条第九款”不是已有的条款编号；是不是“第六条第一款”？
            依据: [细则, 通知]                | 依据: [细则, 通告]                  | “通告”不是已有的来源；是不是“通知”？可写：细则、通知
            转自: 住院1                     | 转自: 住院9                       | “住院9”不是已有的事件；是不是“住院1”？
            不付: {转院: 第五条}                | 不付: {转院: 第五十条}                | “第五十条”不是已有的编号
            不计入的计划: [示例]                | 不计入的计划: [示列]                  | “示列”不是已有的计划；是不是“示例”？
            - {档: 50元档, 金额: 20000元       | - {档: 60元档, 金额: 20000元         | “60元档”不是已有的档
            份: 2份, 档: 26元档              | 份: 2份, 档: 27元档                | “27元档”不是已有的档
            已付: [{条款: 第六条第二款            | 已付: [{条款: 第六条第十款             | “第六条第十款”不是已有的条款编号
            """)
    void a_name_that_nothing_bears_is_refused_with_the_names_there_are(String right, String wrong, String says) {
        assertRefused(right, wrong, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what stands there          | instead                       | what the message says
            - {性别: 女, 不小于: 16周岁          | - {性别: 女, 不小于: 56周岁            | “不大于”的年龄比“不小于”的还小
            2020-08-10 至 2020-08-12      | 2020-08-10 至 2020-08-02        | 出院日早于入院日
            [100%, 75%, 50%]             | [100%, 50%, 75%]               | 各级比例要从重到轻
            条款: [第七条第二款, 第七条第一款, 第七条第三款]}| 条款: [第七条第二款]}                  | 至少要写两个条款
            应付: {第六条第一款: 0元}            | 应付: {第六条第三款: 0元}             | “应付”里的“第六条第三款”要先以同样的写法写在“应得”里
            份: 2份, 档: 26元档}              | 份: 2份}                        | 示例分档，要写“档”，可写：26元档、50元档
            份: 2份, 档: 26元档               | 份: 0份, 档: 26元档                | 至少1份
            自: 2020-06-10, 至: 2021-06-09 | 自: 2020-06-10, 至: 2020-06-09 | “至”早于“自”
            转自: 住院1, 名: 转院            | 转自: 住院1, 名: 转院, 姓名: 甲         | “姓名”只用来区分家属；要先写“被保障人”
            """)
    void what_contradicts_itself_or_the_plan_is_refused(String right, String wrong, String says) {
        assertRefused(right, wrong, says);
    }

    /** The plan with one thing put wrong is refused at the line of that thing. */
    private static void assertRefused(String right, String wrong, String says) {
        String text = Texts.PLAN.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThat(Texts.problems(text)).anySatisfy(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.toString()).startsWith("例.yaml 第" + problem.line() + "行：");
            assertThat(problem.line()).isEqualTo(Texts.line(Texts.PLAN, right));
        });
    }

    @ParameterizedTest
    @CsvSource({"'  保障期: 1年\n', 缺少“保障期”, 11", "'    事件日: 病理报告日或入院日\n', 缺少“事件日”, 51", "'办事处: 北京\n', 缺少“办事处”, 2"})
    void a_missing_key_is_refused_at_the_start_of_its_entry(String line, String says, int at) {
        String text = Texts.PLAN.replace(line, "");

        assertThat(Texts.problems(text)).anySatisfy(problem -> {
            assertThat(problem.message()).startsWith(says);
            assertThat(problem.line()).isEqualTo(at);
        });
    }

    @Test
    void a_figure_needs_a_source_or_the_mark_that_it_illustrates() {
        String text = Texts.PLAN.replace("比例: 20%, 舍入: 舍去不足一分}\n    示意: 是\n", "比例: 20%, 舍入: 舍去不足一分}\n");

        assertThat(Texts.problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(Texts.line(Texts.PLAN, "编号: 第六条第四款"));
            assertThat(problem.message()).isEqualTo("缺少“依据”（可写：细则、通知）；没有文件依据的写“示意: 是”");
        });
    }

    @Test
    void a_figure_that_nothing_encloses_with_a_source_is_refused_whatever_the_table() {
        Columns columns = new Columns();
        var daily = columns.required("每日", Measures.MONEY, "每日给付");
        Table<Money> table = columns.reads(row -> row.get(daily));
        Problems problems = new Problems("例.yaml");
        Node root = Objects.requireNonNull(Tree.of("每日: 40元", problems));

        Money unused = table.read(root, new Reading(problems, Names.NONE, Texts.library()));

        assertThat(problems.sorted())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).startsWith("“40元”没有依据"));
    }

    @Test
    void all_problems_of_a_file_come_at_once_by_line() {
        String text = Texts.PLAN
                .replace("性质: 会费型", "性质: 会费")
                .replace("每日: 40元", "每日: 40")
                .replace("单位人数: 101人", "单位人数: 101");

        assertThat(Texts.problems(text))
                .extracting(Problem::line)
                .containsExactly(
                        Texts.line(text, "性质: 会费"), Texts.line(text, "每日: 40,"), Texts.line(text, "单位人数: 101"));
    }

    @Test
    void the_words_allowed_are_there_for_programs_too() {
        List<Problem> problems = Texts.problems(Texts.PLAN.replace("退费: 不退", "退费: 全退"));

        assertThat(problems).singleElement().satisfies(it -> {
            assertThat(it.found()).isEqualTo("全退");
            assertThat(it.allowed()).containsExactly("不退", "重复参保退还");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | 1 | 文件是空的
            '# 只有注释'                          | 1 | 文件是空的
            '一句话'                              | 1 | “一句话”不能写在这里，应是一组“键: 值”
            '[甲, 乙]'                            | 1 | 应是一组“键: 值”
            '规划: 示例'                           | 1 | 可写：计划、病种词典、地区叠加、并用规则、案例
            '案例: 甲\n保障: &甲 []\n事件: *甲'        | 2 | 计划文件不用YAML锚点（&）
            '案例: 甲\n保障: &甲 []\n事件: *甲'        | 3 | 计划文件不用YAML别名（*）
            '案例: !!str 甲'                       | 1 | 计划文件不用YAML标签（!）
            '案例: 甲\n---\n案例: 乙'                | 2 | 这里又开始了第二份
            '%YAML 1.2\n---\n案例: 甲'             | 1 | 计划文件不用YAML指令
            '案例: 甲\n保障:\n\t- {}'               | 3 | 这里有制表符（Tab）；缩进请用空格
            '案例: 甲\n保障: [{}'                   | 2 | YAML写法有误
            '案例: 甲\n保障:\n  - "没有结尾'           | 3 | YAML写法有误
            '案例: 甲\n{a: b}: 乙'                 | 2 | 键应是一个词
            '案例: 甲\n保障: \u0007'               | 2 | 看不见的控制字符（U+0007）
            """)
    void what_is_no_plain_yaml_is_refused_at_its_line(String text, int line, String says) {
        String file = text.replace("\\n", "\n").replace("\\t", "\t");

        assertThat(Texts.problems(file)).anySatisfy(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void a_file_that_nests_too_deeply_or_is_far_too_large_is_refused() {
        String deep = "案例: " + "[".repeat(5000) + "]".repeat(5000);
        String large = "案例: 甲\n" + "# 注释\n".repeat(300_000);

        assertThat(Texts.problems(deep))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("嵌套超过24层"));
        assertThat(Texts.problems(large))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("至多1000000个"));
    }

    @Test
    void a_number_of_identity_is_masked_wherever_it_was_written() {
        String text = Texts.CASE.replace("份: 1份", "份: 11010519900307234X");

        assertThat(Texts.problems(text)).singleElement().satisfies(it -> {
            assertThat(it.toString()).doesNotContain("19900307").contains("110********234X");
            assertThat(it.found()).doesNotContain("19900307");
        });
    }

    @Test
    void a_name_is_one_text() {
        assertThat(Texts.problems(Texts.PLAN.replace("名单: 女工一类", "名单: [女工一类]")))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第58行：这里应写一个名单，不能是一个列表（1项）");
    }

    @Test
    void a_file_may_be_as_large_and_as_deep_as_the_limits_say() {
        String large = Texts.CASE + "#".repeat(Tree.CHARACTERS_MAX - Texts.CASE.length());

        assertThat(Texts.problems(large)).isEmpty();
        assertThat(Texts.problems(large + "#"))
                .extracting(Problem::toString)
                .containsExactly("例.yaml 第1行：文件有1000001个字符，至多1000000个；请检查是否放错了文件");
        for (String open : List.of("[", "{甲: ")) {
            Problems problems = new Problems("例.yaml");
            String close = open.equals("[") ? "]" : "}";
            Node deepest = Tree.of(open.repeat(23) + "甲" + close.repeat(23), problems);
            assertThat(deepest).isNotNull();
            assertThat(problems.isEmpty()).isTrue();
            Node deeper = Tree.of(open.repeat(24) + "甲" + close.repeat(24), problems);
            assertThat(deeper).isNull();
            assertThat(problems.sorted()).extracting(Problem::message).containsExactly("嵌套超过24层，计划文件用不着这么深");
        }
    }
}
