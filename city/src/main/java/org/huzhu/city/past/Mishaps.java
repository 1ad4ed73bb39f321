package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.city.past.Hospital.Admission;
import org.huzhu.columns.Accidents;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactBuilder.Harm;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Benefit.Injury;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Circumstance;
import org.huzhu.plan.Insured;

/** Accidents of members and their children: injuries, days off work, stays, disabilities, deaths. */
final class Mishaps {

    private static final int MEMBERS_IN_MILLION = 13_000;
    private static final int CHILDREN_IN_MILLION = 15_000;
    private static final double HIGH_RISK = 2.5;

    /** Of a thousand accidents, those that kill and those that leave a disability. */
    private static final int[] HARMS = {8, 62, 930};

    private static final int KILLS = 0;
    private static final int DISABLES = 1;

    /** Of a thousand accidents: none, and each of the injuries. */
    private static final int[] INJURIES = {330, 410, 120, 70, 70};

    /** How often each grade of disability is assessed, the heaviest first. */
    private static final int[] GRADES = {10, 10, 15, 20, 30, 45, 80, 120, 220, 450};

    private static final int SECOND_GRADE_IN_THOUSAND = 150;
    private static final int PRIOR_IN_THOUSAND = 20;
    private static final int HURT_STAYS_IN_THOUSAND = 230;
    private static final int GRAVE_STAYS_IN_THOUSAND = 850;
    private static final long STAY_MEDIAN_FEN = 2_200_00;
    private static final int NIGHTS = 9;
    private static final int DAYS_TO_DEATH = 230;

    private static final Circumstance[] CIRCUMSTANCES = {
        Circumstance.WORK_INJURY,
        Circumstance.THIRD_PARTY,
        Circumstance.DRUNK_DRIVING,
        Circumstance.UNLICENSED_DRIVING,
        Circumstance.SELF_HARM,
        Circumstance.NATURAL_DISASTER,
        Circumstance.CRIME
    };

    /** How often each of the circumstances is established, of a thousand accidents, and last, how often none is. */
    private static final int[] CIRCUMSTANCE_WEIGHTS = {150, 100, 8, 5, 5, 3, 2, 727};

    private final Health health;
    private final Hospital hospital;
    private final Complaints complaints;

    Mishaps(Health health, Hospital hospital, Complaints complaints) {
        this.health = health;
        this.hospital = hospital;
        this.complaints = complaints;
    }

    /** The member's year from the first to the day after the last day on which he is one. */
    void year(Member member, int year, int from, int until, Diary diary, Chance chance) {
        double rate = member.isHighRisk() ? HIGH_RISK * MEMBERS_IN_MILLION : MEMBERS_IN_MILLION;
        befall(FactColumns.MEMBER, (int) rate, year, from, until, diary, chance);
        for (int child = 0; child < member.children().size(); child++) {
            if (member.isMinor(child, from)) {
                int person = FactColumns.person(Insured.CHILD, child);
                befall(person, CHILDREN_IN_MILLION, year, from, until, diary, chance);
            }
        }
    }

    private void befall(int person, int inMillion, int year, int from, int until, Diary diary, Chance chance) {
        int day = from + chance.below(366);
        if (chance.inMillion(inMillion) && day < until) {
            happen(person, day, year, diary, chance);
        }
    }

    private void happen(int person, int day, int year, Diary diary, Chance chance) {
        boolean isChild = person != FactColumns.MEMBER;
        int harm = isChild ? chance.weighted(2, 20, 978) : chance.weighted(HARMS);
        int circumstances = isChild ? 0 : circumstances(chance);
        Happening.Accident accident =
                new Happening.Accident(person, day, harm(harm == DISABLES, isChild, day, chance), circumstances);
        diary.add(accident);
        int stays = harm == DISABLES || harm == KILLS ? GRAVE_STAYS_IN_THOUSAND : HURT_STAYS_IN_THOUSAND;
        boolean diesAtOnce = harm == KILLS && chance.inThousand(500);
        if (!diesAtOnce && chance.inThousand(stays)) {
            Admission admission = new Admission(
                    person,
                    day + chance.weighted(900, 100),
                    Cause.ACCIDENT,
                    day,
                    complaints.injury(chance),
                    NIGHTS,
                    health.grown(STAY_MEDIAN_FEN, year),
                    circumstances);
            hospital.admit(admission, false, diary, chance);
        }
        if (harm == KILLS) {
            int died = diesAtOnce ? day : day + chance.between(1, DAYS_TO_DEATH);
            diary.add(new Happening.Death(person, died, accident, circumstances));
        }
    }

    private static int circumstances(Chance chance) {
        int place = chance.weighted(CIRCUMSTANCE_WEIGHTS);
        return place < CIRCUMSTANCES.length ? FactColumns.bit(CIRCUMSTANCES[place]) : 0;
    }

    private static Harm harm(boolean isDisabled, boolean isChild, int day, Chance chance) {
        int injury = chance.weighted(INJURIES);
        int injuries = injury == 0 ? 0 : Accidents.bit(Injury.values()[injury - 1]);
        int rest = isChild ? 0 : (int) Math.min(300, chance.logNormal(20, 0.9));
        int care = injuries == 0 || chance.below(3) > 0 ? 0 : chance.between(3, 30);
        if (!isDisabled) {
            return new Harm(0, 0, Day.NONE, rest, care, injuries);
        }
        int grade = 1 + chance.weighted(GRADES);
        long grades = FactBuilder.grade(0, grade);
        if (chance.inThousand(SECOND_GRADE_IN_THOUSAND)) {
            grades = FactBuilder.grade(grades, Math.min(Accidents.GRADES, grade + chance.below(2)));
        }
        int prior = chance.inThousand(PRIOR_IN_THOUSAND) ? Accidents.GRADES : 0;
        return new Harm(grades, prior, day + chance.between(40, 260), rest * 2, care, injuries);
    }
}
