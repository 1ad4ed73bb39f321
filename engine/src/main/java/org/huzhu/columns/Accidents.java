package org.huzhu.columns;

import org.huzhu.plan.Benefit.Injury;

/** Accidents and what they left behind. */
public final class Accidents {

    /** The lightest grade of disability that the columns hold. */
    public static final int GRADES = 10;

    private static final int BITS = 6;
    private static final int COUNT_MAX = (1 << BITS) - 1;

    final Longs grades = new Longs();
    final Ints prior = new Ints();
    final Ints assessed = new Ints();
    final Ints rest = new Ints();
    final Ints care = new Ints();
    final Ints injuries = new Ints();

    /** How many disabilities of the grade, from 1 to {@link #GRADES}, were assessed. */
    public int count(int accident, int grade) {
        return (int) (grades.get(accident) >>> ((grade - 1) * BITS)) & COUNT_MAX;
    }

    /** All counts of {@link #count} in one number, as {@link FactBuilder#grade} packs them. */
    public long grades(int accident) {
        return grades.get(accident);
    }

    /** The heaviest grade that was assessed, zero where none was. */
    public int heaviest(int accident) {
        long packed = grades.get(accident);
        return packed == 0 ? 0 : Long.numberOfTrailingZeros(packed) / BITS + 1;
    }

    /** The grade of an earlier disability, zero where there is none. */
    public int priorGrade(int accident) {
        return prior.get(accident);
    }

    /** The day of the assessment, or {@link Day#NONE}. */
    public int assessedOn(int accident) {
        return assessed.get(accident);
    }

    /** Certified days off work. */
    public int restDays(int accident) {
        return rest.get(accident);
    }

    /** Certified days of rehabilitation or care. */
    public int careDays(int accident) {
        return care.get(accident);
    }

    /** The set of injuries, of {@link #bit}. */
    public int injuries(int accident) {
        return injuries.get(accident);
    }

    public boolean hasInjury(int accident, Injury injury) {
        return (injuries.get(accident) & bit(injury)) != 0;
    }

    /** The bit of the injury in a set of injuries. */
    public static int bit(Injury injury) {
        return 1 << injury.ordinal();
    }

    public boolean hasInjuries(int accident) {
        return injuries.get(accident) != 0;
    }

    /** One disability more of the grade, in the packed counts of an accident. */
    static long with(long packed, int grade) {
        if (grade < 1 || grade > GRADES) {
            throw new IllegalArgumentException("There is no grade of disability " + grade);
        }
        int shift = (grade - 1) * BITS;
        if ((packed >>> shift & COUNT_MAX) == COUNT_MAX) {
            throw new IllegalArgumentException("More than " + COUNT_MAX + " disabilities of grade " + grade);
        }
        return packed + (1L << shift);
    }
}
