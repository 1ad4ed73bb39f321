package org.huzhu.portal.samples;

import java.time.LocalDate;
import org.huzhu.claims.routing.Routing;
import org.huzhu.portal.Texts;

/** A rule by which claims go, in words. */
public record RoutingRule(String place, LocalDate from, String own, String paper, String second, String fast) {

    static RoutingRule of(String place, Routing routing) {
        return new RoutingRule(
                place,
                routing.from(),
                RoutingsPage.steps(routing.own()),
                RoutingsPage.steps(routing.paper()),
                Texts.yuan(routing.secondFrom()),
                routing.fast()
                        .map(fast -> Texts.say(
                                "routing.fast.is",
                                String.join("、", fast.plans()),
                                Texts.yuan(fast.limit()),
                                fast.samplePermille()))
                        .orElseGet(() -> Texts.say("routing.fast.none")));
    }
}
