package org.huzhu.bench.drools;

/**
 * An accident.
 *
 * @param grade the heaviest grade, zero for none
 * @param equals how many are of that grade
 * @param assessedAfter days until the assessment, zero where there is none
 */
public record Accident(
        int event,
        int circumstances,
        int day,
        int year,
        int grade,
        int equals,
        int prior,
        int assessedAfter,
        int restDays,
        int careDays,
        int injuries) {

    /** The grade that counts, raised where several are equally heavy. */
    public int raised(int by) {
        return equals > 1 ? Math.max(1, grade - by) : grade;
    }
}
