package org.huzhu.text.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.text.edit.PlanFigures.Figure;
import org.junit.jupiter.api.Test;

class PlanFiguresTest {

    private static final String TEXT = """
            \uFEFF# 𠮷 stands outside of the plane of the others
            计划: 住院医疗
            参保:
              会费: [{档: 甲档, 每份: 60元}, {档: 乙档, 每份: 90元}]
            等待:
              编号: 第四条
              分段:
                - {至: 第30日, 待遇: 无}
            条款:
              - 编号: 第五条
                原文: 第1次给付70%
                给付:
                  分次:
                    - {第几次: 第1次, 起付: 0元, 比例: 70%}   # 70%
                    - {第几次: 第2次, 起付: 0元, 比例: "60%"}
            算例:
              - 应得: {第五条: 280元}
            """;

    private static Figure figure(String item, String key) {
        return PlanFigures.of(TEXT).stream()
                .filter(each -> each.item().equals(item) && each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_figure_is_listed_with_the_clause_and_the_keys_that_lead_to_it() {
        assertThat(PlanFigures.of(TEXT))
                .extracting(each -> each.item() + "|" + each.key() + "|" + each.value())
                .containsExactly(
                        "参保|会费（甲档） 每份|60元",
                        "参保|会费（乙档） 每份|90元",
                        "等待第四条|分段（第30日） 至|第30日",
                        "第五条|给付 分次（第1次） 第几次|第1次",
                        "第五条|给付 分次（第1次） 起付|0元",
                        "第五条|给付 分次（第1次） 比例|70%",
                        "第五条|给付 分次（第2次） 第几次|第2次",
                        "第五条|给付 分次（第2次） 起付|0元",
                        "第五条|给付 分次（第2次） 比例|60%");
    }

    @Test
    void a_figure_is_changed_in_its_place_alone() {
        assertThat(figure("第五条", "给付 分次（第1次） 比例").replaced(TEXT, "75.5%"))
                .isEqualTo(TEXT.replace("比例: 70%}", "比例: 75.5%}"));
        assertThat(figure("第五条", "给付 分次（第2次） 比例").replaced(TEXT, "5%")).isEqualTo(TEXT.replace("\"60%\"", "\"5%\""));
    }

    @Test
    void every_figure_of_every_plan_stands_where_it_is_said_to_stand() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../plans"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*/\\d{4}\\.yaml"))
                    .toList()) {
                String text = Files.readString(file);
                List<Figure> figures = PlanFigures.of(text);
                assertThat(figures)
                        .isNotEmpty()
                        .allSatisfy(each ->
                                assertThat(each.replaced(text, each.value())).isEqualTo(text));
                assertThat(figures).extracting(Figure::from).isSorted().doesNotHaveDuplicates();
            }
        }
    }
}
