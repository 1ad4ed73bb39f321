package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Account;
import org.huzhu.staff.Handovers;
import org.huzhu.staff.Post;
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

/** Who works at the organisations within reach, and one's own sessions. */
@RestController
class StaffPage {

    private final StaffDesk desk;
    private final Handovers handovers;
    private final Sessions sessions;
    private final Templates pages;

    StaffPage(StaffDesk desk, Handovers handovers, Sessions sessions, Templates pages) {
        this.desk = desk;
        this.handovers = handovers;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/w/staff")
    JteModel all() {
        Caller caller = Visit.current().someone();
        String path = caller.path().orElse("");
        List<StaffLine> lines = desk.accounts(caller, "", java.util.Optional.empty()).stream()
                .map(account -> line(caller, account))
                .toList();
        return pages.consoleStaff(lines, handovers.waiting(caller, path));
    }

    private StaffLine line(Caller caller, Account account) {
        List<Post> posts = desk.posts(caller, account.id());
        Set<UUID> changeable = posts.stream()
                .filter(post -> handovers.isFor(caller, post))
                .map(Post::id)
                .collect(Collectors.toSet());
        return new StaffLine(account, posts, changeable);
    }

    @GetMapping("/w/sessions")
    JteModel own() {
        Session session = Visit.current().session().orElseThrow();
        return pages.consoleSessions(session, sessions.of(session.holder()));
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
