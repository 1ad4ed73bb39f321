package org.huzhu.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Role;
import org.huzhu.claims.Claim.Channel;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.claims.JdbcTurns.Turn;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * The way of a claim through the tiers. What a member files himself goes straight to the agency and from there to the
 * office (扁平化); what came on paper is checked by each tier above whoever entered it. A large sum is approved by two.
 */
@Component
class Route {

    /** From here on two people of the office approve. */
    static final Money SECOND_FROM = Money.ofYuan(20_000);

    private final UnionTree tree;
    private final BeyondReach beyond;

    Route(UnionTree tree, BeyondReach beyond) {
        this.tree = tree;
        this.beyond = beyond;
    }

    /** The organisation above the unit, and above units that it is part of: there the claim stands. */
    String home(UUID unit) {
        return beyond.call(() -> line(unit).stream()
                .filter(each -> each.tier() != Tier.UNIT)
                .reduce((_, lower) -> lower)
                .map(Organisation::path)
                .orElseThrow(() -> new ClaimRefused(Reason.ABSENT)));
    }

    /** Where it goes first, if a handler entered it from his post. */
    Turn first(Claim claim, Optional<Role> enteredBy) {
        return next(claim, enteredBy.flatMap(Route::stepOf), Money.ZERO).orElseThrow();
    }

    private static Optional<ReviewStep> stepOf(Role role) {
        return Arrays.stream(ReviewStep.values())
                .filter(step -> step.role() == role)
                .findFirst();
    }

    /** Where it goes from a step; empty where that was the last. */
    Optional<Turn> next(Claim claim, Optional<ReviewStep> from, Money due) {
        Map<Tier, Organisation> above = new EnumMap<>(Tier.class);
        beyond.call(() -> line(claim.unit())).forEach(each -> above.put(each.tier(), each));
        return steps(claim.channel(), due).stream()
                .filter(step -> from.isEmpty() || step.compareTo(from.get()) > 0)
                .flatMap(step ->
                        Optional.ofNullable(above.get(step.tier())).map(at -> new Turn(step, at.path())).stream())
                .findFirst();
    }

    private static List<ReviewStep> steps(Channel channel, Money due) {
        List<ReviewStep> steps = new ArrayList<>(List.of(ReviewStep.values()));
        if (channel != Channel.HANDLER) {
            steps.removeAll(List.of(ReviewStep.POINT, ReviewStep.AGENCY_REVIEW));
        }
        if (due.compareTo(SECOND_FROM) < 0) {
            steps.remove(ReviewStep.OFFICE_SECOND);
        }
        return steps;
    }

    /** The same step as before, at the organisation that it belongs to now. */
    Turn turn(Claim claim, ReviewStep step) {
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
