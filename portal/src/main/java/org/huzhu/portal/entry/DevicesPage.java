package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** On which devices somebody has signed in, any of which he can end. */
@RestController
class DevicesPage {

    private final Sessions sessions;
    private final SingleSignOn signOn;
    private final Templates pages;

    DevicesPage(Sessions sessions, SingleSignOn signOn, Templates pages) {
        this.sessions = sessions;
        this.signOn = signOn;
        this.pages = pages;
    }

    @GetMapping("/w/sessions")
    JteModel own() {
        Session session = Visit.current().session().orElseThrow();
        return pages.consoleSessions(session, sessions.of(session.holder()), signOn.isOn());
    }

    @PostMapping("/w/sessions/{id}/end")
    ResponseEntity<Void> end(@PathVariable UUID id) {
        sessions.end(Visit.current().session().orElseThrow().holder(), id);
        return Answers.to("/w/sessions");
    }
}
