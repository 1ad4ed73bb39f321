package org.huzhu.members;

import static org.huzhu.members.MemberRefused.Reason.ALREADY_IN_UNIT;
import static org.huzhu.members.MemberRefused.Reason.MERGED_BEFORE;
import static org.huzhu.members.MemberRefused.Reason.NOTHING_TO_CHANGE;
import static org.huzhu.members.MemberRefused.Reason.NOT_ALIKE;
import static org.huzhu.members.MemberRefused.Reason.NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.members.merges.EntriesMerged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DuplicateService implements Duplicates {

    private static final String MERGE = Operation.MEMBER_MERGE.title();

    private final Desk desk;
    private final JdbcMembers members;
    private final JdbcDuplicates duplicates;
    private final ApplicationEventPublisher news;

    DuplicateService(Desk desk, JdbcMembers members, JdbcDuplicates duplicates, ApplicationEventPublisher news) {
        this.desk = desk;
        this.members = members;
        this.duplicates = duplicates;
        this.news = news;
    }

    @Override
    public List<MemberLine> of(Caller caller, UUID member) {
        desk.require(caller, Operation.MEMBER_VIEW, line(member).path());
        return duplicates.of(member).stream().map(found -> line(found.one())).toList();
    }

    @Override
    public List<Pair> find(Caller caller, int max) {
        desk.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return duplicates.pairs(max).stream()
                .map(found -> new Pair(line(found.one()), line(found.other()), found.likeness()))
                .toList();
    }

    @Override
    public List<Merge> merged(Caller caller, int max) {
        desk.require(caller, Operation.MEMBER_VIEW, caller.path().orElse(""));
        return duplicates.merged(max).stream()
                .map(merge -> new Merge(line(merge.kept()), line(merge.given())))
                .toList();
    }

    @Override
    public void merge(Caller caller, UUID kept, UUID given, String reason) {
        lockInOrder(caller, kept, given);
        boolean isFree =
                line(kept).mergedInto().isEmpty() && line(given).mergedInto().isEmpty() && !duplicates.hasMerged(given);
        if (!isFree) {
            throw new MemberRefused(MERGED_BEFORE);
        }
        if (kept.equals(given) || !duplicates.alike(kept, given)) {
            throw new MemberRefused(NOT_ALIKE);
        }
        duplicates.merge(kept, given);
        news.publishEvent(new EntriesMerged(kept, given, false));
        desk.done(MERGE, kept, "kept; %s".formatted(reason));
        desk.done(MERGE, given, "given up for %s; %s".formatted(kept, reason));
    }

    /** In one order, so that two who merge the same entries the other way round do not wait for each other forever. */
    private void lockInOrder(Caller caller, UUID one, UUID other) {
        Stream.of(one, other).sorted().forEach(member -> {
            String path = members.lock(member).orElseThrow(() -> new MemberRefused(NOT_FOUND));
            desk.require(caller, Operation.MEMBER_MERGE, path);
        });
    }

    @Override
    public void undo(Caller caller, UUID given, String reason) {
        String path = members.lock(given).orElseThrow(() -> new MemberRefused(NOT_FOUND));
        desk.require(caller, Operation.MEMBER_MERGE, path);
        Optional<UUID> kept = line(given).mergedInto();
        try {
            if (!duplicates.undo(given)) {
                throw new MemberRefused(NOTHING_TO_CHANGE);
            }
        } catch (DuplicateKeyException e) {
            MemberRefused refused = new MemberRefused(ALREADY_IN_UNIT);
            refused.initCause(e);
            throw refused;
        }
        kept.ifPresent(entry -> news.publishEvent(new EntriesMerged(entry, given, true)));
        desk.done("member.merge.undo", given, reason);
    }

    private MemberLine line(UUID member) {
        return members.find(member).orElseThrow(() -> new MemberRefused(NOT_FOUND));
    }
}
