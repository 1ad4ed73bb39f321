package org.huzhu.members.payees;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Chance;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.MemberRefused;
import org.huzhu.members.Wishes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OwnCardService implements OwnCard {

    private final JdbcOwnCards cards;
    private final Wishes wishes;
    private final Access access;
    private final Tools tools;

    OwnCardService(JdbcOwnCards cards, Wishes wishes, Access access, Tools tools) {
        this.cards = cards;
        this.wishes = wishes;
        this.access = access;
        this.tools = tools;
    }

    /** What it needs beside its tables. */
    @Component("ownCardTools")
    record Tools(AuditTrail trail, Clock clock, Chance chance, ApplicationEventPublisher news) {}

    /** A bank account is kept only of who agreed to that (PIPL art. 29). */
    @Override
    public Optional<UUID> give(Caller caller, CardNumber card) {
        access.require(caller, Operation.OWN_CORRECT, "");
        UUID member = caller.member().orElseThrow(() -> new MemberRefused(MemberRefused.Reason.NOT_FOUND));
        if (!wishes.hasConsented(caller, member, Purpose.BANK)) {
            throw new MemberRefused(MemberRefused.Reason.CONSENT_MISSING);
        }
        cards.alone(member);
        if (cards.isLive(member, card)) {
            tools.news().publishEvent(new CardGiven(member, false));
            return Optional.empty();
        }
        Instant now = tools.clock().instant();
        UUID id = tools.chance().id(now);
        cards.give(id, member, card, now);
        tools.news().publishEvent(new CardGiven(member, true));
        tools.trail()
                .record(Deed.done("member.card", "member", member.toString()).because(CardKind.BANK.name()));
        return Optional.of(id);
    }
}
