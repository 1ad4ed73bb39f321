package org.huzhu.portal.member;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.ProxyRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.Session;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever holds a phone says for whom he acts: for himself, or for somebody of his family who lets him. */
@RestController
class ActingPage {

    private static final String HERE = "/m/acting";

    private final Acting acting;
    private final Templates pages;

    ActingPage(Acting acting, Templates pages) {
        this.acting = acting;
        this.pages = pages;
    }

    private static Session session() {
        return Visit.current().session().orElseThrow();
    }

    @GetMapping(HERE)
    JteModel choose() {
        return page("");
    }

    private JteModel page(String trouble) {
        boolean isMember = session().kind() == Session.Kind.MEMBER;
        return pages.memberActing(acting.offers(session()), isMember, trouble);
    }

    @PostMapping(HERE + "/{id}")
    ResponseEntity<?> actFor(@PathVariable UUID id) {
        try {
            acting.actFor(session(), id);
            return Answers.to("/m/claims");
        } catch (ProxyRefused refused) {
            return Answers.again(page(Texts.say("acting.ABSENT")));
        }
    }

    @PostMapping(HERE + "/self")
    ResponseEntity<Void> actForSelf() {
        acting.actForSelf(session());
        return Answers.to("/m");
    }

    @PostMapping(HERE + "/{id}/end")
    ResponseEntity<?> end(@PathVariable UUID id) {
        try {
            acting.end(session(), id);
            return Answers.to(HERE);
        } catch (ProxyRefused refused) {
            return Answers.again(page(Texts.say("acting.ABSENT")));
        }
    }
}
