package org.huzhu.members.payees;

import java.time.Clock;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OwnCardService implements OwnCard {

    private final JdbcOwnCards cards;
    private final Wishes wishes;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;
    private final Chance chance;

    OwnCardService(JdbcOwnCards cards, Wishes wishes, Access access, AuditTrail trail, Clock clock, Chance chance) {
        this.cards = cards;
        this.wishes = wishes;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
        this.chance = chance;
    }

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
            return Optional.empty();
        }
        UUID id = chance.id(clock.instant());
        cards.give(id, member, card, clock.instant());
        trail.record(Deed.done("member.card", "member", member.toString()).because(CardKind.BANK.name()));
        return Optional.of(id);
    }
}
