package org.huzhu.staff;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.access.Role;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.staff.StaffRefused.Reason;
import org.springframework.stereotype.Service;

@Service
class HandoversService implements Handovers {

    private static final Set<Role> HANDED_OVER = EnumSet.of(Role.UNIT_HANDLER, Role.POINT_HANDLER);

    private final JdbcPosts posts;
    private final SystemWork work;
    private final Access access;
    private final AuditTrail trail;
    private final Chance chance;

    HandoversService(JdbcPosts posts, SystemWork work, Access access, AuditTrail trail, Chance chance) {
        this.posts = posts;
        this.work = work;
        this.access = access;
        this.trail = trail;
        this.chance = chance;
    }

    @Override
    public Post post(Caller by, UUID id) {
        Post post = work.by(by, () -> posts.find(id, chance.now())).orElseThrow(() -> new StaffRefused(Reason.ABSENT));
        access.require(by, Operation.STAFF_VIEW, post.path());
        require(HANDED_OVER.contains(post.role()), Reason.NOT_HELD);
        return post;
    }

    @Override
    public boolean isFor(Caller by, Post post) {
        return HANDED_OVER.contains(post.role()) && access.allows(by, Operation.HANDOVER_ASK, post.path());
    }

    @Override
    public UUID ask(Caller by, UUID id, UUID incoming, String reason) {
        Post post = post(by, id);
        access.require(by, Operation.HANDOVER_ASK, post.path());
        require(!post.account().equals(incoming), Reason.HELD_ALREADY);
        Handover handover = new Handover(chance.id(), id, post.path(), incoming, by.account(), chance.now(), reason);
        return work.by(by, () -> {
            posts.ask(handover);
            trail.record(deed(Operation.HANDOVER_ASK.title(), handover));
            return handover.id();
        });
    }

    @Override
    public void approve(Caller by, UUID id) {
        Handover handover = waiting(by, id);
        work.by(by, () -> {
            Instant now = chance.now();
            decide(by, handover, now, "APPROVED");
            Post old = posts.find(handover.post(), now).orElseThrow(() -> new StaffRefused(Reason.DECIDED));
            require(!old.account().equals(by.account()), Reason.OWN_REQUEST);
            require(posts.end(old.id(), now, by.account().toString()), Reason.DECIDED);
            posts.add(
                    chance.id(),
                    new StaffDesk.Grant(
                            handover.incoming(), old.role(), old.organisation(), old.path(), Optional.empty()),
                    now,
                    by.account().toString());
            trail.record(deed(Operation.HANDOVER_APPROVE.title(), handover));
            return true;
        });
    }

    @Override
    public void refuse(Caller by, UUID id) {
        Handover handover = waiting(by, id);
        work.by(by, () -> {
            decide(by, handover, chance.now(), "REFUSED");
            trail.record(deed("handover.refuse", handover));
            return true;
        });
    }

    /** The handover, if it waits and is the caller's to decide. */
    private Handover waiting(Caller by, UUID id) {
        Handover handover = work.by(by, () -> posts.handover(id)).orElseThrow(() -> new StaffRefused(Reason.DECIDED));
        access.require(by, Operation.HANDOVER_APPROVE, handover.path());
        boolean hasPart =
                by.account().equals(handover.askedBy()) || by.account().equals(handover.incoming());
        require(!hasPart, Reason.OWN_REQUEST);
        return handover;
    }

    private void decide(Caller by, Handover handover, Instant now, String outcome) {
        require(posts.keep(by, now), Reason.NOT_HELD);
        require(posts.decide(handover.id(), by.account(), now, outcome), Reason.DECIDED);
    }

    @Override
    public List<Handover> waiting(Caller by, String path) {
        access.require(by, Operation.STAFF_VIEW, path);
        return work.by(by, () -> posts.waiting(path, chance.now()));
    }

    private static Deed deed(String action, Handover handover) {
        return Deed.done(action, "handover", handover.id().toString()).at(handover.path());
    }

    private static void require(boolean holds, Reason otherwise) {
        if (!holds) {
            throw new StaffRefused(otherwise);
        }
    }
}
