package org.huzhu.columns;

import org.huzhu.plan.Cause;

/** Deaths. */
public final class Deaths {

    private static final Cause[] CAUSES = Cause.values();

    final Ints cause = new Ints();
    final Ints accidentOn = new Ints();
    final Ints accident = new Ints();
    final Ints key = new Ints();

    public Cause cause(int death) {
        return CAUSES[cause.get(death)];
    }

    /** The day of the accident that caused the death, or {@link Day#NONE}. */
    public int accidentOn(int death) {
        return accidentOn.get(death);
    }

    /** The event that caused the death; {@link FactColumns#NO_EVENT} or below where it is not among the facts. */
    public int accident(int death) {
        return accident.get(death);
    }
}
