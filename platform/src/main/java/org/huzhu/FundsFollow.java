package org.huzhu;

import org.huzhu.ledger.FundPaths;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger, which knows no organisations, where one has moved, within the transaction that moves it. The tests
 * of one room have no ledger to tell.
 */
@Component
class FundsFollow {

    private final ObjectProvider<FundPaths> funds;

    FundsFollow(ObjectProvider<FundPaths> funds) {
        this.funds = funds;
    }

    @EventListener
    void on(OrganisationMoved news) {
        funds.ifAvailable(paths -> paths.follow(news.from(), news.to()));
    }
}
