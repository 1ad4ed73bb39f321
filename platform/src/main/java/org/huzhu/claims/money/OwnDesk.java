package org.huzhu.claims.money;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.members.MemberRegister;
import org.huzhu.notices.Notice;
import org.huzhu.notices.Outbox;
import org.huzhu.notices.Template;
import org.springframework.stereotype.Component;

/** Lets a member to what is his own, and tells him what was done in his name. */
@Component
class OwnDesk {

    private final Access access;
    private final MemberRegister register;
    private final Outbox outbox;
    private final BeyondReach beyond;

    OwnDesk(Access access, MemberRegister register, Outbox outbox, BeyondReach beyond) {
        this.access = access;
        this.register = register;
        this.outbox = outbox;
        this.beyond = beyond;
    }

    UUID self(Caller caller) {
        access.require(caller, Operation.OWN_MONEY, "");
        return caller.member().orElseThrow();
    }

    /** If it was not he, he must know: it goes to his phone, not to his pages alone. */
    void tellOfCard(Caller caller, UUID card, String cardEnd) {
        UUID member = self(caller);
        String path = register.detail(caller, member).line().path();
        Notice notice = new Notice(
                "card/" + card, member, path, Template.CARD_CHANGED, Map.of("card", cardEnd), Optional.of("/m/card"));
        beyond.run(() -> outbox.tell(notice));
    }
}
