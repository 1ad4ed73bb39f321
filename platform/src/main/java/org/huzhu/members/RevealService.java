package org.huzhu.members;

import static org.huzhu.members.MemberRefused.Reason.FIELD_EMPTY;
import static org.huzhu.members.MemberRefused.Reason.NOT_FOUND;
import static org.huzhu.members.MemberRefused.Reason.REASON_MISSING;
import static org.huzhu.members.MemberRefused.Reason.SHOWN_TOO_OFTEN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RevealService implements Reveals {

    private final Desk desk;
    private final JdbcMembers members;
    private final JdbcFile file;
    private final JdbcReveals reveals;

    RevealService(Desk desk, JdbcMembers members, JdbcFile file, JdbcReveals reveals) {
        this.desk = desk;
        this.members = members;
        this.file = file;
        this.reveals = reveals;
    }

    /** A refusal is recorded too, so its transaction is not taken back. */
    @Override
    @Transactional(noRollbackFor = MemberRefused.class)
    public String reveal(Caller caller, UUID member, Part part, UUID row, String reason) {
        MemberLine line = members.find(member).orElseThrow(() -> refused(member, NOT_FOUND));
        desk.require(caller, Operation.OWN_COPY, Operation.MEMBER_REVEAL, line.path());
        if (reason.isBlank()) {
            throw refused(member, REASON_MISSING);
        }
        Optional<String> clear = isHidden(caller, member, row) ? Optional.empty() : reveals.open(member, part, row);
        if (clear.isEmpty()) {
            throw refused(member, FIELD_EMPTY);
        }
        if (!reveals.count(desk.today(), DAILY_MAX)) {
            throw refused(member, SHOWN_TOO_OFTEN);
        }
        desk.done(Operation.MEMBER_REVEAL.title(), member, part + ": " + reason.strip());
        return clear.get();
    }

    private boolean isHidden(Caller caller, UUID member, UUID row) {
        return file.relatives(List.of(member)).stream()
                .filter(relative -> relative.id().equals(row))
                .anyMatch(relative -> Children.isHidden(caller, relative, desk.today()));
    }

    private MemberRefused refused(UUID member, MemberRefused.Reason reason) {
        desk.refused(Operation.MEMBER_REVEAL.title(), member, reason);
        return new MemberRefused(reason);
    }
}
