package org.huzhu.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Classes of disease that one office adds to a list of a plan (地区叠加), such as those of the plateau.
 *
 * @param office whose cover it bears on
 * @param plan the short name of the plan
 * @param list the list of the plan that grows
 * @param addedList the list of what is added
 * @param from first day of events, inclusive
 * @param onlyVersions versions of the plan that it bears on; empty for all
 */
public record Overlay(
        String name,
        String office,
        String plan,
        Set<String> onlyVersions,
        String list,
        String addedList,
        LocalDate from,
        String number,
        String wording,
        Basis basis) {
    public Overlay {
        onlyVersions = Set.copyOf(onlyVersions);
    }

    /** Whether the overlay bears on the version for cover of the office and an event on the day. */
    public boolean bearsOn(PlanId id, Optional<String> coverOffice, LocalDate day) {
        return plan.equals(id.plan())
                && (onlyVersions.isEmpty() || onlyVersions.contains(id.version()))
                && coverOffice.filter(office::equals).isPresent()
                && !day.isBefore(from);
    }
}
