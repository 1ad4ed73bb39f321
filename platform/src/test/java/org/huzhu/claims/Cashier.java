package org.huzhu.claims;

import static org.huzhu.enrolment.Town.as;
import static org.huzhu.enrolment.Town.doAs;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.claims.recovery.Recovery;
import org.huzhu.claims.recovery.RecoveryDesk;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionOperations;

/** Who pays what was decided, in short words for the tests. */
@TestComponent
class Cashier {

    private final Town town;
    private final PaymentDesk payments;
    private final RecoveryDesk recoveries;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final SetClock clock;

    Cashier(
            Town town,
            PaymentDesk payments,
            RecoveryDesk recoveries,
            Ledger ledger,
            TransactionOperations transactions,
            SetClock clock) {
        this.town = town;
        this.payments = payments;
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    Caller maker() {
        return Town.at(Role.FINANCE_MAKER, town.office());
    }

    Caller checker() {
        return Town.at(Role.FINANCE_CHECKER, town.office()).fresh();
    }

    /** Puts all that waits into batches, one for each fund. */
    List<Batch> assembled() {
        Caller maker = maker();
        List<UUID> funds = as(maker, () -> payments.waiting(maker)).stream()
                .map(waiting -> waiting.fund().id())
                .distinct()
                .toList();
        funds.forEach(fund -> doAs(
                maker, () -> payments.setAccount(maker, fund, new Account("某市职工互助会", "0109000012345", "iso20022"))));
        return funds.stream()
                .map(fund -> as(maker, () -> payments.assemble(maker, fund)))
                .toList();
    }

    /** The last digits of the cards that the batches pay the claim to. */
    List<String> cards(List<Batch> batches, Claim claim) {
        Caller maker = maker();
        return batches.stream()
                .flatMap(batch -> as(maker, () -> payments.orders(maker, batch.id(), 0, 1_000)).stream())
                .filter(order -> order.key().startsWith("CLM:" + claim.number() + ":"))
                .map(PaymentDesk.Order::cardEnd)
                .toList();
    }

    List<Recovery> recoveries(Claim claim) {
        Caller maker = maker();
        return as(maker, () -> recoveries.open(maker, 1_000)).stream()
                .filter(recovery -> recovery.number().equals(claim.number()))
                .toList();
    }

    Money balance(UUID fund, StandardAccount account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return Objects.requireNonNull(Scope.ofSystem()
                .call(() -> transactions.execute(_ -> ledger.balance(fund, account.code(), today))));
    }
}
