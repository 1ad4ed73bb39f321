package org.huzhu.bench.replay;

import java.io.PrintWriter;
import org.huzhu.city.Machine;

/** What was measured, as tables in Markdown. */
record ReplayTable(PrintWriter out, int threads, Report huzhu, Report duckDb, Report drools) {

    private static final double MILLION = 1e6;

    void print() {
        long events = huzhu.number("events");
        Trial first = Trial.ALL.getFirst();
        out.printf("事件 %,d 条；各 %d 线程%n%n", events, threads);
        line("装入内存", huzhu.time("load").orElseThrow());
        line("DuckDB 只把库里各列加总", duckDb.time("sum of the store").orElseThrow());
        line("DuckDB 装入自己的表", duckDb.time("load").orElseThrow());
        line("首次（" + first.name() + "，冷）", huzhu.time("first " + first.name()).orElseThrow());
        line("只把内存里各列加总", huzhu.time("sum").orElseThrow());
        out.printf(
                "装入 ÷ 加总 = %.2f；内存峰值 Huzhu %s、DuckDB %s、Drools %s；Drools 样本 %,d 条%n%n",
                huzhu.time("load").orElseThrow().processor()
                        / duckDb.time("sum of the store").orElseThrow().processor(),
                Machine.mebibytes(huzhu.number("peak")),
                Machine.mebibytes(duckDb.number("peak")),
                Machine.mebibytes(drools.number("peak")),
                drools.number("events"));
        out.println("| 计划 | 全部重判 s（处理器 s） | 只重定价 s（处理器 s） | DuckDB s（处理器 s） | DuckDB ÷ 重判 | DuckDB ÷ 重定价 "
                + "| 百万条/秒/核 | Drools 百万条/秒/核 | Drools ÷ 重判 | 编译 s | 加总 ÷ 重判 |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Trial.ALL.forEach(this::row);
        out.println();
    }

    private void line(String what, Stopwatch time) {
        out.printf("%s：%.2f s（处理器 %.2f s）%n", what, time.seconds(), time.processor());
    }

    private void row(Trial trial) {
        Stopwatch judged = huzhu.time("judge " + trial.name()).orElseThrow();
        Stopwatch inSql = duckDb.time("judge " + trial.name()).orElseThrow();
        Stopwatch inDrools = drools.time("judge " + trial.name()).orElseThrow();
        String priced =
                huzhu.time("price " + trial.name()).map(ReplayTable::both).orElse("–");
        String overPriced = huzhu.time("price " + trial.name())
                .map(time -> "%.1f".formatted(inSql.processor() / time.processor()))
                .orElse("–");
        double ours = huzhu.number("events") / judged.processor() / MILLION;
        double theirs = drools.number("events") / inDrools.processor() / MILLION;
        out.printf(
                "| %s | %s | %s | %s | %.1f | %s | %.2f | %.3f | %.0f | %.1f | %.2f |%n",
                trial.name(),
                both(judged),
                priced,
                both(inSql),
                inSql.processor() / judged.processor(),
                overPriced,
                ours,
                theirs,
                ours / theirs,
                drools.time("compile " + trial.name()).orElseThrow().seconds(),
                huzhu.time("sum").orElseThrow().processor() / judged.processor());
    }

    private static String both(Stopwatch time) {
        return "%.2f（%.2f）".formatted(time.seconds(), time.processor());
    }
}
