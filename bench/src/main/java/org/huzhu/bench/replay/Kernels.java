package org.huzhu.bench.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.huzhu.adjudication.Judge;
import org.huzhu.adjudication.Matches;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Library;
import org.huzhu.rules.Rulebook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Judging a part under one plan: yearly shares, shares of stays, sums by the day, by disease, and for accidents. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Kernels {

    private static final int MEMBERS = 16_384;

    @Param({"暖互助", "住院医疗", "住院津贴", "女工特疾", "重大疾病", "意外伤害"})
    private String plan = "";

    private FactColumns facts = new FactBuilder(new org.huzhu.columns.Words(), Set.of()).build();
    private int place;
    private List<Judge> judge = List.of();
    private List<Matches> matches = List.of();

    /** For JMH. */
    public Kernels() {}

    /** Makes the part. */
    @Setup
    public void make() {
        Trial trial = Trial.ALL.getLast();
        Library library = trial.library(Trial.texts(Path.of(System.getProperty("huzhu.plans", "plans"))));
        Society society = new Society(library);
        facts = society.part(1, MEMBERS);
        Rulebook rules = Rulebook.of(library, society.words());
        place = rules.place(society.words().find(plan));
        judge = List.of(new Judge(rules, Set.of(place)));
        matches = List.of(judge.getFirst().match(facts, place));
    }

    /** Finds what must be answered for, and prices it. */
    @Benchmark
    public long judge() {
        Judge all = judge.getFirst();
        long sum = 0;
        for (int member = 0; member < facts.members(); member++) {
            all.judge(facts, member);
            sum += sum(all);
        }
        return sum;
    }

    /** Prices what must be answered for. */
    @Benchmark
    public long price() {
        Judge all = judge.getFirst();
        long sum = 0;
        for (int member = 0; member < facts.members(); member++) {
            all.judge(facts, member, place, matches.getFirst());
            sum += sum(all);
        }
        return sum;
    }

    private static long sum(Judge judge) {
        long sum = 0;
        for (int award = 0; award < judge.awards(); award++) {
            sum += judge.amountFen(award);
        }
        return sum;
    }
}
