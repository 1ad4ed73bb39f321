package org.huzhu.enrolment;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.database.Scope;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn it is to review: the agency point above the unit, then the agency. What stands above a unit is not within
 * its reach; which tiers there are is looked up as the system, before the transaction that needs it.
 */
@Component
class Turns {

    private static final Set<Tier> REVIEWING = EnumSet.of(Tier.POINT, Tier.AGENCY);

    private final UnionTree tree;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;

    Turns(UnionTree tree, PlatformTransactionManager transactions) {
        this.tree = tree;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    /** The unit, if it is open and within reach. */
    Organisation open(UUID unit) {
        return tree.find(unit)
                .filter(organisation -> organisation.closedOn().isEmpty())
                .orElseThrow(() -> new EnrolmentRefused(EnrolmentRefused.Reason.UNIT_NOT_OPEN));
    }

    /**
     * The path of the next that reviews a batch of the unit.
     *
     * @param done the path of whoever has filed it or let it pass: neither he nor what is below him reviews it any more
     */
    Optional<String> after(UUID unit, String done) {
        List<Organisation> above = Scope.ofSystem().call(() -> transaction.execute(_ -> tree.above(unit)));
        return above.reversed().stream()
                .filter(organisation -> REVIEWING.contains(organisation.tier()))
                .map(Organisation::path)
                .filter(path -> !path.equals(done) && !path.startsWith(done + "."))
                .findFirst();
    }
}
