package org.huzhu.quarters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.quarters.JdbcLines.Placed;
import org.huzhu.quarters.JdbcTasks.Task;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Owes a part of what was confirmed, in one transaction with the end of its task. */
@Component
class Owes {

    static final String KIND = "quarter";

    private final JdbcRuns runs;
    private final JdbcLines lines;
    private final Payables payables;
    private final OfficeFunds funds;
    private final UnionTree tree;

    Owes(JdbcRuns runs, JdbcLines lines, Payables payables, OfficeFunds funds, UnionTree tree) {
        this.runs = runs;
        this.lines = lines;
        this.payables = payables;
        this.funds = funds;
        this.tree = tree;
    }

    /** Opens it where it is not open yet: what is owed in parts posts to the one. */
    void openFund(Run run) {
        Fund _ = fund(run);
    }

    /** The one fund that pays for what is given to all without a contribution of theirs. */
    Fund fund(Run run) {
        return funds.of(tree.at(run.path()).orElseThrow().id(), Fund.Kind.PUBLIC);
    }

    void go(Task task, Signs signs) {
        signs.end(() -> {
            Run run = runs.one(task.run()).orElseThrow();
            UUID fund = fund(run).id();
            List<Owing> owings = new ArrayList<>();
            for (Placed each : lines.ofPart(run.id(), run.trial(), task.number())) {
                if (each.line().due().isPositive()) {
                    payee(each.to()).ifPresent(to -> owings.add(owing(run, fund, each, to)));
                }
            }
            payables.owe(owings);
            lines.stand(run.id(), run.trial(), task.number());
        });
    }

    private static Owing owing(Run run, UUID fund, Placed each, Payee to) {
        return new Owing(
                each.key(),
                KIND,
                each.line().id(),
                fund,
                each.path(),
                each.line().member(),
                to,
                each.line().due(),
                run.confirmedOn().orElseThrow());
    }

    /** Empty where the register has a name or a card that no bank would take. */
    static Optional<Payee> payee(PaidTo to) {
        try {
            return Optional.of(new Payee(new PersonName(to.name()), new CardNumber(to.card())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
