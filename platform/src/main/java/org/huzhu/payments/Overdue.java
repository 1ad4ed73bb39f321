package org.huzhu.payments;

import java.util.Optional;
import org.huzhu.database.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes unknown what the bank should have answered by now, early each day. What is unknown is never tried again by
 * itself: the bank's late answer settles it, or two people do, who have its statement before them.
 */
@Component
class Overdue {

    private static final String EARLY = "0 20 0 * * *";
    private static final String CHINA = "Asia/Shanghai";

    private final JdbcOrders orders;
    private final Desk desk;
    private final TransactionTemplate transaction;

    Overdue(JdbcOrders orders, Desk desk, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks once; says how many became unknown. */
    int look() {
        return Scope.ofSystem()
                .call(() -> Optional.ofNullable(transaction.execute(_ -> orders.overdue(desk.today())))
                        .orElse(0));
    }

    @Scheduled(cron = EARLY, zone = CHINA)
    void lookEachDay() {
        look();
    }
}
