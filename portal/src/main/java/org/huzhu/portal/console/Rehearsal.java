package org.huzhu.portal.console;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries what somebody is about to do and takes all of it back, so that what cannot be is said before he agrees. */
@Component("changeRehearsal")
class Rehearsal {

    private final TransactionTemplate transaction;

    Rehearsal(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does it and takes it back; throws what it throws. */
    void of(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
