package org.huzhu.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.enrolment.Batch.Channel;

/**
 * What a roster is brought for.
 *
 * @param plans one, or the plans of a bundle, by their short names; each with the tier, where it has tiers
 * @param startsOn the day on which the cover is to start
 * @param units of cover for each who does not say otherwise
 */
public record Order(UUID unit, List<Wanted> plans, LocalDate startsOn, int units, Channel channel) {

    public Order {
        plans = List.copyOf(plans);
    }

    /** A plan, and its tier where it has tiers. */
    public record Wanted(String plan, Optional<String> tier) {}
}
