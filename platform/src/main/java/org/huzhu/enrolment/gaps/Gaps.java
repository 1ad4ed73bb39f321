package org.huzhu.enrolment.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.huzhu.access.Caller;

/** Which units lack cover, the worst first. It works in the scope at hand. */
public interface Gaps {

    /** Where fewer are under cover than so many of a hundred, it is a weak point. */
    int WEAK_BELOW = 50;

    /** For so many days ahead it is asked whose cover ends and is not renewed yet. */
    int DAYS_AHEAD = 60;

    /**
     * The units that the question is about, and what all of them below the path come to.
     *
     * @throws org.huzhu.access.Refused if the caller may not see enrolments at the path
     */
    Found find(Caller caller, Question question);

    /**
     * What is asked.
     *
     * @param path of an organisation; all units at and below it count
     * @param plan its short name; empty for all plans together
     * @param words in the name of a unit; empty text for all
     * @param only the units in this state; empty for all
     * @param passed how many rows were shown before
     * @param max how many rows at most
     */
    record Question(
            String path,
            Optional<String> plan,
            String words,
            Optional<Only> only,
            LocalDate day,
            int passed,
            int max) {}

    /** What a list can be narrowed to. */
    enum Only {
        BLANK,
        WEAK,
        DUE,
        UNCOUNTED
    }

    /** How a unit stands. */
    enum State {
        /** 空白点: nobody is under cover, and nobody will be by what is enrolled already. */
        BLANK,
        /** 薄弱点: fewer than half of those who count. */
        WEAK,
        /** Some are under cover, and nobody knows of how many: the unit has no staff registered. */
        UNCOUNTED,
        GOOD,
        /** The plan is for people whom the unit does not have. */
        NOT_MEANT
    }

    /** A page of units, and what all below the path come to. */
    record Found(Totals totals, List<Gap> gaps) {

        public Found {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * What all units below the path come to, whatever the list is narrowed to; those that a plan is not meant for are
     * left out.
     *
     * @param due units with cover that ends soon and is not renewed
     * @param base all who count, of units that have them registered
     * @param reached how many of these are under cover; of no unit more than are registered
     * @param persons under cover (人), each once
     * @param times covers (人次): who is under cover by two plans counts twice
     * @param ahead persons who are enrolled, and whose cover has yet to begin
     */
    record Totals(
            int units,
            int blank,
            int weak,
            int uncounted,
            int due,
            long base,
            long reached,
            long persons,
            long times,
            long ahead) {

        /** The share of those who count that is under cover, in hundredths of a per cent. */
        public long share() {
            return base == 0 ? 0 : reached * 10_000 / base;
        }
    }

    /**
     * A unit and what is missing there.
     *
     * @param staff empty where none is registered
     * @param women empty where no staff is registered
     * @param base who counts: the staff, for a plan for women the women, for one for a group of people that group
     * @param persons under cover on the day
     * @param times covers on the day
     * @param ahead persons who are enrolled, and whose cover has yet to begin
     * @param due persons whose cover ends soon and is not renewed
     * @param dueFrom the first day on which one of these is no longer under cover
     * @param plans by which somebody is or will be under cover
     * @param fits plans that are offered and that nobody of the unit is enrolled in
     */
    record Gap(
            UUID unit,
            String name,
            State state,
            OptionalInt staff,
            OptionalInt women,
            OptionalInt base,
            int persons,
            int times,
            int ahead,
            int due,
            Optional<LocalDate> dueFrom,
            List<Held> plans,
            List<Fit> fits) {

        public Gap {
            plans = List.copyOf(plans);
            fits = List.copyOf(fits);
        }

        /** The share of those who count that is under cover, in hundredths of a per cent; empty if nobody knows. */
        public OptionalInt share() {
            return share(persons);
        }

        /** The same once the cover that was agreed has begun. */
        public OptionalInt shareAhead() {
            return share(persons + ahead);
        }

        private OptionalInt share(int heads) {
            return base.isPresent() && base.getAsInt() > 0
                    ? OptionalInt.of((int) Math.min(10_000, heads * 10_000L / base.getAsInt()))
                    : OptionalInt.empty();
        }
    }

    /** How many are under cover by a plan, and how many will be. */
    record Held(String plan, int heads, int ahead) {}

    /**
     * A plan that would fit a unit.
     *
     * @param heads whom it is for, as far as that is known; zero where it is not
     */
    record Fit(String plan, Why why, int heads) {}

    /** Why a plan would fit, the most particular first. */
    enum Why {
        WOMEN,
        NEW_FORM,
        HARDSHIP,
        MODEL_WORKER,
        HIGH_RISK,
        STAFF
    }
}
