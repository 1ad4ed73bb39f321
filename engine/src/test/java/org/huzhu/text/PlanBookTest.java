package org.huzhu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.text.PlanBook.Chapter;
import org.huzhu.text.PlanBook.Rule;
import org.junit.jupiter.api.Test;

class PlanBookTest {

    private static final Path PLANS = Path.of("..", "plans");

    private static PlanBook book(String file) throws IOException {
        return PlanBook.of(file, Files.readString(PLANS.resolve(file), UTF_8));
    }

    @Test
    void a_clause_has_its_wording_on_one_side_and_its_rule_on_the_other() throws IOException {
        PlanBook book = book("住院医疗/2008.yaml");

        assertThat(book.title()).isEqualTo("在职职工住院医疗互助保障计划");
        Chapter clause = book.chapters().stream()
                .filter(each -> each.heading().equals("第五条 住院医疗互助金"))
                .findFirst()
                .orElseThrow();
        assertThat(clause.wording()).contains("第一次住院给付百分之七十").doesNotContain("\n");
        assertThat(clause.rules())
                .contains(new Rule(0, "事件日", "入院日"))
                .contains(new Rule(0, "给付", ""))
                .contains(new Rule(2, "", "第几次：第1次，起付：0元，比例：70%"))
                .noneMatch(rule -> rule.key().equals("原文"));
        assertThat(book.examples()).hasSizeGreaterThan(4);
        assertThat(book.examples().getFirst().heading()).contains("住院四次");
    }

    @Test
    void every_plan_can_be_read_as_a_book_and_loses_no_clause() throws IOException {
        try (Stream<Path> files = Files.walk(PLANS)) {
            List<Path> plans =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            int read = 0;
            for (Path file : plans) {
                String text = Files.readString(file, UTF_8);
                String first = text.lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .findFirst()
                        .orElseThrow();
                if (!first.startsWith("计划:")) {
                    continue;
                }
                PlanBook book = PlanBook.of(file.toString(), text);
                long numbers = text.lines()
                        .filter(line -> line.strip().matches("(- )?编号: .*"))
                        .count();
                assertThat(book.chapters().stream()
                                .filter(each -> each.heading().startsWith("第")))
                        .as(file.toString())
                        .hasSizeGreaterThanOrEqualTo((int) numbers / 2)
                        .allSatisfy(each -> assertThat(each.rules()).isNotEmpty());
                read++;
            }
            assertThat(read).isGreaterThanOrEqualTo(26);
        }
    }

    @Test
    void an_overlay_is_a_book_too() throws IOException {
        PlanBook book = book("地区叠加/西藏高原病.yaml");

        assertThat(book.title()).isEqualTo("西藏高原病");
        assertThat(book.chapters().getFirst().heading()).isEqualTo("附件二");
        assertThat(book.chapters().getFirst().wording()).startsWith("西藏办事处的参保会员");
        assertThat(book.chapters()).extracting(Chapter::heading).contains("办事处", "增加名单", "自");
        assertThat(book.examples()).hasSize(5);
    }

    @Test
    void what_is_no_group_of_keys_is_refused() {
        assertThatThrownBy(() -> PlanBook.of("x.yaml", "一")).isInstanceOf(PlanUnreadable.class);
        assertThatThrownBy(() -> PlanBook.of("x.yaml", "计划: [")).isInstanceOf(PlanUnreadable.class);
    }
}
