package org.huzhu.cluster;

import java.io.Serial;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.huzhu.adjudication.Judge;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.columns.Payments;
import org.huzhu.rules.ClauseRules;

/** Judges a part, and gives what each member is due. */
record SettledPart(Broadcast<SettleTask> task) implements FlatMapFunction<Integer, Row> {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int FEN_DIGITS = 2;

    @Override
    public Iterator<Row> call(Integer number) {
        SettleTask.Rules rules = task.value().rules();
        Part part = rules.history().load(number, FactBuilder.ALL_PARTS);
        List<Optional<String>> memberNos = rules.history().memberNumbers(number);
        Judge judge = new Judge(rules.rulebook(), rules.plans());
        return IntStream.range(0, part.members().size())
                .boxed()
                .flatMap(member -> {
                    requireOfQuarter(part.facts(), member, memberNos.get(member));
                    judge.judge(part.facts(), member);
                    long entitled = entitledFen(judge, rules);
                    long paid = paidFen(part.facts(), member, rules);
                    return row(rules, part, member, memberNos.get(member), entitled, paid).stream();
                })
                .iterator();
    }

    private Optional<Row> row(
            SettleTask.Rules rules, Part part, int member, Optional<String> memberNo, long entitledFen, long paidFen) {
        long dueFen = Math.subtractExact(entitledFen, paidFen);
        return dueFen == 0
                ? Optional.empty()
                : Optional.of(RowFactory.create(
                        memberNo.orElse(null),
                        rules.history().words().word(part.members().agency(member)),
                        task.value().year(),
                        task.value().quarter(),
                        yuan(entitledFen),
                        yuan(paidFen),
                        yuan(dueFen)));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS);
    }

    private long entitledFen(Judge judge, SettleTask.Rules rules) {
        long sum = 0;
        for (int award = 0; award < judge.awards(); award++) {
            ClauseRules clause = judge.clause(award);
            if (clause.plan() == rules.place()
                    && judge.year(award) == task.value().year()
                    && SettleTask.isShare(clause.clause())) {
                sum = Math.addExact(sum, judge.amountFen(award));
            }
        }
        return sum;
    }

    private long paidFen(FactColumns facts, int member, SettleTask.Rules rules) {
        Payments payments = facts.payments();
        int plan = rules.rulebook().plans().get(rules.place()).word();
        long sum = 0;
        for (int at = facts.paymentsFrom(member); at < facts.paymentsTo(member); at++) {
            if (payments.plan(at) == plan
                    && rules.clauses().contains(payments.clause(at))
                    && Day.year(payments.on(at)) == task.value().year()
                    && payments.on(at) < task.value().firstDay()) {
                sum = Math.addExact(sum, payments.amountFen(at));
            }
        }
        return sum;
    }

    /** Refuses bills of the year that were settled after the quarter: the year so far would hold what is not yet so. */
    private void requireOfQuarter(FactColumns facts, int member, Optional<String> memberNo) {
        for (int event = facts.eventsFrom(member); event < facts.eventsTo(member); event++) {
            int settled = settled(facts, event);
            if (settled >= task.value().endDay()
                    && Day.year(settled) == task.value().year()) {
                throw new ClusterRefused("历史库里会员%s有%s结算的医疗费，在%d年第%d季度之后。请给出到该季度为止的历史库（huzhu settle --history）"
                        .formatted(
                                memberNo.orElse("（无会员号）"),
                                Day.date(settled),
                                task.value().year(),
                                task.value().quarter()));
            }
        }
    }

    private static int settled(FactColumns facts, int event) {
        if (facts.isStay(event)) {
            return facts.stays().settledOn(facts.row(event));
        }
        return facts.isVisit(event) ? facts.day(event) : Day.NONE;
    }
}
