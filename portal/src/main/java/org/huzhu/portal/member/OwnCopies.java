package org.huzhu.portal.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.members.MemberDetail;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Workplaces;
import org.huzhu.members.proxies.Acting;
import org.huzhu.members.proxies.Proxies;
import org.huzhu.portal.member.OwnCopy.Family;
import org.huzhu.staff.Session;
import org.springframework.stereotype.Component;

/** Puts together all that is kept of a member, wherever it is kept. */
@Component
class OwnCopies {

    private final MemberRegister register;
    private final Workplaces workplaces;
    private final Proxies proxies;
    private final Acting acting;
    private final Clock clock;

    OwnCopies(MemberRegister register, Workplaces workplaces, Proxies proxies, Acting acting, Clock clock) {
        this.register = register;
        this.workplaces = workplaces;
        this.proxies = proxies;
        this.acting = acting;
        this.clock = clock;
    }

    /** All of whoever asks in this session. */
    OwnCopy of(Caller self, Session session) {
        UUID member = self.member().orElseThrow();
        MemberDetail detail = register.detail(self, member);
        Family family = Family.of(proxies.of(self), acting.offers(session), LocalDate.now(clock));
        return OwnCopy.of(detail, workplaces.names(self, member), family, clock.getZone());
    }
}
