package org.huzhu.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Batch.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a roster is brought for.
 *
 * @param plans one, or the plans of a bundle, by their short names; each with the tier, where it has tiers
 * @param startsOn the day on which the cover is to start
 * @param units of cover for each who does not say otherwise
 * @param hours of the first and the last day, as of an event; empty where whole days are meant
 */
public record Order(
        UUID unit, List<Wanted> plans, LocalDate startsOn, int units, Channel channel, Optional<Hours> hours) {

    public Order {
        plans = List.copyOf(plans);
    }

    /** Whole days. */
    public Order(UUID unit, List<Wanted> plans, LocalDate startsOn, int units, Channel channel) {
        this(unit, plans, startsOn, units, channel, Optional.empty());
    }

    /**
     * At what time cover begins on its first day, and until when it holds on its last: of those who serve at an event,
     * such as from 06:00 on the day of a parade until 24:00, which is written 00:00.
     */
    public record Hours(LocalTime from, LocalTime until) {

        /** When it ends, as it is written: midnight at the end of the day is 24:00. */
        public String last() {
            return until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
        }

        /** Both, or nothing where one is missing. */
        public static Optional<Hours> of(@Nullable LocalTime from, @Nullable LocalTime until) {
            return from == null || until == null ? Optional.empty() : Optional.of(new Hours(from, until));
        }
    }

    /** A plan, and its tier where it has tiers. */
    public record Wanted(String plan, Optional<String> tier) {}
}
