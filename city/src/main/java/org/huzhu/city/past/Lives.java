package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.city.Chance.Purpose;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Members;

/** Writes one life after the other. Not for several threads. */
final class Lives {

    private final Calendar calendar;
    private final long seed;
    private final Vocabulary vocabulary;
    private final Roll roll;
    private final Covers covers;
    private final Health health;
    private final Sickness sickness;
    private final Mishaps mishaps;
    private final Homes homes = new Homes();
    private final Diary diary = new Diary();

    /** @param moreBills as {@link Health} has it */
    Lives(Calendar calendar, long seed, Vocabulary vocabulary, double moreBills) {
        this.calendar = calendar;
        this.seed = seed;
        this.vocabulary = vocabulary;
        Hospital hospital = new Hospital();
        Complaints complaints = new Complaints(vocabulary);
        roll = new Roll(calendar, seed);
        covers = new Covers(calendar, seed, vocabulary);
        health = new Health(calendar, hospital, complaints, moreBills);
        sickness = new Sickness(health, hospital, vocabulary);
        mishaps = new Mishaps(health, hospital, complaints);
    }

    /** Adds the member with all that is known of him. */
    void tell(int index, FactBuilder facts, Members members) {
        Member member = roll.member(index);
        live(member);
        members.add(vocabulary.agency(member.agency()), member.sex(), member.bornOn());
        facts.member();
        covers.tell(member, diary.lastDay(FactColumns.MEMBER), facts);
        diary.tell(facts);
    }

    /** How many events the member has. */
    int events(int index) {
        live(roll.member(index));
        return diary.size();
    }

    private void live(Member member) {
        diary.begin(member.leavesOn());
        Chance ordinary = chance(member, Purpose.HEALTH);
        Chance bills = chance(member, Purpose.BILLS);
        Chance disease = chance(member, Purpose.DISEASE);
        Chance mishap = chance(member, Purpose.MISHAP);
        Chance home = chance(member, Purpose.HOME);
        int from = member.entersOn();
        for (int year = Day.year(from); from < member.leavesOn(); year++) {
            int until = Math.min(calendar.newYear(year + 1), member.leavesOn());
            health.year(member, year, from, until, diary, ordinary, bills);
            sickness.year(member, year, from, until, diary, disease);
            mishaps.year(member, year, from, until, diary, mishap);
            homes.year(from, until, diary, home);
            from = until;
        }
        health.births(member, diary, ordinary);
        diary.close();
    }

    private Chance chance(Member member, Purpose purpose) {
        return Chance.of(seed, member.index(), purpose);
    }
}
