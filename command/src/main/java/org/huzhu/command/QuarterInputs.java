package org.huzhu.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.SettlementRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a quarter and its files; shared by the commands that settle and explain. */
final class QuarterInputs {

    @Option(names = "--year", required = true, paramLabel = "年份", description = "年份，如 2024。")
    private int year;

    @Option(names = "--quarter", required = true, paramLabel = "季度", description = "季度，1 至 4。")
    private int quarter;

    @Option(
            names = "--feed",
            required = true,
            arity = "1..*",
            paramLabel = "文件",
            description = "当年到该季度为止的全部医保结算数据；同一记录号以先给出的文件为准。")
    private List<Path> feeds = new ArrayList<>();

    @Option(names = "--members", required = true, paramLabel = "文件", description = "持卡会员名册。")
    private Path members = Path.of("");

    @Option(names = "--paid", arity = "0..*", paramLabel = "文件", description = "当年以前各季度的 payments.csv。")
    private List<Path> paid = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "计划", defaultValue = "暖互助", description = "计划的短名，缺省为暖互助。")
    private String plan = "";

    @Mixin
    private PlansOption plans = new PlansOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    SettlementRequest request(Path out) {
        if (year < 1 || year > 9999 || quarter < 1 || quarter > 4) {
            throw new ParameterException(
                    spec.commandLine(), "没有%d年第%d季度：--year 应为年份，--quarter 应为 1 至 4。".formatted(year, quarter));
        }
        return new SettlementRequest(year, quarter, feeds, members, paid, out);
    }

    /** The rule that the plan files have for the year. */
    QuarterRule rule() {
        return QuarterRule.of(plans.files().read().library(), plan, year);
    }

    PlanFiles plans() {
        return plans.files();
    }
}
