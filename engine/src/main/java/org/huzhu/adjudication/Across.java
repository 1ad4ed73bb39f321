package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.List;
import org.huzhu.columns.FactColumns;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Stacking.Indemnity;
import org.huzhu.plan.Stacking.Together;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.OfficeRules;
import org.huzhu.rules.OfficeRules.PairRules;
import org.jspecify.annotations.Nullable;

/** How the plans of one office bear on each other: pairs of plans first, then the principle of indemnity. */
final class Across {

    private static final long UNSOUGHT = -1;

    private final Bench bench;
    private int[] order = new int[8];
    private int count;
    private long[] next = new long[8];
    private @Nullable Step[] why = new Step[8];
    private long[] bornLeft = new long[8];

    Across(Bench bench) {
        this.bench = bench;
    }

    /** Settles all drafts of the member. */
    void settle() {
        List<OfficeRules> offices = bench.rules.offices();
        count = bench.drafts.size();
        if (count == 0 || offices.isEmpty()) {
            return;
        }
        boolean isOrdered = false;
        for (int o = 0; o < offices.size(); o++) {
            OfficeRules office = offices.get(o);
            if (office.pairs().isEmpty() && office.indemnity().isEmpty()) {
                continue;
            }
            if (!isOrdered) {
                order = bench.drafts.ordered(0, count, order);
                isOrdered = true;
            }
            for (int p = 0; p < office.pairs().size(); p++) {
                pair(office, office.pairs().get(p));
            }
        }
        for (int o = 0; o < offices.size(); o++) {
            if (offices.get(o).indemnity().isPresent()) {
                indemnify(offices.get(o), offices.get(o).indemnity().get());
            }
        }
    }

    private boolean isOf(OfficeRules office, int draft) {
        return office(draft) == office.office();
    }

    private int office(int draft) {
        ClauseRules clause = bench.drafts.clause(draft);
        return bench.rules
                .plans()
                .get(clause.plan())
                .versions()
                .get(clause.version())
                .office();
    }

    private int plan(int draft) {
        return bench.drafts.clause(draft).plan();
    }

    private void pair(OfficeRules office, PairRules pair) {
        if (next.length < count) {
            next = new long[count * 2];
            why = new Step[count * 2];
        }
        for (int at = 0; at < count; at++) {
            why[at] = null;
            if (pair.joins(plan(order[at])) && isOf(office, order[at])) {
                pair(at, pair);
            }
        }
        for (int at = 0; at < count; at++) {
            Step step = why[at];
            if (step != null) {
                give(order[at], next[at], step);
            }
        }
    }

    private void give(int draft, long fen, Step step) {
        bench.drafts.give(draft, fen, fen > 0 ? bench.drafts.days(draft) : 0);
        bench.trace.say(draft, step);
    }

    private void pair(int at, PairRules pair) {
        int draft = order[at];
        long own = 0;
        long others = 0;
        long before = 0;
        int other = -1;
        for (int i = 0; i < count; i++) {
            if (!meets(draft, order[i], pair)) {
                continue;
            }
            long fen = bench.drafts.amountFen(order[i]);
            if (plan(order[i]) == plan(draft)) {
                own = Math.addExact(own, fen);
                before += i < at ? fen : 0;
            } else {
                others = Math.addExact(others, fen);
                other = other < 0 ? order[i] : other;
            }
        }
        if (own == 0 || others == 0) {
            return;
        }
        boolean isSecond = plan(draft) == pair.second();
        switch (pair.pair().together()) {
            case Together.Both() -> {}
            case Together.Larger() -> {
                if (own < others || (own == others && isSecond)) {
                    reduce(at, 0, other, pair);
                }
            }
            case Together.SecondGives(Money sum) -> {
                long left = Math.max(0, sum.fen() - before);
                if (isSecond && bench.drafts.amountFen(draft) > left) {
                    reduce(at, left, other, pair);
                }
            }
        }
    }

    /** Whether both give the same kind of benefit for the same event, under plans of the pair. */
    private boolean meets(int draft, int other, PairRules pair) {
        Drafts drafts = bench.drafts;
        return pair.joins(plan(other))
                && drafts.amountFen(other) > 0
                && drafts.key(draft) == drafts.key(other)
                && office(draft) == office(other)
                && drafts.clause(draft).pricing().getClass()
                        == drafts.clause(other).pricing().getClass();
    }

    private void reduce(int at, long fen, int other, PairRules pair) {
        ClauseRules clause = bench.drafts.clause(other);
        next[at] = fen;
        why[at] = new Step.ByPair(
                pair.pair().number(),
                bench.rules
                        .plans()
                        .get(clause.plan())
                        .versions()
                        .get(clause.version())
                        .plan()
                        .id(),
                Money.ofFen(fen));
    }

    /** Shares of costs together never exceed what the member bore; plans pay in the order of the office. */
    private void indemnify(OfficeRules office, Indemnity indemnity) {
        int events = bench.facts.eventsTo(bench.member) - bench.facts.eventsFrom(bench.member);
        bornLeft = bornLeft.length < events ? new long[events * 2] : bornLeft;
        Arrays.fill(bornLeft, 0, events, UNSOUGHT);
        long lowest = -1;
        int rank = nextRank(office, lowest);
        while (rank >= 0) {
            for (int at = 0; at < count; at++) {
                if (isShared(office, order[at]) && office.rank(plan(order[at])) == rank) {
                    holdWithin(order[at], indemnity);
                }
            }
            lowest = rank;
            rank = nextRank(office, lowest);
        }
    }

    private boolean isShared(OfficeRules office, int draft) {
        return bench.drafts.clause(draft).sharesCosts() && isOf(office, draft);
    }

    /** The lowest rank above the given one of any draft that shares costs; -1 where there is none. */
    private int nextRank(OfficeRules office, long above) {
        int next = -1;
        for (int at = 0; at < count; at++) {
            int rank = office.rank(plan(order[at]));
            if (isShared(office, order[at]) && rank > above && (next < 0 || rank < next)) {
                next = rank;
            }
        }
        return next;
    }

    private void holdWithin(int draft, Indemnity indemnity) {
        Drafts drafts = bench.drafts;
        int from = bench.facts.eventsFrom(bench.member);
        long left = 0;
        for (int place = drafts.eventsFrom(draft); place < drafts.eventsTo(draft); place++) {
            int event = drafts.event(place);
            if (bornLeft[event - from] == UNSOUGHT) {
                bornLeft[event - from] = born(event);
            }
            left = Math.addExact(left, bornLeft[event - from]);
        }
        long gives = Math.min(drafts.amountFen(draft), left);
        long toUse = gives;
        for (int place = drafts.eventsFrom(draft); place < drafts.eventsTo(draft); place++) {
            int event = drafts.event(place);
            long used = Math.min(bornLeft[event - from], toUse);
            bornLeft[event - from] -= used;
            toUse -= used;
        }
        if (gives < drafts.amountFen(draft)) {
            Step step = new Step.Indemnity(indemnity.number(), Money.ofFen(left), Money.ofFen(gives));
            give(draft, gives, step);
        }
    }

    private long born(int event) {
        FactColumns facts = bench.facts;
        return facts.bills().bornFen(facts.bill(event));
    }
}
