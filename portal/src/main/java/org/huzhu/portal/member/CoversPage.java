package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huzhu.access.Caller;
import org.huzhu.contributions.payers.Payers;
import org.huzhu.enrolment.Covers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a member is covered by, from when, until when, and how long he still waits. */
@RestController
class CoversPage {

    private final Covers covers;
    private final Payers payers;
    private final Clock clock;
    private final Templates pages;

    CoversPage(Covers covers, Payers payers, Clock clock, Templates pages) {
        this.covers = covers;
        this.payers = payers;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/m/covers")
    JteModel own() {
        Caller caller = Visit.current().someone();
        LocalDate today = LocalDate.now(clock);
        List<CoverCard> cards = covers.of(caller, List.of(caller.member().orElseThrow())).stream()
                .map(cover -> CoverCard.of(cover, today, PaidBy.of(payers.of(caller, cover.id()))))
                .toList();
        return pages.memberCovers(cards);
    }
}
