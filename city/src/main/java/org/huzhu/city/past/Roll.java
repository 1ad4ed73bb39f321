package org.huzhu.city.past;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.city.Agencies;
import org.huzhu.city.Chance;
import org.huzhu.city.Chance.Purpose;
import org.huzhu.kernel.Sex;

/** The members of a society: when they were born, entered and leave, where they work, and how healthy they are. */
final class Roll {

    private static final int ADULT = 18;
    private static final int WOMEN_RETIRE = 55;
    private static final int MEN_RETIRE = 60;
    private static final int ADULT_DAYS = Calendar.daysOf(ADULT);

    private static final int MEN_IN_THOUSAND = 540;
    private static final int LATE_IN_THOUSAND = 200;
    private static final int LEAVERS_IN_THOUSAND = 140;
    private static final int HIGH_RISK_IN_THOUSAND = 80;
    private static final int NEW_FORM_IN_THOUSAND = 60;
    private static final int FRAIL_IN_THOUSAND = 12;

    /** Eight equal bands of a working life, for those who are there from the start and those who come later. */
    private static final int[] BANDS = {45, 150, 190, 175, 155, 140, 110, 35};

    private static final int[] LATE_BANDS = {270, 340, 190, 100, 60, 30, 10, 0};

    /** Of a thousand people, those who are chronically ill at the ages of {@link #CHRONIC_AGES}. */
    private static final int[] CHRONIC_IN_THOUSAND = {40, 130, 260, 420, 600, 1_000};

    private static final int DISTRICTS = 17;
    private static final int LINES = 21;

    private static final int[] CHRONIC_AGES = {18, 30, 40, 50, 60, 100};

    /** Of a thousand people: none, one, two, three children. */
    private static final int[] CHILDREN = {250, 550, 180, 20};

    private final Calendar calendar;
    private final long seed;
    private final int[] agencies = agencyWeights();

    Roll(Calendar calendar, long seed) {
        this.calendar = calendar;
        this.seed = seed;
    }

    /** Districts have most members, and of each kind some agencies have five times as many as others. */
    private static int[] agencyWeights() {
        int[] weights = new int[Agencies.all().size()];
        for (int place = 0; place < weights.length; place++) {
            int kind = place < DISTRICTS ? 16 : place < DISTRICTS + LINES ? 5 : 2;
            weights[place] = kind * (1 + place * 7 % 5);
        }
        return weights;
    }

    Member member(int index) {
        Chance chance = Chance.of(seed, index, Purpose.SELF);
        Sex sex = chance.inThousand(MEN_IN_THOUSAND) ? Sex.MALE : Sex.FEMALE;
        int retires = sex == Sex.MALE ? MEN_RETIRE : WOMEN_RETIRE;
        boolean isLate = chance.inThousand(LATE_IN_THOUSAND);
        int entersOn = isLate ? within(calendar.begin(), calendar.end(), chance) : calendar.begin();
        int bornOn = entersOn - ADULT_DAYS - ageAsAdult(retires, isLate ? LATE_BANDS : BANDS, chance);
        int retiresOn = bornOn + Calendar.daysOf(retires) - 1;
        int leavesOn = Math.min(retiresOn, calendar.end());
        if (chance.inThousand(LEAVERS_IN_THOUSAND)) {
            leavesOn = within(entersOn + 1, leavesOn + 1, chance);
        }
        int since = isLate ? entersOn : Math.max(calendar.newYear(calendar.firstYear() - 1), bornOn + ADULT_DAYS);
        int agency = chance.weighted(agencies);
        boolean isHighRisk = chance.inThousand(HIGH_RISK_IN_THOUSAND);
        boolean isNewForm = chance.inThousand(NEW_FORM_IN_THOUSAND);
        int chronicFrom = bornOn + chronicDays(chance);
        int frailFrom = chance.inThousand(FRAIL_IN_THOUSAND)
                ? within(chronicFrom, Math.max(chronicFrom + 1, calendar.end()), chance)
                : Integer.MAX_VALUE;
        return new Member(
                index,
                sex,
                bornOn,
                since,
                entersOn,
                Math.max(leavesOn, entersOn + 1),
                agency,
                isHighRisk,
                isNewForm,
                chronicFrom,
                frailFrom,
                children(sex, bornOn, chance));
    }

    private static int within(int from, int until, Chance chance) {
        return from + chance.below(Math.max(1, until - from));
    }

    /** Days since the member turned 18, some days short of retiring. */
    private static int ageAsAdult(int retires, int[] bands, Chance chance) {
        int band = (Calendar.daysOf(retires - ADULT) - 31) / bands.length;
        return chance.weighted(bands) * band + chance.below(band);
    }

    private static int chronicDays(Chance chance) {
        int rank = chance.below(1_000);
        int place = 0;
        while (rank >= CHRONIC_IN_THOUSAND[place]) {
            place++;
        }
        if (place == 0) {
            return ADULT_DAYS;
        }
        int from = Calendar.daysOf(CHRONIC_AGES[place - 1]);
        return within(from, Calendar.daysOf(CHRONIC_AGES[place]), chance);
    }

    private List<Integer> children(Sex sex, int bornOn, Chance chance) {
        int count = chance.weighted(CHILDREN);
        List<Integer> children = new ArrayList<>(count);
        int age = sex == Sex.MALE ? 26 : 24;
        int born = bornOn + Calendar.daysOf(age) + chance.below(Calendar.daysOf(8));
        for (int i = 0; i < count && born < calendar.end(); i++) {
            children.add(born);
            born += Calendar.daysOf(2) + chance.below(Calendar.daysOf(4));
        }
        return children;
    }
}
