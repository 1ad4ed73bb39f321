package org.huzhu.members;

import static org.huzhu.members.MemberRefused.Reason.NOTHING_TO_CHANGE;
import static org.huzhu.members.MemberRefused.Reason.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.members.JdbcWishes.Shown;
import org.huzhu.members.MemberDetail.Correction;
import org.huzhu.members.MemberDetail.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class WishService implements Wishes {

    private final Desk desk;
    private final JdbcMembers members;
    private final JdbcWishes wishes;

    WishService(Desk desk, JdbcMembers members, JdbcWishes wishes) {
        this.desk = desk;
        this.members = members;
        this.wishes = wishes;
    }

    @Override
    public void consent(Caller caller, UUID member, Purpose purpose, String version, String text) {
        require(caller, Operation.OWN_CONSENT, forClaim(caller, purpose, Operation.MEMBER_CHANGE), member);
        Optional<UUID> by = Optional.of(caller.account()).filter(_ -> caller.role() == Role.MEMBER_PROXY);
        if (by.isPresent() && wishes.hasConsented(member, purpose)) {
            return;
        }
        wishes.withdraw(member, purpose, desk.now());
        wishes.consent(desk.freshId(), member, purpose, new Shown(version, text), desk.now(), by);
        desk.done("member.consent", member, purpose.name());
    }

    @Override
    public void withdraw(Caller caller, UUID member, Purpose purpose) {
        require(caller, Operation.OWN_CONSENT, Operation.MEMBER_CHANGE, member);
        if (!wishes.withdraw(member, purpose, desk.now())) {
            throw new MemberRefused(NOTHING_TO_CHANGE);
        }
        desk.done("member.consent.withdraw", member, purpose.name());
    }

    @Override
    public boolean hasConsented(Caller caller, UUID member, Purpose purpose) {
        require(caller, Operation.OWN_VIEW, forClaim(caller, purpose, Operation.MEMBER_VIEW), member);
        return wishes.hasConsented(member, purpose);
    }

    @Override
    public UUID ask(Caller caller, UUID member, String subject, String wish) {
        require(caller, Operation.OWN_CORRECT, Operation.MEMBER_CHANGE, member);
        UUID id = desk.freshId();
        wishes.ask(id, member, subject, wish, desk.now());
        desk.done("member.correction.ask", member);
        return id;
    }

    @Override
    public List<Correction> open(Caller caller, int max) {
        desk.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return wishes.open(max);
    }

    @Override
    public String wish(Caller caller, UUID correction) {
        Correction found = found(correction);
        require(caller, Operation.OWN_VIEW, Operation.MEMBER_CHANGE, found.member());
        desk.done("member.correction.read", found.member());
        return wishes.wish(correction);
    }

    @Override
    public void answer(Caller caller, UUID correction, boolean done, String answer) {
        Correction found = found(correction);
        desk.require(caller, Operation.MEMBER_CHANGE, path(found.member()));
        if (!wishes.answer(correction, done, answer, desk.now())) {
            throw new MemberRefused(NOTHING_TO_CHANGE);
        }
        desk.done("member.correction.answer", found.member());
    }

    /** Whoever acts for a member agrees in his name to what a claim needs, and knows of that; of nothing else. */
    private static Operation forClaim(Caller caller, Purpose purpose, Operation others) {
        boolean isForClaim = caller.role() == Role.MEMBER_PROXY && purpose == Purpose.MEDICAL;
        return isForClaim ? Operation.OWN_CLAIM : others;
    }

    private Correction found(UUID correction) {
        return wishes.find(correction).orElseThrow(() -> new MemberRefused(NOT_FOUND));
    }

    private void require(Caller caller, Operation own, Operation others, UUID member) {
        desk.require(caller, own, others, path(member));
    }

    private String path(UUID member) {
        return members.find(member)
                .orElseThrow(() -> new MemberRefused(NOT_FOUND))
                .path();
    }
}
