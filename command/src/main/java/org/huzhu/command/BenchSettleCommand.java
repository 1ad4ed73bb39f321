package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.city.CityOrder;
import org.huzhu.command.terminal.Machine;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code huzhu bench settle}: settles the last quarter of a year several times in this process. The first run is that
 * of a cold machine, as an operator meets it; the later ones show what the compiler has made of it.
 */
@Command(
        name = "settle",
        header = "反复结算同一季度，报告每秒行数和内存峰值；第一次为冷启动，单独列出。",
        description = "不给 --city 时先造一座虚构城市（缺省 40 万人、100 万行），测完删除。",
        footer = {"./huzhu bench settle", "./huzhu bench settle --people 4000 --rows 10000 --runs 3"})
final class BenchSettleCommand extends PlanCommand {

    private static final int YEAR = 2024;
    private static final int QUARTER = 4;
    private static final int SEED = 1;

    @Option(names = "--city", paramLabel = "目录", description = "./huzhu city 造好的城市（2024 年）；不给则另造。")
    private @Nullable Path city;

    @Option(names = "--people", paramLabel = "人数", defaultValue = "400000", description = "另造城市的人数，缺省 400000。")
    private int people;

    @Option(names = "--rows", paramLabel = "行数", defaultValue = "1000000", description = "另造城市的全年行数，缺省 1000000。")
    private long rows;

    @Option(names = "--runs", paramLabel = "次数", defaultValue = "5", description = "结算几次，缺省 5。")
    private int runs;

    private record Run(double seconds, long rows) {
        long rowsPerSecond() {
            return Math.round(rows / seconds);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (runs < 1) {
            throw new Refusal(Exit.USAGE, "--runs 应是 1 以上的整数，而不是 " + runs + "。");
        }
        PrintWriter to = out();
        to.println("机器：" + Machine.describe());
        to.flush();
        QuarterRule rule = QuarterRule.of(files().read().library(), "暖互助", YEAR);
        Path work = Files.createTempDirectory("huzhu-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.deleteQuietly(work)));
        try {
            Path folder = city == null ? made(work.resolve("city")) : city;
            measure(folder, work, rule, to);
            return Exit.OK;
        } finally {
            Folders.delete(work);
        }
    }

    private Path made(Path folder) throws IOException {
        try {
            CityCommand.make(CityOrder.usual(people, SEED, YEAR).withRows(rows), folder);
            return folder;
        } catch (IllegalArgumentException e) {
            throw new Refusal(Exit.USAGE, e.getMessage() + "。");
        }
    }

    private void measure(Path folder, Path work, QuarterRule rule, PrintWriter to) throws IOException {
        List<Path> feeds = Folders.matching(folder, "feed*.csv");
        Path members = folder.resolve("members.csv");
        if (feeds.isEmpty() || !Files.exists(members)) {
            throw new Refusal(Exit.USAGE, folder + " 里没有 members.csv 和 feed*.csv。请先用 huzhu city 造一座城市。");
        }
        List<Run> measured = new ArrayList<>();
        for (int i = 1; i <= runs; i++) {
            Path out = work.resolve("run" + i);
            measured.add(run(new SettlementRequest(YEAR, QUARTER, feeds, members, List.of(), out), rule));
            Folders.delete(out);
            Run run = measured.getLast();
            to.printf(
                    "第%d次%s：%,d 行，%.2f 秒，每秒 %,d 行，堆峰值 %s%n",
                    i,
                    i == 1 ? "（冷）" : "",
                    run.rows(),
                    run.seconds(),
                    run.rowsPerSecond(),
                    Machine.mebibytes(Machine.peakHeap()));
            to.flush();
        }
        summarise(measured, to);
    }

    private static Run run(SettlementRequest request, QuarterRule rule) {
        Machine.resetPeak();
        long start = System.nanoTime();
        SettlementSummary summary = Settlement.settle(request, rule, SettlementListener.SILENT);
        return new Run((System.nanoTime() - start) / 1e9, summary.feed().read());
    }

    private static void summarise(List<Run> measured, PrintWriter to) {
        List<Double> warm = measured.stream().skip(1).map(Run::seconds).sorted().toList();
        if (!warm.isEmpty()) {
            double median = warm.get(warm.size() / 2);
            to.printf(
                    "热运行中位数：%.2f 秒，每秒 %,d 行%n",
                    median, Math.round(measured.getFirst().rows() / median));
        }
        Machine.peakProcess().ifPresent(bytes -> to.println("全程进程内存峰值 " + Machine.mebibytes(bytes)));
        to.flush();
    }
}
