package org.huzhu.unions;

import static org.huzhu.access.Operation.UNIT_REGISTER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.database.Scope;
import org.huzhu.unions.Registration.Form;
import org.huzhu.unions.RegistrationRefused.Why;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes requests from whoever comes. He has no scope of his own, so that each step runs in that of the system, in a
 * transaction apart, and touches the one request whose receipt he holds.
 */
@Component
class Reception {

    private final JdbcRegistrations registrations;
    private final Annals annals;
    private final TransactionTemplate apart;

    Reception(JdbcRegistrations registrations, Annals annals, PlatformTransactionManager transactions) {
        this.registrations = registrations;
        this.annals = annals;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    List<Organisation> places(String words, int max) {
        return asSystem(() -> registrations.places(words, max));
    }

    Optional<Organisation> place(UUID id) {
        return asSystem(() -> registrations.place(id));
    }

    UUID ask(UUID receipt, UUID under, Form form) {
        return asSystem(() -> {
            Organisation place = registrations
                    .place(under)
                    .orElseThrow(() -> new RegistrationRefused(Why.NOT_TAKING, Optional.empty()));
            if (registrations.add(receipt, place, form, annals.now())) {
                annals.record(UNIT_REGISTER, receipt);
            }
            return receipt;
        });
    }

    Optional<Registration> progress(UUID receipt) {
        return asSystem(() -> registrations.find(receipt));
    }

    void mend(UUID receipt, Form form) {
        asSystem(() -> {
            if (!registrations.mend(receipt, form, annals.now())) {
                Registration found = registrations
                        .find(receipt)
                        .orElseThrow(() -> new RegistrationRefused(Why.ABSENT, Optional.empty()));
                throw new RegistrationRefused(Why.NOT_RETURNED, found.decision());
            }
            annals.record(UNIT_REGISTER, receipt);
            return receipt;
        });
    }

    private <T> T asSystem(Supplier<T> work) {
        return Scope.ofSystem().call(() -> apart.execute(_ -> work.get()));
    }
}
