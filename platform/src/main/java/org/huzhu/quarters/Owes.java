package org.huzhu.quarters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.ledger.Fund;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.quarters.JdbcLines.Placed;
import org.huzhu.quarters.JdbcTasks.Task;
import org.huzhu.quarters.working.YearlyRules;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/** Owes a part of what was confirmed, in one transaction with the end of its task. */
@Component
public class Owes {

    static final String KIND = "quarter";

    private final JdbcRuns runs;
    private final JdbcLines lines;
    private final Payables payables;
    private final Payer payer;
    private final Outbox outbox;

    Owes(JdbcRuns runs, JdbcLines lines, Payables payables, Payer payer, Outbox outbox) {
        this.runs = runs;
        this.lines = lines;
        this.payables = payables;
        this.payer = payer;
        this.outbox = outbox;
    }

    /** Out of which fund a run is paid. */
    @Component("quarterPayer")
    record Payer(OfficeFunds funds, UnionTree tree, YearlyRules rules) {

        /** What is given to all without a contribution of theirs is not mixed with what is for designated people. */
        Fund of(Run run) {
            boolean isForAll = rules.designation(run.quarter().plan()).isEmpty();
            return funds.of(tree.at(run.path()).orElseThrow().id(), isForAll ? Fund.Kind.PUBLIC : Fund.Kind.SPONSORED);
        }
    }

    /** Opens it where it is not open yet: what is owed in parts posts to the one. */
    void openFund(Run run) {
        Fund _ = payer.of(run);
    }

    void go(Task task, Signs signs) {
        signs.end(() -> {
            Run run = runs.one(task.run()).orElseThrow();
            UUID fund = payer.of(run).id();
            LocalDate day = run.confirmedOn().orElseThrow();
            List<Owing> owings = new ArrayList<>();
            List<Notice> wanted = new ArrayList<>();
            for (Placed each : lines.ofPart(run.id(), run.trial(), task.number())) {
                if (each.line().due().isPositive()) {
                    payee(each.to())
                            .ifPresentOrElse(
                                    to -> owings.add(owing(fund, each, to, day)),
                                    () -> wanted.addAll(cardWanted(each)));
                }
            }
            payables.owe(owings);
            outbox.tell(wanted);
            lines.stand(run.id(), run.trial(), task.number());
        });
    }

    /** Asks the member, where it is one, for a card that a bank takes. */
    private static List<Notice> cardWanted(Placed each) {
        QuarterLine line = each.line();
        boolean isYearly = line.quarter().isYearly();
        Map<String, String> words = new HashMap<>(
                Map.of("year", String.valueOf(line.quarter().year()), "sum", QuarterNews.yuan(line.due())));
        if (!isYearly) {
            words.put("quarter", String.valueOf(line.quarter().quarter()));
        }
        return line.member()
                .map(member -> new Notice(
                        each.key() + "/card",
                        member,
                        each.path(),
                        isYearly ? Template.YEAR_CARD_WANTED : Template.QUARTER_CARD_WANTED,
                        words,
                        Optional.of("/m/card")))
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Owes a line of a confirmed run that no bank would have taken, once it has a name and a card that one takes;
     * within the transaction at hand.
     *
     * @param day on which it is posted: the month of the others may be closed
     */
    public void mended(UUID run, UUID line, LocalDate day) {
        UUID fund = payer.of(runs.one(run).orElseThrow()).id();
        Placed placed = lines.byId(List.of(line)).getFirst();
        UUID _ = payables.owe(owing(fund, placed, payee(placed.to()).orElseThrow(), day));
    }

    private static Owing owing(UUID fund, Placed each, Payee to, LocalDate day) {
        return new Owing(
                each.key(),
                KIND,
                each.line().id(),
                fund,
                each.path(),
                each.line().member(),
                to,
                each.line().due(),
                day);
    }

    /** Whether a bank takes it as a name. */
    public static boolean isName(String text) {
        try {
            return !new PersonName(text).text().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Empty where the register has a name or a card that no bank would take. */
    public static Optional<Payee> payee(PaidTo to) {
        try {
            return Optional.of(new Payee(new PersonName(to.name()), new CardNumber(to.card())));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
