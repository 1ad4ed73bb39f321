package org.huzhu.adjudication;

import java.util.List;
import org.huzhu.columns.Payments;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Relation;
import org.huzhu.plan.Scope;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.RelationRules;
import org.jspecify.annotations.Nullable;

/** One relation at work: each draft that it joins meets all others with what they give before it is applied. */
final class Meeting {

    private static final long NONE = 0;

    private final Bench bench;
    private RelationRules relation = NO_RELATION;
    private int[] order = new int[0];
    private int count;
    private long[] next = new long[8];
    private @Nullable Step[] why = new Step[8];

    private static final RelationRules NO_RELATION =
            new RelationRules(new Relation("", "", Relation.Manner.BOTH, Scope.EVENT, List.of("", "")), NONE, NONE);

    Meeting(Bench bench) {
        this.bench = bench;
    }

    /** Applies the relation to the leading drafts of the version; marks those that it touches. */
    void relate(RelationRules rules, int version, int[] drafts, int size, boolean[] isTouched) {
        relation = rules;
        order = drafts;
        count = size;
        if (next.length < size) {
            next = new long[size * 2];
            why = new Step[size * 2];
        }
        for (int at = 0; at < size; at++) {
            why[at] = null;
            ClauseRules clause = bench.drafts.clause(drafts[at]);
            if (clause.version() == version && bench.drafts.amountFen(drafts[at]) > 0 && relation.joins(clause.bit())) {
                relate(at);
            }
        }
        for (int at = 0; at < size; at++) {
            Step step = why[at];
            if (step != null) {
                isTouched[at] = true;
                bench.drafts.give(drafts[at], next[at], next[at] > 0 ? bench.drafts.days(drafts[at]) : 0);
                bench.trace.say(drafts[at], step);
            }
        }
    }

    private void relate(int at) {
        switch (relation.relation().manner()) {
            case BOTH -> {}
            case ONE_ONLY -> oneOnly(at);
            case LARGEST -> largest(at);
            case DEDUCT -> {
                if (bit(order[at]) == relation.first()) {
                    less(at, byOthers(at));
                }
            }
        }
    }

    private long bit(int draft) {
        return bench.drafts.clause(draft).bit();
    }

    /** Whether the other draft counts in the meeting of the draft, itself included. */
    private boolean isTogether(int draft, int other) {
        return bench.drafts.amountFen(other) > 0
                && relation.joins(bit(other))
                && bench.drafts.meets(draft, other, relation.relation().within());
    }

    private void reduce(int at, long fen, String other) {
        next[at] = fen;
        why[at] = new Step.ByRelation(relation.relation().number(), other, Money.ofFen(fen));
    }

    /** What was paid first stands; of what is judged together, the largest, the one printed earlier on a tie. */
    private void oneOnly(int at) {
        int draft = order[at];
        ClauseRules clause = bench.drafts.clause(draft);
        String paidFirst = bench.hasPayments() ? paidFirst(draft) : null;
        String wins = paidFirst == null ? winner(draft).clause().number() : paidFirst;
        if (wins.equals(clause.clause().number())) {
            return;
        }
        for (int place = bench.drafts.eventsFrom(draft); place < bench.drafts.eventsTo(draft); place++) {
            bench.trace.refuse(
                    bench.version(clause).plan().id(),
                    relation.relation().number(),
                    bench.drafts.event(place),
                    new Reason.NotTogether(wins));
        }
        reduce(at, 0, wins);
    }

    /** The clause that was paid first, of those that were not given back since; null where none was. */
    private @Nullable String paidFirst(int draft) {
        Payments payments = bench.facts.payments();
        int first = -1;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (isOfMeeting(draft, at) && net(draft, payments.clause(at)) > 0 && (first < 0 || isBefore(at, first))) {
                first = at;
            }
        }
        return first < 0 ? null : bench.word(payments.clause(first));
    }

    private boolean isBefore(int payment, int other) {
        Payments payments = bench.facts.payments();
        int by = Integer.compare(payments.on(payment), payments.on(other));
        String clause = bench.word(payments.clause(payment));
        return by != 0 ? by < 0 : clause.compareTo(bench.word(payments.clause(other))) < 0;
    }

    private long net(int draft, int clause) {
        long net = 0;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (bench.facts.payments().clause(at) == clause && isOfMeeting(draft, at)) {
                net = Math.addExact(net, bench.facts.payments().amountFen(at));
            }
        }
        return net;
    }

    /** Whether the payment counts in the meeting of the draft. */
    private boolean isOfMeeting(int draft, int payment) {
        return isJoined(payment)
                && (bench.drafts.meetsPayment(
                                draft,
                                bench.facts.payments(),
                                payment,
                                relation.relation().within())
                        || isForAny(draft, payment));
    }

    private boolean isJoined(int payment) {
        Payments payments = bench.facts.payments();
        return payments.plan(payment) == bench.plan.word() && relation.joins(bench.plan.bit(payments.clause(payment)));
    }

    private boolean isForAny(int draft, int payment) {
        for (int i = 0; i < count; i++) {
            if (isTogether(draft, order[i]) && bench.drafts.isPaidBy(order[i], bench.facts.payments(), payment)) {
                return true;
            }
        }
        return false;
    }

    /** The clause that gives most in all, of the version of the draft. */
    private ClauseRules winner(int draft) {
        ClauseRules winner = bench.drafts.clause(draft);
        long most = -1;
        for (ClauseRules clause : bench.version(winner).clauses()) {
            long gives = 0;
            for (int i = 0; i < count; i++) {
                if (bit(order[i]) == clause.bit() && isTogether(draft, order[i])) {
                    gives = Math.addExact(gives, bench.drafts.amountFen(order[i]));
                }
            }
            if (gives > 0 && gives > most) {
                winner = clause;
                most = gives;
            }
        }
        return winner;
    }

    /** The largest gives what the others have not been paid already; the others give no more than they were paid. */
    private void largest(int at) {
        int draft = order[at];
        ClauseRules wins = winner(draft);
        if (wins.bit() != bit(draft)) {
            reduce(
                    at,
                    Math.min(paid(draft), bench.drafts.amountFen(draft)),
                    wins.clause().number());
            return;
        }
        long kept = 0;
        for (int i = 0; i < count; i++) {
            int other = order[i];
            if (bit(other) != bit(draft) && isTogether(draft, other)) {
                kept = Math.addExact(kept, Math.min(paid(other), bench.drafts.amountFen(other)));
            }
        }
        less(at, kept);
    }

    private long byOthers(int at) {
        long fen = 0;
        for (int i = 0; i < count; i++) {
            if (bit(order[i]) != bit(order[at]) && isTogether(order[at], order[i])) {
                fen = Math.addExact(fen, bench.drafts.amountFen(order[i]));
            }
        }
        return fen;
    }

    /** The draft less what others give, as far as the drafts of its clause before it have not borne that already. */
    private void less(int at, long byOthers) {
        int draft = order[at];
        long given = bench.hasPayments() ? Math.addExact(byOthers, unattached(draft)) : byOthers;
        String other = "";
        for (int i = 0; i < count; i++) {
            boolean isSame = bit(order[i]) == bit(draft);
            if (isTogether(draft, order[i]) && isSame && i < at) {
                given = Math.subtractExact(given, bench.drafts.amountFen(order[i]));
            } else if (isTogether(draft, order[i]) && !isSame && other.isEmpty()) {
                other = bench.drafts.clause(order[i]).clause().number();
            }
        }
        if (given > 0) {
            long gives = Math.max(0, bench.drafts.amountFen(draft) - given);
            reduce(at, gives, other.isEmpty() ? relation.relation().clauses().getLast() : other);
        }
    }

    /** What was paid under the other clauses for events that are not among the facts, within the scope. */
    private long unattached(int draft) {
        Payments payments = bench.facts.payments();
        long fen = 0;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (payments.isLoose(at)
                    && isJoined(at)
                    && bench.plan.bit(payments.clause(at)) != bit(draft)
                    && bench.drafts.meetsPayment(
                            draft, payments, at, relation.relation().within())
                    && !isForAny(draft, at)) {
                fen = Math.addExact(fen, payments.amountFen(at));
            }
        }
        return fen;
    }

    private long paid(int draft) {
        Payments payments = bench.facts.payments();
        long fen = 0;
        for (int at = bench.facts.paymentsFrom(bench.member); at < bench.facts.paymentsTo(bench.member); at++) {
            if (payments.plan(at) == bench.plan.word() && bench.drafts.isPaidBy(draft, payments, at)) {
                fen = Math.addExact(fen, payments.amountFen(at));
            }
        }
        return fen;
    }
}
