package org.huzhu.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huzhu.kernel.Money;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Reason;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.SettlementSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code huzhu settle}: settles one quarter of secondary reimbursement, files in and files out. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = "结算一个季度的二次报销：读入医保交易记录、会员名册和以前各季度的支付清单，" + "写出payments.csv、carried.csv、rejects.csv和summary.json。")
final class SettleCommand implements Callable<Integer> {

    private static final int STOPPED = 1;

    private final QuarterRules rules;
    private final SettlementListener listener;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--year", required = true, paramLabel = "Y", description = "年份，如2014")
    private int year;

    @Option(names = "--quarter", required = true, paramLabel = "Q", description = "季度，1至4")
    private int quarter;

    @Option(
            names = "--feed",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "当年到该季度为止的全部医保交易记录；同一记录号以先给出的文件为准")
    private List<Path> feeds = new ArrayList<>();

    @Option(names = "--members", required = true, paramLabel = "FILE", description = "会员名册")
    @SuppressWarnings("NullAway.Init")
    private Path members;

    @Option(names = "--paid", arity = "0..*", paramLabel = "FILE", description = "当年以前各季度的payments.csv")
    private List<Path> paid = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "输出目录，须不存在或为空")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    /** Takes the rules from where the caller has them, and tells the listener how far it has come. */
    SettleCommand(QuarterRules rules, SettlementListener listener) {
        this.rules = rules;
        this.listener = listener;
    }

    @Override
    public Integer call() {
        if (year < 1 || year > 9999 || quarter < 1 || quarter > 4) {
            throw new ParameterException(
                    spec.commandLine(), "没有%d年第%d季度：--year应为年份，--quarter应为1至4".formatted(year, quarter));
        }
        Optional<QuarterRule> rule = rules.of(year);
        if (rule.isEmpty()) {
            return stop("没有适用于%d年全年的二次报销方案。请检查--year".formatted(year));
        }
        try {
            SettlementRequest request = new SettlementRequest(year, quarter, feeds, members, paid, out);
            print(Settlement.settle(request, rule.get(), listener));
            return 0;
        } catch (SettlementStopped e) {
            return stop(String.valueOf(e.getMessage()));
        }
    }

    private int stop(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
        return STOPPED;
    }

    private void print(SettlementSummary summary) {
        PrintWriter to = spec.commandLine().getOut();
        to.println("%d年第%d季度结算完成（%s，%s版），结果在 %s".formatted(year, quarter, summary.plan(), summary.version(), out));
        to.println("交易记录 %d 行：接受 %d 行，拒绝 %d 行"
                .formatted(
                        summary.feed().read(),
                        summary.feed().accepted(),
                        summary.feed().read() - summary.feed().accepted()));
        for (Map.Entry<Reason, Long> entry : summary.feed().rejected().entrySet()) {
            if (entry.getValue() > 0) {
                to.println("  " + entry.getKey() + " " + entry.getValue());
            }
        }
        to.println("支付 %d 人，合计 %s；结转 %d 人，合计 %s"
                .formatted(
                        summary.persons(),
                        Money.ofFen(summary.sums().dueFen()),
                        summary.carriedPersons(),
                        Money.ofFen(summary.sums().carriedFen())));
        summary.notes().forEach(note -> to.println("注意：" + note));
        to.flush();
    }
}
