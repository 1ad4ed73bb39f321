package org.huzhu.bench.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huzhu.bench.replay.ReplaySide.Side;
import org.huzhu.city.Machine;
import org.huzhu.columns.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huzhu bench replay}: judges the past of a made-up society anew under changed plans, beside the same rules in
 * DuckDB SQL and in Drools.
 */
@Command(
        name = "replay",
        header = "重算同一段往年：与 DuckDB SQL、与 Drools 并排，核对每一笔。",
        description = {
            "先造一座虚构社团的往年库（不计时），测完删除。各方各在自己的进程里，一个接一个：每项都先热身，至少一次、两秒，再取中位数；",
            "“首次”是冷启动的进程里，库已在内存，从改完计划到第一个答案，编译在内。Drools 只判样本，每条每核比较。",
            "处理器秒不受同机其他程序影响，比值以它为准。结果不一致时退出码为 1。"
        },
        mixinStandardHelpOptions = true)
public final class ReplayBench implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "条数", defaultValue = "1000000", description = "往年事件约多少条，缺省 1000000。")
    private long events;

    @Option(names = "--sample", paramLabel = "人数", defaultValue = "5000", description = "Drools 判的人数，缺省 5000。")
    private int sample;

    @Option(names = "--runs", paramLabel = "次数", defaultValue = "3", description = "热身以后各判几次，缺省 3。")
    private int runs;

    @Option(names = "--threads", paramLabel = "线程", defaultValue = "2", description = "本系统和 DuckDB 的线程，缺省 2。")
    private int threads;

    @Option(names = "--memory", paramLabel = "内存", defaultValue = "12g", description = "本系统的堆上限，缺省 12g。")
    private String memory = "";

    @Option(names = "--work", paramLabel = "目录", description = "放往年库的目录；缺省为系统的临时目录。")
    private @Nullable Path work;

    @Option(
            names = "--plans",
            paramLabel = "目录",
            defaultValue = "${sys:huzhu.home:-.}/plans",
            description = "计划所在的目录，缺省为本系统自带的。")
    private Path plans = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli. */
    public ReplayBench() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = work == null ? Files.createTempDirectory("huzhu-bench-") : Files.createDirectories(work);
        Path store = folder.resolve("replay");
        try {
            out.println(Machine.describe());
            fork(Side.STORE, store, Society.parts(events), "4g");
            Report huzhu = fork(Side.HUZHU, store, 0, memory);
            Report duckDb = fork(Side.DUCKDB, store, 0, "1g");
            Report drools = fork(Side.DROOLS, store, Math.min(sample, Part.MEMBERS), "2g");
            new ReplayTable(out, threads, huzhu, duckDb, drools).print();
            boolean isSame = isSame(out, huzhu, duckDb, drools);
            out.println(isSame ? "各方每一笔相同。" : "各方结果不同。");
            return isSame ? 0 : 1;
        } finally {
            delete(store);
            if (work == null) {
                delete(folder);
            }
        }
    }

    private static boolean isSame(PrintWriter out, Report huzhu, Report duckDb, Report drools) {
        boolean isSame = true;
        for (Trial trial : Trial.ALL) {
            String name = trial.name();
            Answers ours = huzhu.answers().get(name);
            isSame &= check(out, name + " DuckDB", ours, duckDb.answers().get(name));
            isSame &= check(
                    out,
                    name + " Drools",
                    drools.answers().get("sample " + name),
                    drools.answers().get(name));
            if (trial.plans().size() == 1) {
                isSame &= check(out, name + " 只重定价", ours, huzhu.answers().get("price " + name));
            }
        }
        return isSame;
    }

    private static boolean check(PrintWriter out, String what, @Nullable Answers ours, @Nullable Answers theirs) {
        if (ours != null && ours.payments() > 0 && Objects.equals(ours, theirs)) {
            return true;
        }
        out.printf("不一致：%s%n", what);
        return false;
    }

    private Report fork(Side side, Path store, int much, String heap) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:PretenureSizeThreshold=1m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplaySide.class.getName(),
                        side.name(),
                        store.toString(),
                        plans.toString(),
                        String.valueOf(threads),
                        String.valueOf(runs),
                        String.valueOf(much))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            List<String> lines = said.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException("The process of " + side + " failed");
            }
            return Report.read(lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("Interrupted while " + side + " ran", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
