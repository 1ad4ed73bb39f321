package org.huzhu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code huzhu bench}: named here for the help; the launcher hands it to a program of its own, module {@code bench}.
 */
@Command(
        name = "bench",
        header = "测速：与通常会选用的工具并排，报告每秒行数和内存峰值。",
        description = "由 ./huzhu 交给另一个程序；第一次运行时要构建它，并下载 DuckDB。",
        footer = {"./huzhu bench settle", "./huzhu bench settle --people 4000000 --rows 10000000"})
final class BenchCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "测什么", description = "如 settle；各有 --help。")
    private List<String> what = new ArrayList<>();

    @Override
    public Integer call() {
        throw new Refusal(Exit.ENVIRONMENT, "测速另成一个程序，请在源码目录里用 ./huzhu bench " + String.join(" ", what) + " 运行。");
    }
}
