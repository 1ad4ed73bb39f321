package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.command.Shell.Answer;
import org.huzhu.history.History;
import org.huzhu.plan.CostField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettleCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void lay_out_the_input() throws IOException {
        Files.writeString(directory.resolve("feed1.csv"), """
                record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,\
                total,fund_paid,large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels
                R1,11010519491231002X,outpatient,2014-03-01,2014-03-01,2014-03-01,天坛医院,2800,0,0,2800,0,0,
                R2,1,outpatient,2014-03-01,2014-03-01,2014-03-01,天坛医院,2800,0,0,2800,0,0,
                """);
        Files.writeString(directory.resolve("members.csv"), """
                member_no,id_number,name,card_no,valid_from,valid_to,agency
                M1,11010519491231002X,张三,6001,2012-01-01,,东城
                """);
    }

    @Test
    void a_quarter_is_settled_and_told_in_a_few_lines() {
        Answer answer = settle(2014, 1, "out");

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out())
                .contains("2014年第1季度结算完成（暖互助 2014）", "接受 1 行，拒收 1 行", "身份证号无效（BAD_ID） 1 行", "支付 1 人，合计 200.00元；结转 0 人");
        assertThat(files("out")).containsExactly("carried.csv", "payments.csv", "rejects.csv", "summary.json");
    }

    @Test
    void a_second_quarter_pays_only_what_the_first_did_not() throws IOException {
        settle(2014, 1, "out1");

        Answer answer = settle(2014, 2, "out2", "--paid", directory.resolve("out1/payments.csv"));

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("支付 0 人");
        assertThat(Files.readAllLines(directory.resolve("out2/payments.csv"))).hasSize(1);
    }

    @Test
    void what_a_settlement_rests_on_is_kept_in_a_store_of_past_events() {
        settle(2014, 1, "out1");
        Path store = directory.resolve("store");

        Answer answer = settle(2014, 2, "out2", "--paid", directory.resolve("out1/payments.csv"), "--history", store);

        History history = History.open(store);
        assertThat(answer.out()).contains("历史库在 " + store);
        assertThat(history.manifest().members()).isEqualTo(1);
        assertThat(history.memberNumbers(0)).containsExactly(Optional.of("M1"));
        FactColumns facts = history.load(0, FactBuilder.ALL_PARTS).facts();
        assertThat(facts.bills().fen(CostField.SELF_PAY_1, facts.bill(0))).isEqualTo(280_000);
        assertThat(facts.payments().amountFen(0)).isEqualTo(20_000);
        assertThat(files("out2")).containsExactly("carried.csv", "payments.csv", "rejects.csv", "summary.json");
    }

    @Test
    void a_store_that_is_there_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("store")).resolve("mine"), "");

        Answer answer = settle(2014, 1, "out", "--history", directory.resolve("store"));

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains("store", "不是空目录");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void results_that_are_there_are_left_alone() throws IOException {
        settle(2014, 1, "out");
        String before = Files.readString(directory.resolve("out/summary.json"));

        Answer answer = settle(2014, 2, "out");

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains("不是空目录", "请换一个目录");
        assertThat(Files.readString(directory.resolve("out/summary.json"))).isEqualTo(before);
    }

    @Test
    void a_year_without_a_plan_and_a_quarter_that_is_none_stop_the_run() {
        Answer early = settle(2011, 1, "out");
        Answer fifth = settle(2014, 5, "out");

        assertThat(early.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(early.err()).contains("没有适用于2011年");
        assertThat(fifth.exit()).isEqualTo(Exit.USAGE);
        assertThat(fifth.err()).contains("没有2014年第5季度");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    private Answer settle(int year, int quarter, String out, Object... more) {
        Stream<Object> words = Stream.of("settle", "--year", year, "--quarter", quarter, "--feed");
        Stream<Object> files = Stream.of(
                directory.resolve("feed1.csv"),
                "--members",
                directory.resolve("members.csv"),
                "--out",
                directory.resolve(out));
        return Shell.typeWithPlans(
                Stream.of(words, files, Stream.of(more)).flatMap(each -> each).toArray());
    }

    private List<String> files(String folder) {
        return Stream.of(directory.resolve(folder).toFile().list()).sorted().toList();
    }
}
