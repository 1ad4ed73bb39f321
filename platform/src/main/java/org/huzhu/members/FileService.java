package org.huzhu.members;

import static org.huzhu.members.MemberRefused.Reason.BIRTH_DISAGREES;
import static org.huzhu.members.MemberRefused.Reason.CATEGORIES_OVERLAP;
import static org.huzhu.members.MemberRefused.Reason.CONSENT_MISSING;
import static org.huzhu.members.MemberRefused.Reason.DAY_NOT_POSSIBLE;
import static org.huzhu.members.MemberRefused.Reason.GUARDIAN_MISSING;
import static org.huzhu.members.MemberRefused.Reason.NOTHING_TO_CHANGE;
import static org.huzhu.members.MemberRefused.Reason.NOT_FOUND;
import static org.huzhu.members.MemberRefused.Reason.RELATIVE_KNOWN;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.MemberDetail.CardKind;
import org.huzhu.members.MemberDetail.CategoryKind;
import org.huzhu.members.MemberDetail.Purpose;
import org.huzhu.members.proxies.Deaths;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FileService implements MemberFile {

    private final Desk desk;
    private final JdbcMembers members;
    private final JdbcFile file;
    private final JdbcWishes wishes;
    private final Deaths deaths;

    FileService(Desk desk, JdbcMembers members, JdbcFile file, JdbcWishes wishes, Deaths deaths) {
        this.desk = desk;
        this.members = members;
        this.file = file;
        this.wishes = wishes;
        this.deaths = deaths;
    }

    private void requireChange(Caller caller, UUID member) {
        String path = members.lock(member).orElseThrow(() -> new MemberRefused(NOT_FOUND));
        desk.require(caller, Operation.MEMBER_CHANGE, path);
    }

    /** A bank account is kept only of who agreed to that (PIPL art. 29). */
    @Override
    public void giveCard(Caller caller, UUID member, CardKind kind, CardNumber card) {
        requireChange(caller, member);
        if (kind == CardKind.BANK && !wishes.hasConsented(member, Purpose.BANK)) {
            throw new MemberRefused(CONSENT_MISSING);
        }
        file.giveCard(desk.freshId(), member, kind, card, desk.now());
        desk.done("member.card", member, kind.name());
    }

    @Override
    public void categorise(Caller caller, UUID member, CategoryKind kind, LocalDate from, Optional<LocalDate> until) {
        if (kind == CategoryKind.DECEASED) {
            deaths.await(member);
        }
        requireChange(caller, member);
        until.ifPresent(end -> requireAfter(from, end));
        try {
            file.categorise(desk.freshId(), member, kind, from, until);
        } catch (DataIntegrityViolationException e) {
            throw refused(CATEGORIES_OVERLAP, e);
        }
        if (kind == CategoryKind.DECEASED) {
            deaths.entered(member, from);
        }
        desk.done("member.category", member, kind.name());
    }

    @Override
    public void endCategory(Caller caller, UUID member, CategoryKind kind, LocalDate until) {
        requireChange(caller, member);
        boolean ended;
        try {
            ended = file.endCategory(member, kind, until);
        } catch (DataIntegrityViolationException e) {
            throw refused(DAY_NOT_POSSIBLE, e);
        }
        requireDone(ended);
        desk.done("member.category.end", member, kind.name());
    }

    private static void requireAfter(LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            throw new MemberRefused(DAY_NOT_POSSIBLE);
        }
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw new MemberRefused(NOTHING_TO_CHANGE);
        }
    }

    @Override
    public UUID addRelative(Caller caller, UUID member, Relation relation, Optional<UUID> guardian) {
        requireChange(caller, member);
        if (relation.paper()
                .birthDate()
                .filter(birth -> !birth.equals(relation.birthOn()))
                .isPresent()) {
            throw new MemberRefused(BIRTH_DISAGREES);
        }
        if (Children.isGuarded(relation.kin(), relation.birthOn(), desk.today())) {
            requireGuard(member, guardian);
        }
        UUID id = desk.freshId();
        try {
            file.addRelative(id, member, relation, guardian);
        } catch (DuplicateKeyException e) {
            throw refused(RELATIVE_KNOWN, e);
        }
        desk.done("member.relative", member, relation.kin().name());
        return id;
    }

    private void requireGuard(UUID member, Optional<UUID> guardian) {
        if (guardian.flatMap(members::find).isEmpty()) {
            throw new MemberRefused(GUARDIAN_MISSING);
        }
        if (!wishes.hasConsented(member, Purpose.CHILD)) {
            throw new MemberRefused(CONSENT_MISSING);
        }
    }

    @Override
    public void removeRelative(Caller caller, UUID member, UUID relative) {
        requireChange(caller, member);
        requireDone(file.removeRelative(member, relative, desk.today()));
        desk.done("member.relative.remove", member);
    }

    private static MemberRefused refused(MemberRefused.Reason reason, Throwable cause) {
        MemberRefused refused = new MemberRefused(reason);
        refused.initCause(cause);
        return refused;
    }
}
