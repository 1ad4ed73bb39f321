package org.huzhu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a person's health costs in a year, and over how many bills.
 *
 * <p>The shares and medians are fitted, not measured: they make the plan of 2014 pay a tenth to a seventh of the
 * holders a quarter, and 100 to 150 yuan a payment, which is what the Beijing office reports for 2012 to 2020.
 */
final class Illness {

    private static final int LIGHT_IN_THOUSAND = 110;

    private static final long CHRONIC_MEDIAN_FEN = 2_150_00;
    private static final double CHRONIC_DEVIATION = 0.26;
    private static final long LIGHT_MEDIAN_FEN = 420_00;
    private static final double LIGHT_DEVIATION = 0.8;
    private static final long STAY_MEDIAN_FEN = 1_500_00;
    private static final double STAY_DEVIATION = 0.5;

    /** Of a thousand people: none, one, two, three, four stays. Together 72 stays. */
    private static final List<Integer> STAY_WEIGHTS = List.of(942, 48, 7, 2, 1);

    private static final double STAYS_A_PERSON = (48 + 2 * 7 + 3 * 2 + 4) / 1_000.0;

    private static final int DISASTERS_IN_MILLION = 100;
    private static final long DISASTER_FEN_MIN = 60_000_00;
    private static final int DISASTER_YUAN_RANGE = 1_200_000;

    private static final int BOUNDARY_IN_THOUSAND = 4;
    private static final long OUTPATIENT_BOUNDARY_FEN = 1_800_00;
    private static final List<Long> STAY_BOUNDARIES_FEN = List.of(1_300_00L, 650_00L, 1_300_01L, 650_01L, 1_299_99L);

    private static final int VISITS_MAX = 96;
    private static final int LIGHT_PART = 4;

    private final YearDays days;
    private final Institutions institutions;
    private final double moreBills;
    private final int chronicInThousand;

    /**
     * @param visitsAPerson how many bills a person has in a year on average
     * @param chronicInThousand of so many people, how many are in treatment for long
     */
    Illness(YearDays days, Institutions institutions, double visitsAPerson, int chronicInThousand) {
        this.chronicInThousand = chronicInThousand;
        this.days = days;
        this.institutions = institutions;
        double ill = (chronicInThousand + LIGHT_IN_THOUSAND) / 1_000.0;
        double sharing = (chronicInThousand + LIGHT_IN_THOUSAND / (double) LIGHT_PART) / 1_000.0;
        this.moreBills = Math.max(0, (visitsAPerson - ill - STAYS_A_PERSON) / sharing);
    }

    /** The bills that are settled in the year, in no order. */
    List<Visit> year(Chance chance) {
        List<Visit> visits = new ArrayList<>();
        int kind = chance.below(1_000);
        if (kind < chronicInThousand) {
            long cost = chance.logNormal(CHRONIC_MEDIAN_FEN, CHRONIC_DEVIATION);
            addOutpatient(visits, cost, 1 + chance.count(moreBills), chance);
        } else if (kind < chronicInThousand + LIGHT_IN_THOUSAND) {
            long cost = chance.logNormal(LIGHT_MEDIAN_FEN, LIGHT_DEVIATION);
            addOutpatient(visits, cost, 1 + chance.count(moreBills / LIGHT_PART), chance);
        }
        int stays = chance.weighted(STAY_WEIGHTS);
        IntStream.range(0, stays).forEach(_ -> visits.add(stay(chance)));
        return visits;
    }

    /** Divides the year's cost over the bills, unevenly; the last one takes what is left over. */
    private void addOutpatient(List<Visit> visits, long wishedFen, int wishedBills, Chance chance) {
        long fen = chance.inThousand(BOUNDARY_IN_THOUSAND) ? OUTPATIENT_BOUNDARY_FEN + chance.below(3) - 1 : wishedFen;
        int bills = Math.min(wishedBills, VISITS_MAX);
        List<Integer> weights = IntStream.range(0, bills)
                .map(_ -> chance.between(60, 240))
                .boxed()
                .toList();
        long weight = weights.stream().mapToLong(Integer::longValue).sum();
        long left = fen;
        for (int i = 0; i < bills; i++) {
            long part = i == bills - 1 ? left : fen * weights.get(i) / weight;
            left -= part;
            int day = chance.below(days.length());
            visits.add(new Visit(false, day, day, day, institutions.any(chance), outpatientBill(part, chance)));
        }
    }

    private Visit stay(Chance chance) {
        int settled = chance.below(days.length());
        int discharged = settled - chance.below(8);
        int nights = (int) Math.min(120, chance.logNormal(8, 0.6));
        long cost = chance.logNormal(STAY_MEDIAN_FEN, STAY_DEVIATION);
        if (chance.inThousand(BOUNDARY_IN_THOUSAND)) {
            cost = chance.oneOf(STAY_BOUNDARIES_FEN);
        } else if (chance.inMillion(DISASTERS_IN_MILLION)) {
            cost = DISASTER_FEN_MIN + 100L * chance.below(DISASTER_YUAN_RANGE) + chance.below(100);
        }
        return new Visit(
                true, discharged - nights, discharged, settled, institutions.any(chance), inpatientBill(cost, chance));
    }

    private static Visit.Bill outpatientBill(long selfPay1, Chance chance) {
        long fund = selfPay1 * chance.between(0, 220) / 100;
        long selfPay2 = chance.below(3) == 0 ? selfPay1 * chance.below(40) / 100 : 0;
        long own = chance.below(2) == 0 ? chance.below(120_00) : 0;
        return new Visit.Bill(fund, 0, selfPay1, selfPay2, own, roundingGap(chance));
    }

    private static Visit.Bill inpatientBill(long selfPay1, Chance chance) {
        long fund = selfPay1 * chance.between(250, 700) / 100;
        long large = selfPay1 > 15_000_00 ? selfPay1 * chance.between(100, 400) / 100 : 0;
        long selfPay2 = selfPay1 * chance.between(5, 90) / 100;
        long own = chance.logNormal(600_00, 1.0);
        return new Visit.Bill(fund, large, selfPay1, selfPay2, own, roundingGap(chance));
    }

    /** A few bills are off by a fen, as sums of rounded parts are. */
    private static int roundingGap(Chance chance) {
        return chance.inThousand(10) ? chance.below(2) * 2 - 1 : 0;
    }
}
