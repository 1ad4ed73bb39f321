package org.huzhu.portal.join;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Mistyped;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.UnitFields;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Registration;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.Registration.State;
import org.huzhu.unions.RegistrationRefused;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitRegistration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a unit asks to be taken in, and looks how its request stands. Whoever has the receipt may look, so that it is
 * sent in the body of a request and never stands in an address.
 */
@RestController
class JoinPage {

    /** How often one address may ask or mend in an hour; a whole street may share it. */
    static final int ASKS_MAX = 20;

    /** How often one address may look in ten minutes. */
    static final int LOOKS_MAX = 60;

    private static final int PLACES_SHOWN = 100;

    private final UnitRegistration registration;
    private final Templates pages;
    private final Throttle asks;
    private final Throttle looks;

    JoinPage(UnitRegistration registration, Templates pages, Clock clock) {
        this.registration = registration;
        this.pages = pages;
        this.asks = new Throttle(ASKS_MAX, Duration.ofHours(1), clock);
        this.looks = new Throttle(LOOKS_MAX, Duration.ofMinutes(10), clock);
    }

    @GetMapping("/join")
    JteModel places(@RequestParam(defaultValue = "") String q) {
        return pages.joinPlaces(q, registration.places(q, PLACES_SHOWN));
    }

    @GetMapping("/join/{place}")
    JteModel ask(@PathVariable UUID place) {
        return pages.joinForm(place(place), receipt(), Typed.nothing(), "");
    }

    @PostMapping("/join/{place}")
    ResponseEntity<JteModel> ask(
            @PathVariable UUID place, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        Typed typed = new Typed(fields);
        Organisation under = place(place);
        String receipt = parse(typed.at("receipt")).map(UUID::toString).orElseGet(JoinPage::receipt);
        try {
            Form form = form(typed);
            if (!asks.lets(request.getRemoteAddr())) {
                return tooOften(pages.joinForm(under, receipt, typed.refused(Texts.say("join.often")), ""));
            }
            return look(registration.ask(UUID.fromString(receipt), place, form), true);
        } catch (Mistyped e) {
            return Answers.again(pages.joinForm(under, receipt, typed.refused(e.sentence()), ""));
        } catch (RegistrationRefused e) {
            throw new NotWithinReach();
        }
    }

    @GetMapping("/join/receipt")
    JteModel look() {
        return pages.joinLook("", "");
    }

    @PostMapping("/join/receipt")
    ResponseEntity<JteModel> look(@RequestParam String receipt, HttpServletRequest request) {
        if (!looks.lets(request.getRemoteAddr())) {
            return tooOften(pages.joinLook(receipt, Texts.say("join.often")));
        }
        return parse(receipt)
                .filter(id -> registration.progress(id).isPresent())
                .map(id -> look(id, false))
                .orElseGet(() -> Answers.again(pages.joinLook(receipt, Texts.say("join.receipt.unknown"))));
    }

    /** A request that was given back, mended and asked again. */
    @PostMapping("/join/receipt/mend")
    ResponseEntity<JteModel> mend(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        Typed typed = new Typed(fields);
        UUID id = parse(typed.at("receipt")).orElseThrow(NotWithinReach::new);
        Registration found = registration.progress(id).orElseThrow(NotWithinReach::new);
        if (found.state() != State.RETURNED) {
            return look(id, false);
        }
        Organisation under = place(found.under());
        String why = reason(found);
        try {
            Form form = form(typed);
            if (!asks.lets(request.getRemoteAddr())) {
                return tooOften(pages.joinForm(under, id.toString(), typed.refused(Texts.say("join.often")), why));
            }
            registration.mend(id, form);
        } catch (Mistyped e) {
            return Answers.again(pages.joinForm(under, id.toString(), typed.refused(e.sentence()), why));
        } catch (RegistrationRefused e) {
            // Sent twice, it was mended the first time; the page says how it stands.
            return look(id, false);
        }
        return look(id, true);
    }

    private ResponseEntity<JteModel> look(UUID id, boolean isFresh) {
        Registration found = registration.progress(id).orElseThrow(NotWithinReach::new);
        String place = registration.place(found.under()).map(Organisation::name).orElse("");
        if (found.state() == State.RETURNED && !place.isEmpty()) {
            return ResponseEntity.ok(
                    pages.joinForm(place(found.under()), id.toString(), typed(found.form()), reason(found)));
        }
        return ResponseEntity.ok(pages.joinProgress(found, place, isFresh));
    }

    private static String reason(Registration found) {
        return found.decision().flatMap(Registration.Decision::reason).orElse("");
    }

    private Organisation place(UUID id) {
        return registration.place(id).orElseThrow(NotWithinReach::new);
    }

    private static String receipt() {
        return UUID.randomUUID().toString();
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Form form(Typed typed) {
        String name = UnitFields.name(typed);
        UnitFacts facts = UnitFields.facts(typed);
        if (facts.unionCode().isEmpty() && facts.employerCode().isEmpty()) {
            throw Mistyped.of("join.code.missing");
        }
        return new Form(name, facts, UnitFields.contact(typed));
    }

    /** What was said before, without the number: whoever holds the receipt need not be shown it. */
    private static Typed typed(Form form) {
        UnitFacts facts = form.facts();
        return Typed.of(Map.of(
                "name", form.name(),
                "unionCode", facts.unionCode().map(Object::toString).orElse(""),
                "employerCode", facts.employerCode().map(Object::toString).orElse(""),
                "kind", facts.kind().name(),
                "staff", String.valueOf(facts.staff()),
                "women", String.valueOf(facts.women()),
                "contact", form.contact().name()));
    }

    private static ResponseEntity<JteModel> tooOften(JteModel page) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(page);
    }
}
