package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.city.past.Hospital.Admission;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;
import org.huzhu.kernel.Sex;
import org.huzhu.plan.Circumstance;

/**
 * The ordinary illnesses of a member: outpatient care, stays in hospital, childbirth, and death by illness.
 *
 * <p>Rates and medians are fitted, not measured: under 暖互助 of 2014 they pay about a ninth of the holders in a year and
 * 107 to 135 yuan a person and quarter, which is what the Beijing office reports.
 */
final class Health {

    /** Costs grow by so many per cent a year. */
    private static final int GROWTH_PERCENT = 2;

    private static final long CHRONIC_MEDIAN_FEN = 1_400_00;
    private static final double CHRONIC_DEVIATION = 0.28;
    private static final int LIGHT_IN_THOUSAND = 300;
    private static final long LIGHT_MEDIAN_FEN = 300_00;
    private static final double LIGHT_DEVIATION = 0.8;

    /** The light years have so many times fewer bills than the chronic ones. */
    private static final int LIGHT_PART = 4;

    /** Stays in ten thousand members and a year, by age from below 30 to above 50. */
    private static final int[] STAYS = {280, 380, 520, 800};

    private static final double CHRONIC_STAYS = 1.5;
    private static final double OTHER_STAYS = 0.75;
    private static final double FRAIL_STAYS = 2.2;
    private static final long STAY_MEDIAN_FEN = 1_100_00;
    private static final long BIRTH_MEDIAN_FEN = 900_00;
    private static final int NIGHTS = 7;
    private static final int BIRTH_NIGHTS = 4;

    /** Deaths by illness in a million members and a year, diseases of the lists apart, by age. */
    private static final int[] DEATHS = {150, 300, 800, 2_000};

    private static final int SUICIDES_IN_THOUSAND = 40;

    private final Calendar calendar;
    private final Hospital hospital;
    private final Complaints complaints;
    private final double moreBills;
    private final long[] growthPercent;

    /** @param moreBills how many bills a chronically ill member has in a year on average, beside one */
    Health(Calendar calendar, Hospital hospital, Complaints complaints, double moreBills) {
        this.calendar = calendar;
        this.hospital = hospital;
        this.complaints = complaints;
        this.moreBills = moreBills;
        this.growthPercent = new long[calendar.lastYear() - calendar.firstYear() + 1];
        long grown = 10_000;
        for (int i = 0; i < growthPercent.length; i++) {
            growthPercent[i] = grown / 100;
            grown += grown * GROWTH_PERCENT / 100;
        }
    }

    /** An amount of the first year as it is in the year. */
    long grown(long fen, int year) {
        return fen * growthPercent[year - calendar.firstYear()] / 100;
    }

    /** The member's year from the first to the day after the last day on which he is one. */
    void year(Member member, int year, int from, int until, Diary diary, Chance chance, Chance bills) {
        int days = until - from;
        int yearDays = calendar.newYear(year + 1) - calendar.newYear(year);
        visits(member, year, from, days, yearDays, diary, chance, bills);
        double share = (double) days / yearDays;
        int count = chance.count(share * staysAYear(member, until - 1));
        for (int i = 0; i < count; i++) {
            int icd = complaints.illness(member.sex(), chance);
            int day = from + chance.below(days);
            hospital.admit(Admission.illness(day, icd, NIGHTS, grown(STAY_MEDIAN_FEN, year)), false, diary, chance);
        }
        if (chance.inMillion((int) (share * DEATHS[band(member, from)]))) {
            diary.add(new Happening.Death(
                    FactColumns.MEMBER, from + chance.below(days), null, circumstancesOfDeath(chance)));
        }
    }

    private void visits(
            Member member, int year, int from, int days, int yearDays, Diary diary, Chance chance, Chance bills) {
        if (member.chronicFrom() < from + days) {
            long cost = chance.logNormal(grown(CHRONIC_MEDIAN_FEN, year), CHRONIC_DEVIATION);
            addVisits(cost * days / yearDays, 1 + bills.count(moreBills * days / yearDays), from, days, diary, bills);
        } else if (chance.below(yearDays) < days && chance.inThousand(LIGHT_IN_THOUSAND)) {
            long cost = chance.logNormal(grown(LIGHT_MEDIAN_FEN, year), LIGHT_DEVIATION);
            addVisits(cost, 1 + bills.count(moreBills / LIGHT_PART), from, days, diary, bills);
        }
    }

    /** Divides the cost over the bills, unevenly; the last one takes what is left over. */
    private static void addVisits(long fen, int count, int from, int days, Diary diary, Chance chance) {
        long left = fen;
        for (int bill = count; bill > 0; bill--) {
            long part = bill == 1 ? left : left * chance.between(40, 160) / 100 / bill;
            left -= part;
            diary.add(new Happening.Visit(from + chance.below(days), Bill.visit(part, chance)));
        }
    }

    private static double staysAYear(Member member, int day) {
        if (member.frailFrom() <= day) {
            return FRAIL_STAYS;
        }
        double factor = member.chronicFrom() <= day ? CHRONIC_STAYS : OTHER_STAYS;
        return factor * STAYS[band(member, day)] / 10_000;
    }

    private static int band(Member member, int day) {
        return Math.clamp(member.age(day) / 10 - 2, 0, STAYS.length - 1);
    }

    private static int circumstancesOfDeath(Chance chance) {
        return chance.inThousand(SUICIDES_IN_THOUSAND) ? FactColumns.bit(Circumstance.SUICIDE) : 0;
    }

    /** A woman is in hospital on the days on which her children are born. */
    void births(Member member, Diary diary, Chance chance) {
        if (member.sex() == Sex.MALE) {
            return;
        }
        for (int born : member.children()) {
            if (born >= member.entersOn() && born < member.leavesOn()) {
                long median = grown(BIRTH_MEDIAN_FEN, Day.year(born));
                Admission birth = Admission.illness(born, complaints.childbirth(chance), BIRTH_NIGHTS, median);
                hospital.admit(birth.with(Circumstance.CHILDBIRTH), false, diary, chance);
            }
        }
    }
}
