package org.huzhu.portal.samples;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.routing.Routing;
import org.huzhu.claims.routing.Routings;
import org.huzhu.claims.routing.Routings.Placed;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which claims go, to be read: what offices have said, and what holds where they have said nothing. */
@RestController
class RoutingsPage {

    private final Routings routings;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    RoutingsPage(Routings routings, UnionTree tree, Access access, Templates pages) {
        this.routings = routings;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/claims/rules")
    JteModel rules() {
        Caller caller = Visit.current().someone();
        List<Placed> said = routings.seen(caller);
        List<RoutingRule> rules = Stream.concat(
                        said.stream().map(this::rule),
                        Stream.of(RoutingRule.of(Texts.say("routing.standard"), Routing.STANDARD)))
                .toList();
        return pages.consoleRoutings(
                rules,
                access.allows(caller, Operation.ROUTING_SET, caller.path().orElse("")));
    }

    /** An office above is not within reach, and bears no name here. */
    private RoutingRule rule(Placed placed) {
        return RoutingRule.of(
                tree.at(placed.path()).map(Organisation::name).orElseGet(() -> Texts.say("routing.above")),
                placed.routing());
    }

    static String steps(List<ReviewStep> steps) {
        return String.join(" → ", steps.stream().map(Texts::say).toList());
    }
}
