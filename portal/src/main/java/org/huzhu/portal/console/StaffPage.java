package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.signon.SingleSignOn;
import org.huzhu.staff.Handovers;
import org.huzhu.staff.Session;
import org.huzhu.staff.Sessions;
import org.huzhu.staff.StaffDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works at the organisations within reach, changes of handlers, and one's own sessions. */
@RestController
class StaffPage {

    private final StaffDesk desk;
    private final Handovers handovers;
    private final Sessions sessions;
    private final SingleSignOn signOn;
    private final Templates pages;

    StaffPage(StaffDesk desk, Handovers handovers, Sessions sessions, SingleSignOn signOn, Templates pages) {
        this.desk = desk;
        this.handovers = handovers;
        this.sessions = sessions;
        this.signOn = signOn;
        this.pages = pages;
    }

    @GetMapping("/w/staff")
    JteModel all() {
        Caller caller = Visit.current().someone();
        String path = caller.path().orElse("");
        List<StaffLine> lines = desk.accounts(caller, "", java.util.Optional.empty()).stream()
                .map(account -> new StaffLine(account, desk.posts(caller, account.id())))
                .toList();
        return pages.consoleStaff(lines, handovers.waiting(caller, path));
    }

    @PostMapping("/w/handovers/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID id) {
        handovers.approve(Visit.current().someone(), id);
        return to("/w/staff");
    }

    @PostMapping("/w/handovers/{id}/refuse")
    ResponseEntity<Void> refuse(@PathVariable UUID id) {
        handovers.refuse(Visit.current().someone(), id);
        return to("/w/staff");
    }

    @GetMapping("/w/sessions")
    JteModel own() {
        Session session = Visit.current().session().orElseThrow();
        return pages.consoleSessions(session, sessions.of(session.holder()), signOn.isOn());
    }

    @PostMapping("/w/sessions/{id}/end")
    ResponseEntity<Void> end(@PathVariable UUID id) {
        sessions.end(Visit.current().session().orElseThrow().holder(), id);
        return to("/w/sessions");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
