package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;
import org.huzhu.columns.Part;
import org.huzhu.columns.Words;
import org.huzhu.command.Shell.Answer;
import org.huzhu.history.HistoryWriter;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.CostField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryShowCommandTest {

    @TempDir
    private Path temp = Path.of("");

    private Path store = Path.of("");

    @BeforeEach
    void writeStore() throws IOException {
        store = temp.resolve("store");
        Words words = new Words();
        Members members = new Members();
        FactBuilder facts = new FactBuilder(words, FactBuilder.ALL_PARTS);
        for (int i = 0; i < 3; i++) {
            members.add(words.number(i == 0 ? "海淀办事处" : "朝阳办事处"), Sex.FEMALE, 0);
            facts.member();
            facts.term(words.number("住院津贴"), Words.NONE, day(2020), day(2021), 1, Words.NONE, 8_000);
            for (int visit = 0; visit < 500; visit++) {
                facts.visit(FactColumns.MEMBER, day(visit < 100 ? 2020 : 2021), 0, costs());
            }
        }
        try (HistoryWriter writer = new HistoryWriter(store, words, "试验")) {
            writer.write(0, new Part(members, facts.build()));
            writer.finish();
        }
    }

    private static int day(int year) {
        return Day.of(LocalDate.of(year, 1, 1));
    }

    private static long[] costs() {
        long[] costs = new long[CostField.values().length];
        Arrays.fill(costs, Bills.UNKNOWN);
        return costs;
    }

    @Test
    void a_store_is_told_table_by_table_and_year_by_year() {
        Answer answer = Shell.type("history", "show", store);

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out())
                .contains("会员 3 人，事件 1,500 件，2020 年至 2021 年", "（试验）")
                .containsPattern("2020 +3 +300 ")
                .containsPattern("2021 +0 +1,200 ")
                .containsPattern("合计 +3 +1,500 ")
                .containsPattern("住院津贴 +3\n")
                .containsPattern("朝阳办事处 +2\n海淀办事处 +1\n");
    }

    @Test
    void programs_get_the_same_as_json() throws IOException {
        Answer answer = Shell.type("history", "show", "--json", store);

        JsonNode json = new ObjectMapper().readTree(answer.out());
        assertThat(json.at("/events").longValue()).isEqualTo(1_500);
        assertThat(json.at("/tables/2/table").textValue()).isEqualTo("visits");
        assertThat(json.at("/tables/2/years/2021").longValue()).isEqualTo(1_200);
        assertThat(json.at("/tables/2/bytes").longValue())
                .isEqualTo(Files.size(store.resolve("visits/part-00000.parquet")));
        assertThat(json.at("/agencies/朝阳办事处").longValue()).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_no_store_is_named_with_what_to_do() {
        Answer answer = Shell.type("history", "show", temp);

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains(temp.toString(), "不是历史库", "manifest.json", "请指定");
        assertThat(answer.out()).isEmpty();
    }
}
