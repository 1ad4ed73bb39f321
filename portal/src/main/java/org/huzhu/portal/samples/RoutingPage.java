package org.huzhu.portal.samples;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.claims.routing.Routing;
import org.huzhu.claims.routing.RoutingRefused;
import org.huzhu.claims.routing.Routings;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an office lays down how claims go from a day on: filled in, looked at beside what holds so far, then set. */
@RestController
class RoutingPage {

    private static final String ADDRESS = "/w/claims/rules/new";
    private static final String STEP = "step";

    private final Routings routings;
    private final PlanCatalogue catalogue;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    RoutingPage(Routings routings, PlanCatalogue catalogue, Access access, Clock clock, Templates pages) {
        this.routings = routings;
        this.catalogue = catalogue;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private Caller requireSetting() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.ROUTING_SET, path(caller));
        return caller;
    }

    private static String path(Caller caller) {
        return caller.path().orElse("");
    }

    private LocalDate tomorrow() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1);
    }

    private List<String> plans(Caller caller) {
        return catalogue.offered(path(caller), tomorrow());
    }

    @GetMapping(ADDRESS)
    JteModel ask() {
        Caller caller = requireSetting();
        Routing now = routings.at(path(caller), tomorrow());
        return pages.consoleRoutingForm(RoutingForm.of(now, tomorrow(), plans(caller)));
    }

    /** Shows the rule in words before it is set. */
    @PostMapping(ADDRESS)
    ResponseEntity<?> set(@RequestParam MultiValueMap<String, String> words) {
        Caller caller = requireSetting();
        RoutingForm form = new RoutingForm(new Typed(words), plans(caller));
        Optional<Routing> routing = form.read();
        if (routing.isEmpty()) {
            return again(form);
        }
        return switch (form.typed().at(STEP)) {
            case "do" -> set(caller, routing.get(), form);
            case "look" -> ResponseEntity.ok(sure(caller, routing.get(), form));
            default -> again(form);
        };
    }

    private ResponseEntity<?> again(RoutingForm form) {
        return Answers.again(pages.consoleRoutingForm(form));
    }

    private ResponseEntity<?> set(Caller caller, Routing routing, RoutingForm form) {
        try {
            routings.set(caller, routing);
            return Answers.to("/w/claims/rules");
        } catch (RoutingRefused refused) {
            form.typed().refuse("from", "routing.day.past");
            return again(form);
        }
    }

    private JteModel sure(Caller caller, Routing routing, RoutingForm form) {
        return pages.consoleRoutingSure(
                RoutingRule.of(Texts.say("routing.so.far"), routings.at(path(caller), routing.from())),
                RoutingRule.of(Texts.say("routing.then"), routing),
                form.typed().but(List.of(STEP)));
    }
}
