package org.huzhu.claims.recovery;

import static org.huzhu.claims.recovery.RecoveryRefused.require;

import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.recovery.RecoveryBooks.Move;
import org.huzhu.claims.recovery.RecoveryRefused.Reason;
import org.huzhu.database.Scope;
import org.huzhu.ledger.StandardAccount;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RecoveryDeskService implements RecoveryDesk {

    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 300;

    private final JdbcRecoveries recoveries;
    private final RecoveryBooks books;
    private final RecoveryTools tools;

    RecoveryDeskService(JdbcRecoveries recoveries, RecoveryBooks books, RecoveryTools tools) {
        this.recoveries = recoveries;
        this.books = books;
        this.tools = tools;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recovery> open(Caller caller, int max) {
        tools.require(caller, Operation.RECOVERY_VIEW);
        return recoveries.open(max);
    }

    private Recovery locked(UUID id) {
        return recoveries.lock(id).orElseThrow(() -> new RecoveryRefused(Reason.ABSENT));
    }

    @Override
    public void receive(Caller caller, UUID id, UUID key, Receiving receiving) {
        tools.require(caller, Operation.RECOVERY_RECEIVE);
        Recovery recovery = locked(id);
        if (recoveries.hasCome(key, id, receiving)) {
            return;
        }
        require(!receiving.day().isAfter(tools.today()), Reason.DAY_AHEAD);
        require(receiving.sum().isPositive() && receiving.sum().compareTo(recovery.open()) <= 0, Reason.NOT_SO_MUCH);
        recoveries.receive(key, id, receiving, tools.now());
        books.move(
                "received/" + key,
                "recovery.received",
                id,
                new Move(recovery.fund(), receiving.day(), receiving.sum()),
                receiving.source() == Source.BANK ? StandardAccount.BANK : StandardAccount.UNCLAIMED,
                StandardAccount.BENEFITS_RECOVERABLE);
        tools.done(Operation.RECOVERY_RECEIVE.title(), id, recovery.path());
    }

    @Override
    public void askToWaive(Caller caller, UUID id, String reason) {
        tools.require(caller, Operation.RECOVERY_WAIVE);
        Recovery recovery = locked(id);
        String why = reason.strip();
        require(why.length() >= REASON_MIN && why.length() <= REASON_MAX, Reason.REASON_MISSING);
        require(recovery.wish().isEmpty(), Reason.ASKED_ALREADY);
        require(recovery.open().isPositive(), Reason.NOT_SO_MUCH);
        recoveries.wish(tools.freshId(), recovery, why, tools.now());
        tools.done(Operation.RECOVERY_WAIVE.title(), id, recovery.path(), why);
    }

    @Override
    public void confirm(Caller caller, UUID wish) {
        tools.require(caller, Operation.RECOVERY_CONFIRM);
        Recovery recovery = decided(wish, true);
        recoveries.waive(recovery.id(), recovery.open());
        books.move(
                "waived/" + wish,
                "recovery.waived",
                recovery.id(),
                new Move(recovery.fund(), tools.today(), recovery.open()),
                StandardAccount.BENEFIT_EXPENSE,
                StandardAccount.BENEFITS_RECOVERABLE);
        tools.done(Operation.RECOVERY_CONFIRM.title(), recovery.id(), recovery.path());
    }

    @Override
    public void decline(Caller caller, UUID wish) {
        tools.require(caller, Operation.RECOVERY_CONFIRM);
        Recovery recovery = decided(wish, false);
        tools.done("recovery.decline", recovery.id(), recovery.path());
    }

    /** The recovery of which somebody else wants to write off all that is open; it is decided now. */
    private Recovery decided(UUID id, boolean isConfirmed) {
        Recovery recovery = locked(recoveries.ofWish(id).orElseThrow(() -> new RecoveryRefused(Reason.ABSENT)));
        Recovery.Wish wish = recovery.wish()
                .filter(open -> open.id().equals(id))
                .orElseThrow(() -> new RecoveryRefused(Reason.LOOK_AGAIN));
        require(!wish.askedBy().equals(Scope.required().actor()), Reason.BY_THE_SAME);
        require(!isConfirmed || wish.sum().equals(recovery.open()), Reason.LOOK_AGAIN);
        require(recoveries.decide(id, isConfirmed, tools.now()), Reason.LOOK_AGAIN);
        return recovery;
    }
}
