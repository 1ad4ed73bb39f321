package org.huzhu.documents;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.huzhu.audit.AuditTrail;
import org.huzhu.crypto.Chance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What each part of this room needs beside its tables. */
@Component
record Tools(TransactionOperations transactions, Clock clock, Chance chance, AuditTrail trail) {

    /** Does the work in the transaction at hand, or in one of its own where there is none. */
    <T> T whole(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
