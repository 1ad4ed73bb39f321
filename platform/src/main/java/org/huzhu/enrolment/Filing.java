package org.huzhu.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.members.Intake;
import org.huzhu.members.MemberRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a batch becomes cover: all of it at once, or nothing. */
@Component
class Filing {

    private final Desk desk;
    private final EnrolmentTables tables;
    private final Intake intake;
    private final Offering offering;
    private final ApplicationEventPublisher news;

    Filing(Desk desk, EnrolmentTables tables, Intake intake, Offering offering, ApplicationEventPublisher news) {
        this.desk = desk;
        this.tables = tables;
        this.intake = intake;
        this.offering = offering;
        this.news = news;
    }

    /**
     * Confirms the batch.
     *
     * @param turn whose turn it is then; empty where nobody reviews it
     */
    @Transactional
    public void confirm(Caller caller, UUID id, Optional<String> turn) {
        Batch batch = toFile(caller, id, State.LOOKED);
        batch.plans().forEach(pinned -> requireNotExcluded(batch, pinned.plan()));
        try {
            for (int part = 1; part <= batch.parts(); part++) {
                admit(caller, batch, part);
            }
            if (tables.covers().agree(id, desk.step(caller).at()) == 0) {
                throw new EnrolmentRefused(Reason.NOBODY);
            }
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException | MemberRefused e) {
            // Two who enrol the same people at once may wait for each other: one of them is sent back to look.
            throw new EnrolmentRefused(Reason.LOOK_AGAIN, e);
        }
        desk.done("enrolment.confirm", id);
        if (turn.isPresent()) {
            requireMoved(tables.batches().file(id, turn.get(), desk.step(caller)));
        } else {
            agree(caller, id, State.LOOKED);
        }
    }

    /** Nobody becomes a member by a roster who is not enrolled by it. */
    private void admit(Caller caller, Batch batch, int part) {
        UUID roster = tables.roster(batch, part);
        List<UUID> left = tables.people().leftNewcomers(batch.id(), part);
        if (!left.isEmpty()) {
            intake.forget(roster, left);
        }
        intake.admit(caller, roster, batch.unit());
    }

    /** Somebody may have been enrolled in the other plan since the batch was looked at. */
    private void requireNotExcluded(Batch batch, String plan) {
        Set<String> others = offering.notWith(plan, batch.startsOn());
        if (!others.isEmpty() && tables.covers().isExcluded(batch.id(), plan, others)) {
            throw new EnrolmentRefused(Reason.LOOK_AGAIN);
        }
    }

    private void agree(Caller caller, UUID id, State from) {
        requireMoved(tables.batches().agree(id, List.of(from), desk.step(caller)));
        tables.files().forget(id);
        news.publishEvent(new BatchNews.Confirmed(id));
    }

    @Transactional
    public void approve(Caller caller, UUID id, Optional<String> next) {
        Batch batch = toReview(caller, id);
        desk.done("enrolment.approve", id);
        if (next.isPresent()) {
            requireMoved(tables.batches().passOn(id, batch.turn().orElseThrow(), next.get()));
        } else {
            agree(caller, id, State.FILED);
        }
    }

    @Transactional
    public void giveBack(Caller caller, UUID id, String reason) {
        toReview(caller, id);
        desk.done("enrolment.give-back", id, reason);
        tables.covers().voidAll(id);
        requireMoved(tables.batches().move(id, List.of(State.FILED), State.RETURNED, List.of(reason)));
    }

    /**
     * The batch, if it is the turn of the caller's organisation or of one below it, and he has not filed it himself.
     */
    private Batch toReview(Caller caller, UUID id) {
        Batch batch = lock(id);
        desk.require(caller, Operation.ENROLMENT_REVIEW, batch.turn().orElse(batch.path()));
        requireState(batch, State.FILED);
        if (tables.batches().filedBy(id).equals(Optional.of(caller.account().toString()))) {
            throw new EnrolmentRefused(Reason.OWN_BATCH);
        }
        return batch;
    }

    @Transactional
    public void takeBack(Caller caller, UUID id, String reason) {
        Batch batch = toFile(caller, id, State.FILED, State.CONFIRMED, State.STARTED);
        desk.done("enrolment.take-back", id, reason);
        if (batch.state() != State.FILED) {
            news.publishEvent(new BatchNews.TakenBack(id));
        }
        tables.covers().voidAll(id);
        tables.files().forget(id);
        requireMoved(tables.batches().move(id, List.of(batch.state()), State.TAKEN_BACK, List.of(reason)));
    }

    /** Takes one who would take part out of a batch that was looked at. */
    @Transactional
    public void leaveOut(Caller caller, UUID id, int part, int row) {
        toFile(caller, id, State.LOOKED);
        if (!tables.people().leaveOut(id, part, row)) {
            throw new EnrolmentRefused(Reason.STATE);
        }
        desk.done("enrolment.leave-out", id);
    }

    @Transactional
    public void drop(Caller caller, UUID id) {
        Batch batch = toFile(caller, id, State.READING, State.UNREADABLE, State.LOOKED, State.RETURNED);
        desk.done("enrolment.drop", id);
        for (int part = 1; part <= batch.parts(); part++) {
            intake.forget(tables.roster(batch, part));
        }
        tables.lines().clear(id, 0);
        tables.files().forget(id);
        requireMoved(tables.batches().move(id, List.of(batch.state()), State.DROPPED, List.of()));
    }

    /** The batch, if the caller may file it and it stands in one of the states; whether he may is asked first. */
    private Batch toFile(Caller caller, UUID id, State... states) {
        Batch batch = lock(id);
        desk.require(caller, Operation.ENROLMENT_FILE, batch.path());
        requireState(batch, states);
        return batch;
    }

    private Batch lock(UUID id) {
        return tables.batches().lock(id).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
    }

    private static void requireState(Batch batch, State... states) {
        if (!List.of(states).contains(batch.state())) {
            throw new EnrolmentRefused(Reason.STATE);
        }
    }

    private static void requireMoved(boolean moved) {
        if (!moved) {
            throw new EnrolmentRefused(Reason.STATE);
        }
    }
}
