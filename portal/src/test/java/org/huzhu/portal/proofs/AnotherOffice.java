package org.huzhu.portal.proofs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.MemberRegister;
import org.huzhu.members.Newcomer;
import org.huzhu.members.Paper;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.transaction.support.TransactionOperations;

/** An office that has nothing to do with that of the demonstration, with a unit and a member. */
final class AnotherOffice {

    private static final String NAME = "某地办事处";
    private static final Occasion LONG_AGO = new Occasion(LocalDate.of(2010, 1, 1), "设立");

    private final Founding founding;
    private final MemberRegister register;
    private final UnionTree tree;
    private final TransactionOperations transactions;

    AnotherOffice(Founding founding, MemberRegister register, UnionTree tree, TransactionOperations transactions) {
        this.founding = founding;
        this.register = register;
        this.tree = tree;
        this.transactions = transactions;
    }

    /** Founds it, where it is not there yet. */
    void found() {
        Scope.ofSystem()
                .run(() -> transactions.executeWithoutResult(_ -> {
                    if (tree.tops().stream()
                            .noneMatch(top -> top.organisation().name().equals(NAME))) {
                        Organisation office = open(Tier.OFFICE, NAME, Optional.empty());
                        Organisation agency = open(Tier.AGENCY, "某区总工会", Optional.of(office.id()));
                        admit(open(Tier.UNIT, "某厂工会", Optional.of(agency.id())));
                    }
                }));
    }

    private Organisation open(Tier tier, String name, Optional<UUID> above) {
        return founding.open(new Opening(tier, name, above), LONG_AGO);
    }

    private void admit(Organisation unit) {
        Caller handler = new Caller(new UUID(0, 0), Role.UNIT_HANDLER, Optional.of(unit.path()), Optional.empty());
        register.admit(
                handler,
                unit.id(),
                new Newcomer(
                        new PersonName("外办人"),
                        new Paper.Resident(new IdNumber(310_199_19800101_001L)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2015, 1, 1)));
    }
}
