package org.huzhu.unions.offices;

import java.util.Optional;
import org.huzhu.database.Scope;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the office is called that an organisation belongs to: its name stands on all papers, so everybody below may know
 * it, though none of them reaches it. The name, and nothing else, is looked up as the system.
 */
@Service
public class Offices {

    private final UnionTree tree;
    private final TransactionTemplate transaction;

    Offices(UnionTree tree, PlatformTransactionManager transactions) {
        this.tree = tree;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The name of the office next above the path; empty where none is. To be called outside a transaction. */
    public Optional<String> over(String path) {
        return Scope.ofSystem()
                .call(() -> transaction.execute(_ -> tree.at(path).flatMap(this::over)));
    }

    private Optional<String> over(Organisation organisation) {
        return organisation.tier() == Tier.OFFICE
                ? Optional.of(organisation.name())
                : tree.above(organisation.id()).reversed().stream()
                        .filter(above -> above.tier() == Tier.OFFICE)
                        .map(Organisation::name)
                        .findFirst();
    }
}
