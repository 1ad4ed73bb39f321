package org.huzhu.bench.replay;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Bills;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Terms;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.CostField;
import org.huzhu.plan.Insured;

/** Makes the lives of members up, one after the other. */
final class Life {

    private static final int FIRST_YEAR = 2013;
    private static final int YEARS = 12;
    private static final int FIRST_DAY = Day.of(LocalDate.of(FIRST_YEAR, 1, 1));
    private static final int DAYS = 365 * YEARS;
    private static final int CHILD = FactColumns.person(Insured.CHILD, 0);

    private final FactBuilder facts;
    private final Words words;
    private final SplittableRandom random;
    private final long[] costs = costs();
    private int events;
    private boolean isAlive;

    /** The numbers of the words that lives need. */
    record Words(List<Integer> plans, List<Integer> tiers, List<Integer> codes, List<Integer> diseases) {}

    Life(FactBuilder facts, Words words, long seed) {
        this.facts = facts;
        this.words = words;
        random = new SplittableRandom(seed);
    }

    private static long[] costs() {
        long[] none = new long[CostField.values().length];
        Arrays.fill(none, Bills.UNKNOWN);
        return none;
    }

    /** The next member. */
    void member() {
        facts.member();
        events = 0;
        isAlive = true;
        if (chance(95)) {
            calendarYears();
        }
        for (int plan = 1; plan < words.plans().size(); plan++) {
            if (chance(25)) {
                terms(plan);
            }
        }
        int wanted = 6 + random.nextInt(13);
        int day = FIRST_DAY + random.nextInt(60);
        while (isAlive && events < wanted) {
            event(day);
            day += random.nextInt(2 * DAYS / wanted);
        }
        if (isAlive && random.nextInt(1000) < 3) {
            death(day);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int any(List<Integer> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void calendarYears() {
        int first = chance(80) ? 0 : random.nextInt(YEARS);
        for (int year = FIRST_YEAR + first; year < FIRST_YEAR + YEARS; year++) {
            int from = Day.of(LocalDate.of(year, 1, 1));
            int until = Day.of(LocalDate.of(year + 1, 1, 1));
            facts.term(words.plans().get(0), 0, from, until, 1, 0, Terms.UNKNOWN);
        }
    }

    /** A year of cover after the other, now and then with a gap, or with other units. */
    private void terms(int plan) {
        boolean isByUnits = plan == 3 || plan == 4;
        int tier = plan == 5 ? any(words.tiers()) : 0;
        int from = FIRST_DAY - 200 + random.nextInt(DAYS / 2);
        int units = isByUnits ? 1 + random.nextInt(2) : 1;
        while (from < FIRST_DAY + DAYS && !chance(5)) {
            int until = Day.of(Day.date(from).plusYears(1));
            facts.term(words.plans().get(plan), 0, from, until, units, tier, Terms.UNKNOWN);
            from = chance(12) ? until + 1 + random.nextInt(60) : until;
            units = isByUnits && chance(20) ? 1 + random.nextInt(3) : units;
        }
    }

    private void event(int day) {
        int kind = random.nextInt(100);
        if (kind < 78) {
            visit(day);
        } else if (kind < 94) {
            stays(day, Cause.ILLNESS, Day.NONE);
        } else if (kind < 97) {
            diagnosis(day);
        } else {
            accident(day);
        }
    }

    private int person() {
        return chance(2) ? CHILD : FactColumns.MEMBER;
    }

    private int circumstances() {
        if (!chance(3)) {
            return 0;
        }
        Circumstance[] all = Circumstance.values();
        return FactColumns.bit(all[random.nextInt(all.length)]);
    }

    private void visit(int day) {
        Arrays.fill(costs, Bills.UNKNOWN);
        if (!chance(3)) {
            costs[CostField.SELF_PAY_1.ordinal()] = random.nextInt(300_000);
        }
        facts.visit(person(), day, circumstances(), costs);
        events++;
    }

    /** A stay, and those that transfers join to it. */
    private void stays(int day, Cause cause, int accidentOn) {
        int person = accidentOn == Day.NONE ? person() : FactColumns.MEMBER;
        int before = FactColumns.NO_EVENT;
        int admitted = day;
        do {
            int discharged = admitted + (chance(2) ? random.nextInt(200) : random.nextInt(16));
            stay(person, admitted, discharged, cause, accidentOn, before);
            before = events - 1;
            admitted = discharged + random.nextInt(3);
        } while (chance(6));
    }

    private void stay(int person, int admitted, int discharged, Cause cause, int accidentOn, int before) {
        Arrays.fill(costs, Bills.UNKNOWN);
        costs[CostField.SELF_PAY_1.ordinal()] = random.nextInt(600_000);
        if (!chance(5)) {
            costs[CostField.SELF_PAID_AFTER_INSURANCE.ordinal()] = random.nextInt(900_000);
        }
        if (chance(4)) {
            costs[CostField.ABOVE_CEILING.ordinal()] = random.nextLong(60_000_000);
            costs[CostField.EMPLOYER_SUPPLEMENT.ordinal()] = random.nextInt(2_000_000);
            costs[chance(50) ? CostField.COMMERCIAL.ordinal() : CostField.MEDICAL_ASSISTANCE.ordinal()] =
                    random.nextInt(1_000_000);
        }
        Cause why = cause == Cause.ILLNESS && chance(8) ? Cause.ACCIDENT : cause;
        int settled = chance(2) ? Day.NONE : discharged + random.nextInt(20);
        facts.stay(
                person,
                new FactBuilder.StayDays(admitted, discharged, accidentOn, discharged + random.nextInt(60), settled),
                1 + random.nextInt(3),
                why,
                chance(70) ? any(words.codes()) : 0,
                before,
                costs,
                circumstances());
        events++;
    }

    private void diagnosis(int day) {
        int disease = any(words.diseases());
        int times = chance(30) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            int on = day + i * random.nextInt(800);
            int first = chance(5) ? on - random.nextInt(700) : on;
            facts.diagnosis(person(), disease, on, on, on, first, 0);
            events++;
        }
    }

    private void accident(int day) {
        long grades = 0;
        for (int i = chance(30) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            grades = FactBuilder.grade(grades, 1 + random.nextInt(Accidents.GRADES));
        }
        int prior = chance(10) ? 1 + random.nextInt(Accidents.GRADES) : 0;
        int assessed = grades == 0 ? Day.NONE : day + 60 + random.nextInt(130);
        int injuries = chance(40) ? 1 + random.nextInt((1 << Injury.values().length) - 1) : 0;
        int rest = chance(70) ? random.nextInt(90) : 0;
        int care = chance(30) ? random.nextInt(40) : 0;
        int person = person();
        int accident = chance(50) ? events : FactColumns.NO_EVENT;
        facts.accident(
                person, day, new FactBuilder.Harm(grades, prior, assessed, rest, care, injuries), circumstances());
        events++;
        if (person == FactColumns.MEMBER && chance(40)) {
            stays(day + random.nextInt(3), Cause.ACCIDENT, day);
        }
        if (person == FactColumns.MEMBER && chance(3)) {
            facts.death(person, day + random.nextInt(220), Cause.ACCIDENT, day, accident, 0);
            isAlive = false;
            events++;
        }
    }

    private void death(int day) {
        facts.death(FactColumns.MEMBER, day, Cause.ILLNESS, Day.NONE, FactColumns.NO_EVENT, 0);
        events++;
    }
}
