package org.huzhu.adjudication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Payments;
import org.huzhu.columns.Words;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.PlanRules;
import org.huzhu.rules.Rulebook;
import org.huzhu.rules.VersionRules;

/**
 * What lies before the judge: the rules, the facts of one member, and what has been found so far. It is cleared and
 * used again for the next member, so that judging millions makes no objects.
 */
final class Bench {

    final Rulebook rules;
    final Trace trace;
    final Covers covers = new Covers();
    final Claims claims = new Claims();
    final Drafts drafts = new Drafts();
    FactColumns facts;
    int member;
    PlanRules plan;

    private final Words words;
    private boolean hasPayments;

    /** {@code words} are those of the facts: the words of the rules, or such as extend them. */
    Bench(Rulebook rules, Words words, Trace trace) {
        this.rules = rules;
        this.words = words;
        this.trace = trace;
        this.facts = new FactBuilder(rules.words(), Set.of()).build();
        this.plan = NO_PLAN;
    }

    private static final PlanRules NO_PLAN =
            new PlanRules(Rulebook.NO_PLAN, "", 0, List.of(), List.of(), 0, true, 0, Map.of());

    String word(int number) {
        return words.word(number);
    }

    VersionRules version(ClauseRules clause) {
        return plan.versions().get(clause.version());
    }

    /** Lays the facts of the member before the judge. */
    void take(FactColumns of, int who) {
        facts = of;
        member = who;
        hasPayments = of.paymentsFrom(who) < of.paymentsTo(who);
        drafts.clear();
    }

    /** Whether anything was paid before. */
    boolean hasPayments() {
        return hasPayments;
    }

    /** Whether a draft that gives nothing must stand all the same: to be read, or to be set against a payment. */
    boolean keepsNothings() {
        return hasPayments || trace.isOn();
    }

    /** Whether something was paid under the plan at hand for an event that is not among the facts. */
    boolean isLooselyPaid(int payment) {
        Payments payments = facts.payments();
        return payments.isLoose(payment) && payments.amountFen(payment) > 0 && payments.plan(payment) == plan.word();
    }
}
