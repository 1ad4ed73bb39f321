package org.huzhu.adjudication;

import java.util.Arrays;
import java.util.List;
import org.huzhu.plan.Plan;
import org.huzhu.rules.ClauseRules;
import org.huzhu.rules.Pricing;
import org.huzhu.rules.TierAmounts;
import org.huzhu.rules.VersionRules;

/** What the claims on the plan at hand give, clause by clause, before anything that binds clauses together. */
final class Drafting {

    private final Bench bench;
    private final Zones zones;
    private final DiseaseSums sums;
    private final CostShares shares;
    private final Allowances allowances;
    private final Years years;
    private final AccidentSums accidents;
    private final Homes homes;
    private int[] picked = new int[8];
    private long[] keys = new long[8];

    Drafting(Bench bench, Zones zones) {
        this.bench = bench;
        this.zones = zones;
        this.sums = new DiseaseSums(bench, this);
        this.shares = new CostShares(bench, this);
        this.allowances = new Allowances(bench, this);
        this.years = new Years(bench, this);
        this.accidents = new AccidentSums(bench, this);
        this.homes = new Homes(bench, this);
    }

    /** Drafts for all claims: sums by disease first, since one may end what others would pay from. */
    void draft() {
        if (bench.claims.size() == 0) {
            return;
        }
        sums.draft();
        List<VersionRules> versions = bench.plan.versions();
        for (int v = 0; v < versions.size(); v++) {
            List<ClauseRules> clauses = versions.get(v).clauses();
            for (int c = 0; c < clauses.size(); c++) {
                int count = pick(clauses.get(c));
                if (count > 0) {
                    draft(clauses.get(c).pricing(), picked, count);
                }
            }
        }
    }

    private void draft(Pricing pricing, int[] claims, int count) {
        switch (pricing) {
            case Pricing.Allowance allowance -> allowances.draft(allowance, claims, count);
            case Pricing.Share share -> shares.draft(share, claims, count);
            case Pricing.Yearly yearly -> years.draft(yearly, claims, count);
            case Pricing.Banded banded -> years.draft(banded, claims, count);
            case Pricing.Disability disability -> accidents.draft(disability, claims, count);
            case Pricing.Injury injury -> accidents.draft(injury, claims, count);
            case Pricing.Death death -> accidents.draft(death, claims, count);
            case Pricing.Property property -> homes.draft(property.loss(), claims, count);
            case Pricing.Maturity maturity -> homes.draft(maturity.maturity(), claims, count);
            case Pricing.Disease unused -> throw new IllegalStateException("Sums by disease are drafted by themselves");
        }
    }

    /** Picks the claims of the clause whose cover goes on; the others are refused. */
    private int pick(ClauseRules clause) {
        if (!bench.claims.hasAnyOn(clause) || clause.isByDisease()) {
            return 0;
        }
        int count = 0;
        for (int claim = 0; claim < bench.claims.size(); claim++) {
            if (bench.claims.isOn(claim, clause) && sums.goesOn(claim)) {
                if (count == picked.length) {
                    picked = Arrays.copyOf(picked, count * 2);
                }
                picked[count++] = claim;
            }
        }
        return count;
    }

    /** Room for a key for each of so many claims. */
    long[] keys(int count) {
        keys = keys.length < count ? new long[count * 2] : keys;
        return keys;
    }

    /** A key that orders claims by person, then cover, then day. */
    long key(int claim, int day) {
        long person = bench.facts.person(bench.claims.event(claim));
        return ((person << 24 | bench.claims.cover(claim)) << 32) | ascending(day);
    }

    /** The day as a number of 32 bits without a sign, in the same order. */
    static long ascending(int day) {
        return (day ^ Integer.MIN_VALUE) & 0xFFFF_FFFFL;
    }

    /** Sorts the leading claims by their keys; claims with one key stay in the order of their events. */
    static void sort(int[] claims, long[] keys, int count) {
        for (int next = 1; next < count; next++) {
            int claim = claims[next];
            long key = keys[next];
            int at = next;
            while (at > 0 && key < keys[at - 1]) {
                claims[at] = claims[at - 1];
                keys[at] = keys[at - 1];
                at--;
            }
            claims[at] = claim;
            keys[at] = key;
        }
    }

    /** Begins the working of a draft for the claim. */
    void begin(int claim) {
        if (bench.trace.isOn()) {
            bench.trace.begin(zones.opening(claim));
        }
    }

    /** Drafts what the claim gives for its own event alone. */
    void give(int claim, long fen, boolean illustrative) {
        if (fen > 0 || bench.keepsNothings()) {
            bench.drafts.pool(bench.claims.event(claim));
            giveForPooled(claim, fen, 0, illustrative);
        }
    }

    /** Drafts what the claim gives for the events that were pooled. */
    void giveForPooled(int claim, long fen, int days, boolean illustrative) {
        int draft = bench.drafts.add(bench, claim, fen, days);
        if (bench.trace.isOn()) {
            bench.trace.drafted();
            if (illustrative || illustrates(claim)) {
                bench.drafts.illustrate(draft);
            }
        }
    }

    /** Whether a figure of the clause, of its list of diseases, or of a reduced zone only illustrates. */
    private boolean illustrates(int claim) {
        ClauseRules clause = bench.claims.clause(claim);
        Plan plan = bench.version(clause).plan();
        boolean byList = clause.pricing() instanceof Pricing.Disease sum
                && bench.rules
                        .library()
                        .dictionary()
                        .list(sum.sum().list())
                        .basis()
                        .illustrative();
        boolean byZone = bench.claims.reducedUnits(claim) > 0
                && plan.waiting()
                        .filter(waiting -> waiting.basis().illustrative())
                        .isPresent();
        return clause.clause().basis().illustrative() || byList || byZone;
    }

    void refuse(int claim, Reason reason) {
        ClauseRules clause = bench.claims.clause(claim);
        bench.trace.refuse(
                bench.version(clause).plan().id(), clause.clause().number(), bench.claims.event(claim), reason);
    }

    /** The row of the amount for the tier of the cover; refuses when the plan has no such tier. */
    int row(int claim, TierAmounts amounts) {
        int row = amounts.row(bench.facts.terms().tier(bench.covers.term(bench.claims.cover(claim))));
        if (row == TierAmounts.NO_ROW) {
            refuse(claim, new Reason.FactMissing("档次"));
        }
        return row;
    }
}
