package org.huzhu.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.huzhu.quarter.QuarterRule;
import org.huzhu.quarter.Settlement;
import org.huzhu.quarter.SettlementListener;
import org.huzhu.quarter.SettlementRequest;
import org.huzhu.quarter.SettlementStopped;
import org.huzhu.quarter.SettlementSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huzhu bench settle}: settles the same quarter several times in this process. The first run is that of a cold
 * machine, as an operator meets it; the later ones show what the compiler has made of it.
 */
@Command(name = "settle", mixinStandardHelpOptions = true, description = "反复结算同一季度，报告每秒行数和内存峰值；第一次为冷启动，单独列出。")
final class BenchSettleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--city", required = true, paramLabel = "DIR", description = "放着交易记录和会员名册的目录")
    @SuppressWarnings("NullAway.Init")
    private Path city;

    @Option(names = "--feeds", paramLabel = "GLOB", description = "交易记录的文件名，缺省 ${DEFAULT-VALUE}")
    private String feeds = "feed*.csv";

    @Option(names = "--members", paramLabel = "GLOB", description = "会员名册的文件名，缺省 ${DEFAULT-VALUE}")
    private String members = "members*.csv";

    @Option(names = "--year", paramLabel = "Y", description = "年份，缺省 ${DEFAULT-VALUE}")
    private int year = 2014;

    @Option(names = "--quarter", paramLabel = "Q", description = "季度，缺省 ${DEFAULT-VALUE}")
    private int quarter = 4;

    @Option(names = "--runs", paramLabel = "N", description = "次数，缺省 ${DEFAULT-VALUE}")
    private int runs = 5;

    private record Run(double seconds, long rows, double sinceStart, long peakHeap) {

        long rowsPerSecond() {
            return Math.round(rows / seconds);
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter to = spec.commandLine().getOut();
        List<Path> feedFiles = matching(feeds);
        List<Path> memberFiles = matching(members);
        if (feedFiles.isEmpty() || memberFiles.size() != 1 || runs < 1) {
            to.println("目录 %s 里应有至少一个 %s 和恰好一个 %s，--runs应不小于1".formatted(city, feeds, members));
            to.flush();
            return 2;
        }
        QuarterRule rule = QuarterRules.builtIn()
                .of(year)
                .orElseThrow(() -> new IllegalArgumentException("没有适用于%d年的方案".formatted(year)));
        to.println("机器：" + Machine.describe());
        Path work = Files.createTempDirectory("huzhu-bench");
        try {
            List<Run> measured = new ArrayList<>();
            for (int i = 1; i <= runs; i++) {
                SettlementRequest request = new SettlementRequest(
                        year, quarter, feedFiles, memberFiles.getFirst(), List.of(), work.resolve("run" + i));
                measured.add(measure(request, rule));
                print(to, i, measured.getLast());
            }
            summarise(to, measured);
            return 0;
        } catch (SettlementStopped e) {
            to.println(e.getMessage());
            to.flush();
            return 1;
        } finally {
            Files.delete(work);
        }
    }

    private static Run measure(SettlementRequest request, QuarterRule rule) throws IOException {
        Machine.resetPeak();
        long start = System.nanoTime();
        SettlementSummary summary = Settlement.settle(request, rule, SettlementListener.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Run run = new Run(seconds, summary.feed().read(), Machine.secondsSinceStart(), Machine.peakHeap());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(request.out())) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(request.out());
        return run;
    }

    private static void print(PrintWriter to, int number, Run run) {
        String name = number == 1 ? "第1次（冷）" : "第" + number + "次";
        String sinceStart = number == 1 ? "，自进程启动 %.2f 秒".formatted(run.sinceStart()) : "";
        to.println("%s：%d 行，%.2f 秒，每秒 %,d 行，堆峰值 %s%s"
                .formatted(
                        name,
                        run.rows(),
                        run.seconds(),
                        run.rowsPerSecond(),
                        Machine.mebibytes(run.peakHeap()),
                        sinceStart));
        if (number == 1) {
            Machine.peakProcess().ifPresent(bytes -> to.println("  进程内存峰值 " + Machine.mebibytes(bytes)));
        }
        to.flush();
    }

    private static void summarise(PrintWriter to, List<Run> measured) {
        if (measured.size() > 1) {
            List<Double> warm =
                    new ArrayList<>(measured.stream().skip(1).map(Run::seconds).toList());
            Collections.sort(warm);
            double median = warm.get(warm.size() / 2);
            to.println("热运行中位数：%.2f 秒，每秒 %,d 行"
                    .formatted(median, Math.round(measured.getFirst().rows() / median)));
        }
        Machine.peakProcess().ifPresent(bytes -> to.println("全程进程内存峰值 " + Machine.mebibytes(bytes)));
        to.flush();
    }

    private List<Path> matching(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(city, glob)) {
            files.forEach(found::add);
        }
        Collections.sort(found);
        return found;
    }
}
