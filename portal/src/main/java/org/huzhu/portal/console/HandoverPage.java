package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Handovers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of handlers (经办人变更) that wait for whoever approves them. */
@RestController
class HandoverPage {

    private final Handovers handovers;
    private final Templates pages;

    HandoverPage(Handovers handovers, Templates pages) {
        this.handovers = handovers;
        this.pages = pages;
    }

    @GetMapping("/w/handovers")
    JteModel waiting() {
        Caller caller = Visit.current().someone();
        return pages.consoleHandovers(handovers.waiting(caller, caller.path().orElse("")));
    }

    @PostMapping("/w/handovers/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID id) {
        handovers.approve(Visit.current().someone(), id);
        return Answers.to("/w/handovers");
    }

    @PostMapping("/w/handovers/{id}/refuse")
    ResponseEntity<Void> refuse(@PathVariable UUID id) {
        handovers.refuse(Visit.current().someone(), id);
        return Answers.to("/w/handovers");
    }
}
