package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import org.huzhu.access.Caller;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that a member was told, the newest first; what leads somewhere is one tap away. */
@RestController
class MessagesPage {

    private final NoticeDesk notices;
    private final Clock clock;
    private final Templates pages;

    MessagesPage(NoticeDesk notices, Clock clock, Templates pages) {
        this.notices = notices;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/m/messages")
    JteModel own() {
        Caller caller = Visit.current().someone();
        return pages.memberMessages(notices.open(caller).stream()
                .map(told -> ToldLine.of(told, clock.getZone()))
                .toList());
    }
}
