package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettlementListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettleCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheInput() throws IOException {
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
    void settles_a_quarter_and_says_what_came_of_it() {
        int exit = run(settle(), "--year", "2014", "--quarter", "1", "--out", path("out"));

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("接受 1 行，拒绝 1 行", "BAD_ID 1", "支付 1 人，合计 ¥200.00");
        assertThat(directory.resolve("out").resolve("payments.csv")).isRegularFile();
    }

    @Test
    void a_second_quarter_takes_the_payments_of_the_first() {
        run(settle(), "--year", "2014", "--quarter", "1", "--out", path("out1"));

        int exit = run(
                settle(),
                "--year",
                "2014",
                "--quarter",
                "2",
                "--paid",
                path("out1/payments.csv"),
                "--out",
                path("out2"));

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("支付 0 人");
    }

    @Test
    void a_run_that_cannot_be_made_says_why_and_what_to_do() {
        run(settle(), "--year", "2014", "--quarter", "1", "--out", path("out"));

        assertThat(run(settle(), "--year", "2014", "--quarter", "1", "--out", path("out")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("不是空目录", "请换一个目录");
        assertThat(run(settle(), "--year", "2011", "--quarter", "1", "--out", path("x")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("没有适用于2011年");
        assertThat(run(settle(), "--year", "2014", "--quarter", "5", "--out", path("x")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("没有2014年第5季度");
    }

    @Test
    void the_maximum_was_raised_with_the_version_of_2014() {
        assertThat(maximumFen(2011)).isEmpty();
        assertThat(maximumFen(2012)).contains(10_065_300L);
        assertThat(maximumFen(2013)).contains(10_065_300L);
        assertThat(maximumFen(2014)).contains(20_065_300L);
        assertThat(maximumFen(2020)).contains(20_065_300L);
    }

    @Test
    void the_bench_measures_and_leaves_nothing_behind() throws IOException {
        int exit =
                execute(new CommandLine(new BenchCommand()), "settle", "--city", directory.toString(), "--runs", "2");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("机器：", "第1次（冷）：2 行", "第2次", "热运行中位数", "堆峰值");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_bench_without_input_says_what_it_looked_for() {
        int exit = execute(
                new CommandLine(new BenchCommand()), "settle", "--city", directory.toString(), "--feeds", "nothing*");

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).contains("至少一个 nothing*");
    }

    private static Optional<Long> maximumFen(int year) {
        return QuarterRules.builtIn().of(year).map(QuarterRule::share).map(share -> share.yearlyMaximumFen());
    }

    private static CommandLine settle() {
        return new CommandLine(new SettleCommand(QuarterRules.builtIn(), SettlementListener.SILENT));
    }

    private int run(CommandLine command, String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("--feed", path("feed1.csv"), "--members", path("members.csv")), Stream.of(arguments))
                .toArray(String[]::new);
        return execute(command, all);
    }

    private int execute(CommandLine command, String... arguments) {
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
