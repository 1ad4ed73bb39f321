package org.huzhu.portal.register;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.huzhu.access.Caller;
import org.huzhu.notices.NoticeDesk;
import org.huzhu.notices.NoticeDesk.Undelivered;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Messages that did not reach their members, and that these have not read on their pages either: somebody calls them.
 */
@RestController
class UndeliveredPage {

    private static final int SHOWN_MAX = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final NoticeDesk notices;
    private final Clock clock;
    private final Templates pages;

    UndeliveredPage(NoticeDesk notices, Clock clock, Templates pages) {
        this.notices = notices;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/w/messages")
    JteModel all() {
        Caller caller = Visit.current().someone();
        return pages.consoleUndelivered(
                notices.undelivered(caller, SHOWN_MAX).stream().map(this::line).toList());
    }

    private UndeliveredLine line(Undelivered message) {
        return new UndeliveredLine(
                message.member().toString(),
                MOMENT.format(message.at().atZone(clock.getZone())),
                message.text(),
                Texts.say(message.way()),
                Texts.say(message.trouble()));
    }
}
