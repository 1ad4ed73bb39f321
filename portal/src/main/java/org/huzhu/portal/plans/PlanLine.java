package org.huzhu.portal.plans;

import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A version in the list of plans.
 *
 * @param plan the short name of the plan
 * @param from the first day on which it applies
 * @param address of its book; empty text where it has none
 */
public record PlanLine(String plan, String version, String title, LocalDate from, String address) {

    static PlanLine of(Plan plan, @Nullable UUID id) {
        return new PlanLine(
                plan.id().plan(),
                plan.id().version(),
                plan.title(),
                plan.applicability().from(),
                id == null ? "" : "/plans/" + id);
    }
}
