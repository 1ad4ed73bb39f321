package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.Wishes;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.UnitRegistration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits to be decided: units that registered by themselves, and corrections that members ask for. */
@RestController
class ReviewPage {

    private static final int SHOWN = 200;

    private final UnitRegistration registrations;
    private final Wishes wishes;
    private final Clock clock;
    private final Templates pages;

    ReviewPage(UnitRegistration registrations, Wishes wishes, Clock clock, Templates pages) {
        this.registrations = registrations;
        this.wishes = wishes;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping("/w/registrations")
    JteModel registrations() {
        return pages.consoleRegistrations(registrations.waiting(caller()));
    }

    @PostMapping("/w/registrations/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID id) {
        registrations.approve(caller(), id, new Occasion(LocalDate.now(clock), Texts.say("registrations.reason")));
        return Answers.to("/w/registrations");
    }

    @PostMapping("/w/registrations/{id}/return")
    ResponseEntity<Void> giveBack(@PathVariable UUID id, @RequestParam String reason) {
        registrations.giveBack(caller(), id, reason);
        return Answers.to("/w/registrations");
    }

    @GetMapping("/w/corrections")
    JteModel corrections() {
        return pages.consoleCorrections(wishes.open(caller(), SHOWN));
    }

    /** The member's own words, in the place where htmx asked for them. */
    @GetMapping("/w/corrections/{id}/wish")
    JteModel wish(@PathVariable UUID id) {
        return pages.consoleRevealed(wishes.wish(caller(), id), "/w/corrections");
    }

    @PostMapping("/w/corrections/{id}/answer")
    ResponseEntity<Void> answer(@PathVariable UUID id, @RequestParam boolean done, @RequestParam String answer) {
        wishes.answer(caller(), id, done, answer);
        return Answers.to("/w/corrections");
    }
}
