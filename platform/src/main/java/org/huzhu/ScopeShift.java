package org.huzhu;

import java.util.Objects;
import java.util.function.Supplier;
import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells PostgreSQL the wide scope, and the narrow one again when the work is done or has failed. Where that cannot be
 * told any more, PostgreSQL answers nothing in this transaction; and where the work fails, the template has all of it
 * rolled back. What is checked at the end of a transaction is checked before the reach narrows: the triggers that do so
 * see no more than whoever writes.
 */
@Component
class ScopeShift implements BeyondReach {

    private final ScopeGate gate;
    private final TransactionTemplate within;

    ScopeShift(ScopeGate gate, PlatformTransactionManager transactions) {
        this.gate = gate;
        this.within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public <T> T call(Supplier<T> work) {
        Scope narrow = Scope.required();
        Scope wide = narrow.everywhere();
        if (narrow.equals(wide)) {
            return Objects.requireNonNull(within.execute(_ -> work.get()));
        }
        return Objects.requireNonNull(within.execute(_ -> {
            gate.tell(wide);
            T answer;
            try {
                answer = wide.call(work::get);
                gate.checkAndTell(narrow);
            } catch (RuntimeException | Error failure) {
                narrowAgain(narrow, failure);
                throw failure;
            }
            return answer;
        }));
    }

    private void narrowAgain(Scope narrow, Throwable failure) {
        try {
            gate.tell(narrow);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
