package org.huzhu.claims.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.ReviewStep;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * The way of a claim through the tiers, by the rules of the day on which it was handed in. As a rule what a member
 * files himself goes straight to the agency and from there to the office (扁平化), what came on paper is checked by each
 * tier above whoever entered it, and a large sum is approved by two.
 */
@Component
public class Route {

    private final UnionTree tree;
    private final Routings routings;
    private final BeyondReach beyond;
    private final Clock clock;

    Route(UnionTree tree, Routings routings, BeyondReach beyond, Clock clock) {
        this.tree = tree;
        this.routings = routings;
        this.beyond = beyond;
        this.clock = clock;
    }

    /** The rules by which the claim goes: those of the day on which it was handed in. */
    public Routing routing(Claim claim) {
        LocalDate day = LocalDate.ofInstant(claim.filedAt().orElseGet(clock::instant), clock.getZone());
        return routings.at(claim.path(), day);
    }

    /** The organisation above the unit, and above units that it is part of: there the claim stands. */
    public String home(UUID unit) {
        return beyond.call(() -> line(unit).stream()
                .filter(each -> each.tier() != Tier.UNIT)
                .reduce((_, lower) -> lower)
                .map(Organisation::path)
                .orElseThrow(() -> new ClaimRefused(Reason.ABSENT)));
    }

    /** Where it goes first, if a handler entered it from his post. */
    public Turn first(Claim claim, Optional<Role> enteredBy) {
        return next(claim, enteredBy.flatMap(Route::stepOf), Money.ZERO).orElseThrow();
    }

    private static Optional<ReviewStep> stepOf(Role role) {
        return Arrays.stream(ReviewStep.values())
                .filter(step -> step.role() == role)
                .findFirst();
    }

    /** Where it goes from a step; empty where that was the last. */
    public Optional<Turn> next(Claim claim, Optional<ReviewStep> from, Money due) {
        Map<Tier, Organisation> above = new EnumMap<>(Tier.class);
        beyond.call(() -> line(claim.unit())).forEach(each -> above.put(each.tier(), each));
        return routing(claim).steps(claim.channel(), due).stream()
                .filter(step -> from.isEmpty() || step.compareTo(from.get()) > 0)
                .flatMap(step ->
                        Optional.ofNullable(above.get(step.tier())).map(at -> new Turn(step, at.path())).stream())
                .findFirst();
    }

    /** The same step as before, at the organisation that it belongs to now. */
    public Turn turn(Claim claim, ReviewStep step) {
        return beyond.call(() -> line(claim.unit())).reversed().stream()
                .filter(each -> each.tier() == step.tier())
                .findFirst()
                .map(each -> new Turn(step, each.path()))
                .orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
    }

    /** From the top down to the unit; of two of one tier the lower stands last. */
    private List<Organisation> line(UUID unit) {
        List<Organisation> line = new ArrayList<>(tree.above(unit));
        line.add(tree.find(unit).orElseThrow(() -> new ClaimRefused(Reason.ABSENT)));
        return line;
    }
}
