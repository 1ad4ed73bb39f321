package org.huzhu.adjudication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huzhu.adjudication.Claim.Zone;
import org.huzhu.adjudication.Cover.Layer;
import org.huzhu.adjudication.Matching.Found;
import org.huzhu.facts.Event;
import org.huzhu.plan.Benefit;
import org.huzhu.plan.Benefit.DiseaseSum;
import org.huzhu.plan.Cause;
import org.huzhu.plan.Waiting;
import org.huzhu.plan.Waiting.Treatment;

/** How each unit of a cover is treated on the day of an event (等待期). */
final class Zones {

    private Zones() {}

    /** The zones of the units that are held on the day; {@code eventDay} is the day that the waiting is counted to. */
    static List<Zone> of(Found found, LocalDate eventDay) {
        return found.cover().layers().stream()
                .filter(layer -> !layer.from().isAfter(found.day()))
                .map(layer -> found.plan()
                        .waiting()
                        .filter(waiting -> !isExempt(waiting, found.event()))
                        .map(waiting -> zone(waiting, layer, eventDay))
                        .orElseGet(() -> new Zone(layer.units(), 0, Treatment.FULL)))
                .toList();
    }

    /** What is before the first day counts as on it: the rest of a stay that began under the cover before. */
    private static Zone zone(Waiting waiting, Layer layer, LocalDate day) {
        return layer.since()
                .map(since -> {
                    long number = Math.max(0, ChronoUnit.DAYS.between(since, day))
                            + waiting.firstDay().offset();
                    return new Zone(layer.units(), number, waiting.on(number));
                })
                .orElseGet(() -> new Zone(layer.units(), 0, Treatment.FULL));
    }

    private static boolean isExempt(Waiting waiting, Event event) {
        return switch (event) {
            case Event.Loss unused -> true;
            case Event.Maturity unused -> true;
            case Event.Visit unused -> true;
            case Event.Diagnosis unused -> waiting.exempt().contains(Cause.ILLNESS);
            case Event.Stay stay -> waiting.exempt().contains(stay.cause());
            case Event.Death death -> waiting.exempt().contains(death.cause());
            case Event.Accident unused -> waiting.exempt().contains(Cause.ACCIDENT);
        };
    }

    /** Those that give something; only sums by disease know a reduced amount. */
    static List<Zone> paying(Benefit benefit, List<Zone> zones) {
        boolean knowsReduced =
                benefit instanceof DiseaseSum sum && sum.reduced().isPresent();
        return zones.stream()
                .filter(zone ->
                        zone.treatment() == Treatment.FULL || (zone.treatment() == Treatment.REDUCED && knowsReduced))
                .toList();
    }
}
