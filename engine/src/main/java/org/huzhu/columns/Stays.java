package org.huzhu.columns;

import org.huzhu.plan.Cause;

/** Stays in hospital. */
public final class Stays {

    private static final Cause[] CAUSES = Cause.values();

    final Ints discharged = new Ints();
    final Ints level = new Ints();
    final Ints cause = new Ints();
    final Ints accidentOn = new Ints();
    final Ints icd = new Ints();
    final Ints before = new Ints();
    final Ints filed = new Ints();
    final Ints settled = new Ints();
    final Ints bill = new Ints();
    final Ints key = new Ints();

    public int dischargedOn(int stay) {
        return discharged.get(stay);
    }

    /** The level of the hospital, 1 to 3. */
    public int hospitalLevel(int stay) {
        return level.get(stay);
    }

    public Cause cause(int stay) {
        return CAUSES[cause.get(stay)];
    }

    /** The day of the accident that caused the stay, or {@link Day#NONE}. */
    public int accidentOn(int stay) {
        return accidentOn.get(stay);
    }

    /** The number of the word that is the disease code. */
    public int icd(int stay) {
        return icd.get(stay);
    }

    /** The event that a transfer slip names as the stay before, or {@link FactColumns#NO_EVENT}. */
    public int transferredFrom(int stay) {
        return before.get(stay);
    }

    /** The day of filing, or {@link Day#NONE}. */
    public int filedOn(int stay) {
        return filed.get(stay);
    }

    /** The day of settlement, or {@link Day#NONE}. */
    public int settledOn(int stay) {
        return settled.get(stay);
    }

    /** The row of {@link Bills}. */
    public int bill(int stay) {
        return bill.get(stay);
    }
}
