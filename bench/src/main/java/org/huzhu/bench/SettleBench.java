package org.huzhu.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.bench.Sides.Limits;
import org.huzhu.bench.Sides.Measured;
import org.huzhu.bench.Sides.Side;
import org.huzhu.city.City;
import org.huzhu.city.CityOrder;
import org.huzhu.city.Machine;
import org.huzhu.quarter.SettlementRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code huzhu bench settle}: settles the fourth quarter of a year, with the lists of the three before it, beside
 * DuckDB doing the same in SQL, and beside merely reading and splitting the same files.
 */
@Command(
        name = "settle",
        header = "结算同一季度：与 DuckDB SQL、与只读取分列并排，核对结果。",
        description = {
            "不给 --city 时先造一座虚构城市，测完删除。前三季度的支付清单先由本系统结算得出，不计时。",
            "每一方各在自己的进程里运行数次：第一次为冷启动，单独列出；其余取中位数。内存为该进程的峰值（VmHWM）。",
            "结果不一致时退出码为 1。"
        },
        mixinStandardHelpOptions = true)
final class SettleBench implements Callable<Integer> {

    private static final int YEAR = 2024;
    private static final int QUARTER = 4;
    private static final int SEED = 1;

    @Option(names = "--city", paramLabel = "目录", description = "./huzhu city 造好的城市（2024 年）；不给则另造。")
    private @Nullable Path city;

    @Option(names = "--people", paramLabel = "人数", defaultValue = "400000", description = "另造城市的人数，缺省 400000。")
    private int people;

    @Option(names = "--rows", paramLabel = "行数", defaultValue = "1000000", description = "另造城市的全年行数，缺省 1000000。")
    private long rows;

    @Option(names = "--runs", paramLabel = "次数", defaultValue = "4", description = "每一方运行几次，缺省 4。")
    private int runs;

    @Option(
            names = "--memory",
            paramLabel = "内存",
            defaultValue = "5g",
            description = "本系统的堆上限，也是 DuckDB 的 memory_limit；缺省 5g。")
    private String memory = "";

    @Option(names = "--threads", paramLabel = "线程", defaultValue = "2", description = "DuckDB 和分列所用的线程，缺省 2。")
    private int threads;

    @Option(names = "--work", paramLabel = "目录", description = "放临时文件的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Option(
            names = "--plans",
            paramLabel = "目录",
            defaultValue = "${sys:huzhu.home:-.}/plans",
            description = "计划所在的目录，缺省为本系统自带的。")
    private Path plans = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs 应是 1 以上的整数，而不是 " + runs + "。");
        }
        say("机器：" + Machine.describe());
        Path folder =
                work == null ? Files.createTempDirectory("huzhu-bench") : Files.createTempDirectory(work, "bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(folder)));
        Path made = city == null ? make(folder.resolve("city")) : city;
        return measure(made, folder) ? 0 : 1;
    }

    private Path make(Path folder) throws IOException {
        say("造城：%,d 人，全年约 %,d 行……".formatted(people, rows));
        try {
            City.make(CityOrder.usual(people, SEED, YEAR).withRows(rows), folder);
            return folder;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + "。", e);
        }
    }

    private boolean measure(Path made, Path folder) throws IOException {
        List<Path> paid = new ArrayList<>();
        for (int quarter = 1; quarter < QUARTER; quarter++) {
            Path out = folder.resolve("q" + quarter);
            SettlementRequest request = request(made, quarter, paid, out);
            Sides.measure(Side.HUZHU, request, plans, new Limits(memory, threads, 1));
            paid.add(out.resolve("payments.csv"));
        }
        Map<Side, Measured> measured = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            SettlementRequest request = request(made, QUARTER, paid, folder.resolve(side.name()));
            measured.put(side, Sides.measure(side, request, plans, new Limits(memory, threads, runs)));
            say("……" + side.title() + "，各次 " + seconds(measured.get(side)));
        }
        report(measured, request(made, QUARTER, paid, folder));
        List<String> differences = Answers.differences(
                folder.resolve(Side.HUZHU.name()), folder.resolve(Side.DUCKDB.name()), feeds(made, QUARTER));
        say(differences.isEmpty() ? "结果一致：支付、结转清单逐字节相同，各原因拒收行数相同。" : "结果不一致：" + differences);
        return differences.isEmpty();
    }

    private void report(Map<Side, Measured> measured, SettlementRequest request) throws IOException {
        long bytes = 0;
        for (Path file : OneSide.inputs(request)) {
            bytes += Files.size(file);
        }
        long lines = 0;
        for (Path feed : request.feeds()) {
            try (Stream<String> rows = Files.lines(feed)) {
                lines += rows.skip(1).count();
            }
        }
        say("交易记录 %,d 行，全部输入 %,d MiB；%d 次运行".formatted(lines, bytes >> 20, runs));
        double ours = Objects.requireNonNull(measured.get(Side.HUZHU)).median();
        for (Measured each : measured.values()) {
            say("%s：%.2f 秒（冷 %.2f 秒），每秒 %,d 行，为本系统的 %.2f 倍，进程内存峰值 %s"
                    .formatted(
                            each.side().title(),
                            each.median(),
                            each.first(),
                            Math.round(lines / each.median()),
                            each.median() / ours,
                            Machine.mebibytes(each.peakBytes())));
        }
    }

    private static String seconds(Measured measured) {
        return String.join(
                "、", measured.seconds().stream().map("%.2f"::formatted).toList());
    }

    private static SettlementRequest request(Path made, int quarter, List<Path> paid, Path out) {
        return new SettlementRequest(
                YEAR, quarter, feeds(made, quarter), made.resolve("members.csv"), List.copyOf(paid), out);
    }

    private static List<Path> feeds(Path made, int quarter) {
        return IntStream.rangeClosed(1, quarter)
                .mapToObj(each -> made.resolve("feed-q" + each + ".csv"))
                .toList();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static void deleteQuietly(Path folder) {
        try {
            Sides.delete(folder);
        } catch (IOException e) {
            return; // the process is ending: nobody is left to tell
        }
    }
}
