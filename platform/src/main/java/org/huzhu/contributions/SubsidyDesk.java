package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.Money;

/**
 * Where organisations grant subsidies to the units below them (补助): so much a head and year, up to a budget. What a
 * subsidy pays is billed to the organisation, before anybody else pays.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link ContributionRefused} if it
 * cannot be.
 */
public interface SubsidyDesk {

    /** Grants a subsidy. */
    UUID grant(Caller caller, Grant grant);

    /** Ends it with the day before; what was used stays used. */
    void end(Caller caller, UUID subsidy, LocalDate until);

    /** The subsidies that the caller reaches. */
    List<Subsidy> subsidies(Caller caller);

    /**
     * What is granted, for covers that start within half-open days.
     *
     * @param organisation who pays; it stands above the units
     * @param plan its short name; empty for all plans
     * @param perHead at most so much for one person within a calendar year, whatever he is enrolled in
     * @param budget at most so much in all
     */
    record Grant(
            UUID organisation, Optional<String> plan, Money perHead, Money budget, LocalDate from, LocalDate until) {}

    /** A subsidy, and what was used of its budget. */
    record Subsidy(UUID id, Grant grant, Money used) {

        public Money left() {
            return grant.budget().minus(used);
        }
    }
}
