package org.huzhu.staff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions on whoever's behalf: before somebody has signed in there is no scope yet that could be his. */
@Component
class SystemWork {

    private final TransactionTemplate transaction;

    SystemWork(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A transaction of the system. */
    <T> T call(Supplier<T> work) {
        return within(Scope.ofSystem(), work);
    }

    /** A transaction that sees all, on behalf of the account or member: he signs in, and is the actor of it. */
    <T> T as(UUID actor, Supplier<T> work) {
        return within(new Scope(actor.toString(), List.of(""), Optional.empty()), work);
    }

    /** A transaction of the caller. */
    <T> T by(Caller caller, Supplier<T> work) {
        return within(caller.scope(), work);
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        boolean isActive = TransactionSynchronizationManager.isActualTransactionActive();
        if (isActive && Scope.current().equals(Optional.of(scope))) {
            return work.get();
        }
        if (isActive) {
            throw new IllegalStateException("The database holds the scope of another transaction");
        }
        return scope.call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
