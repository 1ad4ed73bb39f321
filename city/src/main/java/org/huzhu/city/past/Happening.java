package org.huzhu.city.past;

import org.huzhu.columns.Day;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactBuilder.Harm;
import org.huzhu.columns.FactBuilder.StayDays;
import org.huzhu.columns.FactColumns;
import org.huzhu.plan.Benefit.LossCause;
import org.huzhu.plan.Cause;
import org.jspecify.annotations.Nullable;

/** Something that happened to a member or his child, on its way into the columns. */
sealed interface Happening {

    /** Whose it is, as {@link FactColumns#person}. */
    int person();

    int day();

    /** Writes itself as the next event of the member whose events the diary holds. */
    void tell(FactBuilder facts, Diary diary);

    /** Outpatient care. */
    record Visit(int day, Bill bill) implements Happening {
        @Override
        public int person() {
            return FactColumns.MEMBER;
        }

        @Override
        public void tell(FactBuilder facts, Diary diary) {
            facts.visit(FactColumns.MEMBER, day, 0, bill.fen());
        }
    }

    /**
     * A stay in hospital.
     *
     * @param before the stay that a transfer joins to this one
     */
    record Stay(
            int person,
            StayDays days,
            int level,
            Cause cause,
            int icd,
            @Nullable Happening before,
            Bill bill,
            int circumstances)
            implements Happening {
        @Override
        public int day() {
            return days.admittedOn();
        }

        @Override
        public void tell(FactBuilder facts, Diary diary) {
            int discharged = Math.min(days.dischargedOn(), diary.lastDay(person));
            StayDays lived =
                    new StayDays(days.admittedOn(), discharged, days.accidentOn(), days.filedOn(), days.settledOn());
            facts.stay(person, lived, level, cause, icd, diary.place(before), bill.fen(), circumstances);
        }
    }

    /** A disease that was diagnosed; {@code firstOn} is the very first diagnosis where that was another. */
    record Diagnosis(int day, int disease, int pathologyOn, int admittedOn, int firstOn) implements Happening {
        @Override
        public int person() {
            return FactColumns.MEMBER;
        }

        @Override
        public void tell(FactBuilder facts, Diary diary) {
            facts.diagnosis(FactColumns.MEMBER, disease, day, pathologyOn, admittedOn, firstOn, 0);
        }
    }

    record Accident(int person, int day, Harm harm, int circumstances) implements Happening {
        @Override
        public void tell(FactBuilder facts, Diary diary) {
            facts.accident(person, day, harm, circumstances);
        }
    }

    /** A death, by illness where it names no accident. */
    record Death(int person, int day, @Nullable Accident accident, int circumstances) implements Happening {
        @Override
        public void tell(FactBuilder facts, Diary diary) {
            Cause cause = accident == null ? Cause.ILLNESS : Cause.ACCIDENT;
            int accidentOn = accident == null ? Day.NONE : accident.day();
            facts.death(person, day, cause, accidentOn, diary.place(accident), circumstances);
        }
    }

    record Loss(int day, LossCause cause, long fen, int address) implements Happening {
        @Override
        public int person() {
            return FactColumns.MEMBER;
        }

        @Override
        public void tell(FactBuilder facts, Diary diary) {
            facts.loss(FactColumns.MEMBER, day, cause, fen, address, 0);
        }
    }
}
