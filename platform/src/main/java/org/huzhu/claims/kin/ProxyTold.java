package org.huzhu.claims.kin;

import java.util.Map;
import java.util.Optional;
import org.huzhu.members.proxies.ProxyNews;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a member that somebody acts for him now, or no longer: if it is not his will, he can end it. */
@Component
class ProxyTold {

    private final Outbox outbox;

    ProxyTold(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(ProxyNews news) {
        Template template = switch (news) {
            case ProxyNews.Accepted _ -> Template.PROXY_ACCEPTED;
            case ProxyNews.GivenBack _ -> Template.PROXY_GAVE_BACK;
        };
        outbox.tell(new Notice(
                "proxy/" + news.grant() + "/" + template,
                news.member(),
                news.path(),
                template,
                Map.of("name", news.name()),
                Optional.of("/m/family")));
    }
}
