package org.huzhu.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.database.Scope;
import org.huzhu.members.MemberDetail.Employment;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the units are called where a member worked. That is his own to know, though no organisation is within his reach:
 * their names, and nothing else of them, are looked up as the system, once the register has shown where he worked.
 */
@Service
public class Workplaces {

    private final MemberRegister register;
    private final UnionTree tree;
    private final TransactionTemplate transaction;

    Workplaces(MemberRegister register, UnionTree tree, PlatformTransactionManager transactions) {
        this.register = register;
        this.tree = tree;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The names by the ids of the units; to be called outside a transaction.
     *
     * @throws MemberRefused if the member is not within reach
     */
    public Map<UUID, String> names(Caller caller, UUID member) {
        List<UUID> units = register.detail(caller, member).employments().stream()
                .map(Employment::unit)
                .toList();
        Map<UUID, String> names = new HashMap<>();
        Scope.ofSystem()
                .run(() -> transaction.executeWithoutResult(_ ->
                        units.forEach(unit -> tree.find(unit).ifPresent(found -> names.put(unit, found.name())))));
        return names;
    }
}
