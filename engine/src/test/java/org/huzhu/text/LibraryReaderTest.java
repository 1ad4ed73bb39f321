package org.huzhu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryReaderTest {

    static List<Problem> problems(Map<String, String> files) {
        try {
            LibraryReading unused = LibraryReader.read(files);
            return List.of();
        } catch (PlanUnreadable e) {
            return e.problems();
        }
    }

    @Test
    void a_library_holds_every_file_and_every_example() {
        LibraryReading reading = LibraryReader.read(Texts.FILES);

        assertThat(reading.documents()).containsOnlyKeys(Texts.FILES.keySet());
        assertThat(reading.library().plans()).hasSize(2);
        assertThat(reading.examples()).containsOnlyKeys("示例/2018.yaml", "另例/2018.yaml", "地区叠加/高原.yaml", "案例/一人一病.yaml");
    }

    @Test
    void the_problems_of_all_files_come_at_once() {
        Map<String, String> files = new TreeMap<>(Texts.FILES);
        files.replaceAll((path, text) -> text.replace("示意: 是", "示意: 有"));
        files.put("空.yaml", "");

        assertThat(problems(files))
                .extracting(Problem::file)
                .contains("空.yaml", "病种词典.yaml", "示例/2018.yaml", "并用规则/北京.yaml")
                .isSorted();
    }

    @Test
    void a_plan_stands_where_its_name_and_version_say() {
        Map<String, String> files = new TreeMap<>(Texts.FILES);
        files.remove("示例/2018.yaml");
        files.put("示例/2019.yaml", Texts.PLAN);

        assertThat(problems(files))
                .extracting(Problem::toString)
                .containsExactly("示例/2019.yaml 第1行：文件应放在“示例/2018.yaml”：文件夹和文件名要与内容一致");
    }

    @Test
    void one_version_stands_in_one_file_and_there_is_one_dictionary() {
        Map<String, String> files = new TreeMap<>(Texts.FILES);
        files.put("旧/示例/2018.yaml", Texts.PLAN);
        files.put("词典.yaml", Texts.DICTIONARY);

        assertThat(problems(files))
                .extracting(Problem::message)
                .contains("示例 2018已经写在旧/示例/2018.yaml", "只能有一部病种词典；另一部是病种词典.yaml");
    }

    @Test
    void an_overlay_names_versions_that_exist() {
        String text = Texts.OVERLAY.replace("版本: [2018]", "版本: [2019]");

        assertThat(problems(Texts.filesWith("地区叠加/高原.yaml", text)))
                .extracting(Problem::toString)
                .containsExactly("地区叠加/高原.yaml 第6行：“2019”不是已有的示例的版本；是不是“2018”？可写：2018");
    }

    @Test
    void an_example_of_a_plan_writes_the_end_of_a_term_under_another_plan() {
        String text = Texts.PLAN.replace(
                "    保障: [{自: 2020-06-10, 份: 2份, 档: 26元档}]", "    保障: [{计划: 另例, 自: 2020-06-10, 份: 1份}]");

        assertThat(problems(Texts.filesWith("示例/2018.yaml", text)))
                .extracting(Problem::message)
                .containsExactly("缺少“至”：这里不知道另例的保障期多长，要写最后一日");
    }

    @Test
    void what_names_an_unreadable_plan_is_not_blamed_for_it() {
        String wrong = Texts.OTHER_PLAN.replace("办事处: 北京", "办事处:");
        var files = Texts.filesWith("另例/2018.yaml", wrong);
        files.put("案例/另.yaml", """
                案例: 另例一人
                保障: [{计划: 另例, 自: 2020-06-10, 份: 1份}]
                事件: [{确诊: 恶性肿瘤, 日期: 2020-07-25}]
                """);

        assertThat(problems(files)).extracting(Problem::file).containsOnly("另例/2018.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一条", "第二条", "附件二"})
    void an_example_of_a_plan_may_give_a_rule_beside_the_plan_as_the_reason(String number) {
        String text = Texts.PLAN.replace("不付: {转院: 第五条}", "不付: {转院: " + number + "}");

        assertThat(problems(Texts.filesWith("示例/2018.yaml", text))).isEmpty();
    }

    @Test
    void the_clauses_of_another_plan_are_no_reason() {
        String text = Texts.PLAN.replace("不付: {转院: 第五条}", "不付: {转院: 第十二条}");
        var files = Texts.filesWith("示例/2018.yaml", text);
        files.replaceAll((path, each) -> path.startsWith("另例") ? each.replace("第二条", "第十二条") : each);

        assertThat(problems(files))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).startsWith("“第十二条”不是已有的编号"));
    }
}
