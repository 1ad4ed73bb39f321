package org.huzhu.cluster;

import java.io.Serial;
import java.util.Iterator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.huzhu.adjudication.Judge;
import org.huzhu.cluster.ClauseLines.Line;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Part;
import org.huzhu.rules.ClauseRules;

/** Judges a part twice, and gives what each member has before and after by year and clause. */
record ReplayedPart(Broadcast<ReplayTask> task) implements FlatMapFunction<Integer, Row> {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<Row> call(Integer number) {
        ReplayTask.Rules rules = task.value().rules();
        Part part = rules.history().load(number, FactBuilder.ALL_PARTS);
        Judge before = new Judge(rules.before(), rules.plansBefore());
        Judge after = new Judge(rules.after(), rules.plansAfter());
        MemberSums sums = new MemberSums();
        int first = number * Part.MEMBERS;
        return IntStream.range(0, part.members().size())
                .boxed()
                .flatMap(member -> {
                    sums.clear();
                    before.judge(part.facts(), member);
                    add(sums, MemberSums.BEFORE, before, rules.lines()::before);
                    after.judge(part.facts(), member);
                    add(sums, MemberSums.AFTER, after, rules.lines()::after);
                    return rows(sums, rules.lines(), first + member);
                })
                .iterator();
    }

    private void add(MemberSums sums, int side, Judge judge, ToIntFunction<ClauseRules> lines) {
        for (int award = 0; award < judge.awards(); award++) {
            long fen = judge.amountFen(award);
            if (fen > 0 && task.value().asks(judge.year(award))) {
                sums.add(side, lines.applyAsInt(judge.clause(award)), judge.year(award), fen);
            }
        }
    }

    private static Stream<Row> rows(MemberSums sums, ClauseLines lines, int member) {
        sums.sort();
        return IntStream.range(0, sums.size()).mapToObj(at -> {
            Line line = lines.line(sums.line(at));
            return RowFactory.create(
                    member,
                    sums.year(at),
                    line.plan(),
                    line.clause(),
                    sums.fen(MemberSums.BEFORE, at),
                    sums.fen(MemberSums.AFTER, at));
        });
    }
}
