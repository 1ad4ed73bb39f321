package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.city.Chance.Purpose;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.Words;
import org.huzhu.plan.TermLength;

/** The coverage periods of members: who takes which plan, when, for how many units, and how renewals go. */
final class Covers {

    private static final Scheme[] SCHEMES = Scheme.values();
    private static final Tier[] TIERS = Tier.values();
    private static final int[] TIER_WEIGHTS = {250, 450, 150, 150};

    /** Of a thousand holders, those who take a plan as soon as they can; the others come later. */
    private static final int EARLY_IN_THOUSAND = 650;

    private static final int SOON_DAYS = 365;

    /** Within so many days of its first one, cover of fixed dates is still sold. */
    private static final int GAMES_DAYS = 50;

    private static final int STOP_IN_THOUSAND = 50;
    private static final int GAP_IN_THOUSAND = 80;
    private static final int GAP_DAYS_MIN = 5;
    private static final int GAP_DAYS_MAX = 40;
    private static final int MORE_THAN_ONE_UNIT_IN_THOUSAND = 280;
    private static final int UNITS_ADDED_IN_THOUSAND = 80;
    private static final int TIER_RAISED_IN_THOUSAND = 40;

    private final Calendar calendar;
    private final long seed;
    private final Vocabulary vocabulary;
    private final Offers offers = new Offers();

    Covers(Calendar calendar, long seed, Vocabulary vocabulary) {
        this.calendar = calendar;
        this.seed = seed;
        this.vocabulary = vocabulary;
    }

    /** Writes the coverage periods of the member, who starts none after the day. */
    void tell(Member member, int lastDay, FactBuilder facts) {
        Chance chance = Chance.of(seed, member.index(), Purpose.COVER);
        for (Scheme scheme : SCHEMES) {
            if (scheme == Scheme.SECONDARY) {
                everyYear(member, lastDay, facts);
            } else if (chance.inThousand(scheme.holdersInThousand())) {
                hold(scheme, member, lastDay, chance, facts);
            }
        }
    }

    private void everyYear(Member member, int lastDay, FactBuilder facts) {
        int word = vocabulary.plan(Scheme.SECONDARY);
        int from = member.entersOn();
        for (int year = Day.year(from); from < member.leavesOn() && from <= lastDay; year++) {
            int until = Math.min(calendar.newYear(year + 1), member.leavesOn());
            facts.term(word, Words.NONE, from, until, 1, Words.NONE, 0);
            from = until;
        }
    }

    private void hold(Scheme scheme, Member member, int lastDay, Chance chance, FactBuilder facts) {
        int start = firstStart(scheme, member, chance);
        int units = chance.inThousand(MORE_THAN_ONE_UNIT_IN_THOUSAND) ? scheme.unitsMax() : 1;
        int tier = chance.weighted(TIER_WEIGHTS);
        while (start >= member.since()
                && start < member.leavesOn()
                && start <= lastDay
                && scheme.isOpenTo(member, start)) {
            Offer offer = offers.on(scheme, start);
            int until = offer.until(start);
            term(scheme, member, start, until, units, tier, facts);
            if (chance.inThousand(STOP_IN_THOUSAND) || offer.length() instanceof TermLength.Fixed) {
                return;
            }
            boolean hasGap = chance.inThousand(GAP_IN_THOUSAND);
            start = hasGap ? until + chance.between(GAP_DAYS_MIN, GAP_DAYS_MAX) : until;
            units = Math.min(scheme.unitsMax(), units + (chance.inThousand(UNITS_ADDED_IN_THOUSAND) ? 1 : 0));
            tier = Math.min(TIERS.length - 1, tier + (chance.inThousand(TIER_RAISED_IN_THOUSAND) ? 1 : 0));
        }
    }

    private int firstStart(Scheme scheme, Member member, Chance chance) {
        Offer first = offers.first(scheme);
        int opens = Math.max(first.from(), member.since());
        if (first.length() instanceof TermLength.Fixed) {
            return first.from() + chance.below(GAMES_DAYS);
        }
        boolean isEarly = chance.inThousand(EARLY_IN_THOUSAND);
        return opens + chance.below(isEarly ? SOON_DAYS : Math.max(SOON_DAYS, calendar.end() - opens));
    }

    private void term(Scheme scheme, Member member, int start, int until, int units, int tier, FactBuilder facts) {
        boolean hasTiers = scheme == Scheme.ACCIDENT;
        long perUnit = hasTiers
                ? TIERS[tier].fen(member.isHighRisk())
                : offers.on(scheme, start).perUnitFen();
        int word = hasTiers ? vocabulary.tier(TIERS[tier]) : Words.NONE;
        facts.term(vocabulary.plan(scheme), Words.NONE, start, until, units, word, units * perUnit);
    }
}
