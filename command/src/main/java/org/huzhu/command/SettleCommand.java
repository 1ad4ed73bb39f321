package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huzhu.command.terminal.Sums;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Reason;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.huzhu.quarter.table.Aside;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu settle}: settles one quarter of secondary reimbursement, files in and files out. */
@Command(
        name = "settle",
        header = "结算一个季度的二次报销：医保数据和会员名册进，支付清单出。",
        description = {
            "写出 payments.csv、carried.csv、rejects.csv 和 summary.json；同样的文件得同样的结果，逐字节相同。",
            "各文件的格式见 docs/settle.md。拒收的行写入 rejects.csv，不算失败；缺列、读不出、磁盘满则停下，不留半成品。"
        },
        footer = {
            "./huzhu settle --year 2024 --quarter 2 --feed q1.csv q2.csv --members members.csv \\",
            "    --paid q1/payments.csv --out q2"
        })
final class SettleCommand implements Callable<Integer> {

    @Mixin
    private QuarterInputs inputs = new QuarterInputs();

    @Option(names = "--out", required = true, paramLabel = "目录", description = "输出目录，须不存在或为空。")
    private Path out = Path.of("");

    @Option(
            names = "--history",
            paramLabel = "目录",
            description = "另把结算所依据的事实（计入的记录、持卡期间、以前的支付）写成历史库，供试算和集群使用；目录须不存在或为空。")
    private @Nullable Path history;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SettlementRequest request = inputs.request(out);
        print(settle(request, inputs.rule()), spec.commandLine().getOut());
        return Exit.OK;
    }

    private SettlementSummary settle(SettlementRequest request, QuarterRule rule) throws IOException {
        Path store = history;
        try (SettlementProgress progress = new SettlementProgress()) {
            return store == null ? Settlement.settle(request, rule, progress) : settle(request, rule, progress, store);
        }
    }

    private static SettlementSummary settle(
            SettlementRequest request, QuarterRule rule, SettlementProgress progress, Path store) throws IOException {
        Aside.requireFree(store);
        String madeBy = "huzhu settle, %d, quarter %d".formatted(request.year(), request.quarter());
        try (KeptFacts kept = new KeptFacts(store, madeBy)) {
            SettlementSummary summary = Settlement.settle(request, rule, progress, kept::take);
            kept.finish();
            return summary;
        }
    }

    private void print(SettlementSummary summary, PrintWriter to) {
        to.printf(
                "%d年第%d季度结算完成（%s %s），结果在 %s%n",
                summary.year(), summary.quarter(), summary.plan(), summary.version(), out);
        to.printf(
                "医保数据 %,d 行：接受 %,d 行，拒收 %,d 行%n",
                summary.feed().read(),
                summary.feed().accepted(),
                summary.feed().read() - summary.feed().accepted());
        summary.feed().rejected().forEach((reason, rows) -> {
            if (rows > 0) {
                to.printf("  %s（%s） %,d 行%n", meaning(reason), reason, rows);
            }
        });
        to.printf(
                "支付 %,d 人，合计 %s；结转 %,d 人，合计 %s%n",
                summary.persons(),
                Sums.ofFen(summary.sums().dueFen()),
                summary.carriedPersons(),
                Sums.ofFen(summary.sums().carriedFen()));
        if (history != null) {
            to.println("历史库在 " + history);
        }
        summary.notes().forEach(note -> to.println("注意：" + note));
        to.flush();
    }

    private static String meaning(Reason reason) {
        return switch (reason) {
            case BAD_ROW -> "格式不对";
            case BAD_ID -> "身份证号无效";
            case AMOUNTS_DISAGREE -> "总额与各项之和不符";
            case OUT_OF_YEAR -> "不在本年度到本季度之内";
            case DUPLICATE -> "重复";
            case CONFLICTING -> "记录号相同而内容不同";
            case CANCELS_UNKNOWN -> "所撤销的记录不在接受之列";
            case CANCELLED_TWICE -> "所撤销的记录已被撤销";
            case UNKNOWN_PERSON -> "名册中没有此人";
            case NOT_COVERED -> "结算日卡无效";
        };
    }
}
