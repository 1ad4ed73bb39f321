package org.huzhu.city;

import org.huzhu.kernel.Require;

/** Numbers the records of one person; no other person has any of them. */
final class RecordNumbers {

    /** Room for the bills of a year, their cancellations, and the flaws hung on them. */
    private static final int PER_PERSON = 512;

    private static final long YEAR_UNIT = 100_000_000_000L;
    private static final Scramble SCRAMBLE = new Scramble(YEAR_UNIT);

    private final int year;
    private final int person;
    private int used;

    RecordNumbers(int year, int person) {
        this.year = year;
        this.person = person;
    }

    String next() {
        Require.that(used < PER_PERSON, "Person %d has more than %d records", person, PER_PERSON);
        return Long.toString(year * YEAR_UNIT + SCRAMBLE.at((long) person * PER_PERSON + used++));
    }
}
