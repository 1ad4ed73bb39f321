package org.huzhu.quarters.designated;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.plan.Enrolment.Category;

/**
 * That somebody is designated, from a day on.
 *
 * @param number the identity number, masked
 * @param since the first day
 * @param until the day after the last, exclusive; empty where no end is known
 * @param source on what paper it rests
 */
public record Designation(
        UUID id, Kind kind, String name, String number, LocalDate since, Optional<LocalDate> until, String source) {

    /** As what. Names are stored: never rename one. */
    public enum Kind {
        /** 困难职工. */
        HARDSHIP(Category.HARDSHIP),
        /** 劳模. */
        MODEL_WORKER(Category.MODEL_WORKER);

        private final Category category;

        Kind(Category category) {
            this.category = category;
        }

        /** The people for whom alone a plan of it is. */
        public Category category() {
            return category;
        }
    }

    /** The last day, as people say it; empty where no end is known. */
    public Optional<LocalDate> lastDay() {
        return until.map(day -> day.minusDays(1));
    }
}
