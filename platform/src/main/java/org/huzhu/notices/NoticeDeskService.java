package org.huzhu.notices;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class NoticeDeskService implements NoticeDesk {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Access access;
    private final JdbcNotices notices;
    private final Clock clock;

    NoticeDeskService(Access access, JdbcNotices notices, Clock clock) {
        this.access = access;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Told> open(Caller member) {
        UUID own = self(member);
        List<Told> told = notices.seen(own, own, SHOWN_MAX);
        notices.read(own, clock.instant());
        return told;
    }

    @Override
    public int unread(Caller member) {
        return notices.unread(self(member));
    }

    private UUID self(Caller member) {
        access.require(member, Operation.OWN_VIEW, member.path().orElse(""));
        return member.member().orElseThrow();
    }

    @Override
    public List<Told> of(Caller caller, UUID member, int max) {
        access.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return notices.seen(member, NOBODY, max);
    }

    @Override
    public List<Undelivered> undelivered(Caller caller, int max) {
        access.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return notices.undelivered(max);
    }
}
