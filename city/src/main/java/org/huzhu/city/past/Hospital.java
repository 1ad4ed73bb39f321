package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder.StayDays;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.jspecify.annotations.Nullable;

/** Admits people: how long they stay, where, for how much, and whether they are moved to another house. */
final class Hospital {

    private static final int[] LEVELS = {60, 340, 600};
    private static final int[] COST_PERCENT_BY_LEVEL = {60, 85, 115};
    private static final double COST_DEVIATION = 0.45;
    private static final int NIGHTS_MAX = 120;
    private static final double NIGHTS_DEVIATION = 0.65;
    private static final int TRANSFERS_IN_THOUSAND = 18;
    private static final int FILED_IN_THOUSAND = 300;

    /** Above-ceiling costs, in a million ordinary stays and in a million stays of the gravely ill. */
    private static final int ABOVE_CEILING_IN_MILLION = 1_200;

    private static final int GRAVE_ABOVE_CEILING_IN_MILLION = 25_000;
    private static final long ABOVE_CEILING_MEDIAN_FEN = 55_000_00;
    private static final double ABOVE_CEILING_DEVIATION = 1.0;

    private static final Circumstance[] RARE = {
        Circumstance.OUTSIDE_DESIGNATED, Circumstance.REHABILITATION, Circumstance.COSMETIC, Circumstance.THIRD_PARTY
    };
    private static final int RARE_IN_THOUSAND = 25;

    /**
     * Who is admitted, and why.
     *
     * @param nights the median length
     * @param selfPay1 the median of what the patient pays inside the scope of the insurance, in fen
     */
    record Admission(
            int person, int day, Cause cause, int accidentOn, int icd, int nights, long selfPay1, int circumstances) {

        static Admission illness(int day, int icd, int nights, long selfPay1) {
            return new Admission(FactColumns.MEMBER, day, Cause.ILLNESS, Day.NONE, icd, nights, selfPay1, 0);
        }

        Admission with(Circumstance circumstance) {
            return new Admission(
                    person,
                    day,
                    cause,
                    accidentOn,
                    icd,
                    nights,
                    selfPay1,
                    circumstances | FactColumns.bit(circumstance));
        }
    }

    /** Adds the stay, and a second one where the patient is moved; the last day of them is returned. */
    int admit(Admission who, boolean isGrave, Diary diary, Chance chance) {
        int level = 1 + chance.weighted(LEVELS);
        int circumstances = who.circumstances();
        if (circumstances == 0 && chance.inThousand(RARE_IN_THOUSAND)) {
            circumstances = FactColumns.bit(RARE[chance.below(RARE.length)]);
        }
        Happening.Stay stay = stay(who, who.day(), level, null, circumstances, isGrave, chance);
        diary.add(stay);
        int discharged = stay.days().dischargedOn();
        return chance.inThousand(TRANSFERS_IN_THOUSAND)
                ? transfer(who, stay, discharged, circumstances, diary, chance)
                : discharged;
    }

    /** Most go on within 24 hours and with a slip. */
    private int transfer(
            Admission who, Happening.Stay before, int discharged, int circumstances, Diary diary, Chance chance) {
        int later = chance.weighted(70, 20, 7, 3);
        boolean hasSlip = chance.inThousand(900);
        int more = hasSlip ? circumstances : circumstances | FactColumns.bit(Circumstance.NO_TRANSFER_SLIP);
        Happening.Stay next = stay(who, discharged + later, 3, hasSlip ? before : null, more, false, chance);
        diary.add(next);
        return next.days().dischargedOn();
    }

    private static Happening.Stay stay(
            Admission who,
            int admitted,
            int level,
            Happening.@Nullable Stay before,
            int circumstances,
            boolean isGrave,
            Chance chance) {
        int nights = (int) Math.min(NIGHTS_MAX, chance.logNormal(who.nights(), NIGHTS_DEVIATION));
        int discharged = admitted + nights;
        int settled = discharged + chance.below(9);
        int filed = chance.inThousand(FILED_IN_THOUSAND) ? settled + chance.between(2, 120) : Day.NONE;
        long median = who.selfPay1() * COST_PERCENT_BY_LEVEL[level - 1] / 100;
        long selfPay1 = chance.logNormal(median, COST_DEVIATION);
        boolean isAbove = chance.inMillion(isGrave ? GRAVE_ABOVE_CEILING_IN_MILLION : ABOVE_CEILING_IN_MILLION);
        long above = isAbove ? chance.logNormal(ABOVE_CEILING_MEDIAN_FEN, ABOVE_CEILING_DEVIATION) : 0;
        return new Happening.Stay(
                who.person(),
                new StayDays(admitted, discharged, who.accidentOn(), filed, settled),
                level,
                who.cause(),
                who.icd(),
                before,
                Bill.stay(selfPay1, above, chance),
                circumstances);
    }
}
