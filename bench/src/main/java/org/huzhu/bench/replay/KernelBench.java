package org.huzhu.bench.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code huzhu bench kernels}: JMH over what judging one plan takes, event by event. */
@Command(
        name = "kernels",
        header = "用 JMH 测各项计划的判定：一个线程，每条事件。",
        description = "全部重判（judge）和只重定价（price），每次 16,384 人约 20 万条。",
        mixinStandardHelpOptions = true)
public final class KernelBench implements Callable<Integer> {

    @Option(names = "--seconds", paramLabel = "秒", defaultValue = "2", description = "每轮多少秒，缺省 2。")
    private int seconds;

    @Option(names = "--rounds", paramLabel = "轮数", defaultValue = "5", description = "热身以后测几轮，缺省 5。")
    private int rounds;

    @Option(
            names = "--plans",
            paramLabel = "目录",
            defaultValue = "${sys:huzhu.home:-.}/plans",
            description = "计划所在的目录，缺省为本系统自带的。")
    private Path plans = Path.of("");

    /** For picocli. */
    public KernelBench() {}

    @Override
    public Integer call() throws IOException, RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Kernels.class.getName())
                        .forks(1)
                        .jvmArgsAppend("-Xmx2g", "-XX:+UseSerialGC", "-Dhuzhu.plans=" + plans.toAbsolutePath())
                        .warmupIterations(rounds)
                        .measurementIterations(rounds)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementTime(TimeValue.seconds(seconds))
                        .build())
                .run();
        return 0;
    }
}
