package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.JdbcBatches.Frozen;
import org.huzhu.payments.JdbcOrders.Waits;
import org.huzhu.payments.PaymentRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the rights of whoever asks, then lets the batches take the step. */
@Service
@Transactional
class PaymentDeskService implements PaymentDesk {

    private final JdbcOrders orders;
    private final JdbcBatches batches;
    private final Batching batching;
    private final Books books;
    private final BeyondReach beyond;
    private final Desk desk;

    PaymentDeskService(
            JdbcOrders orders, JdbcBatches batches, Batching batching, Books books, BeyondReach beyond, Desk desk) {
        this.orders = orders;
        this.batches = batches;
        this.batching = batching;
        this.books = books;
        this.beyond = beyond;
        this.desk = desk;
    }

    @Override
    public List<Waiting> waiting(Caller caller) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        String home = caller.path().orElse("");
        int depth = home.isEmpty() ? 1 : home.split("\\.").length + 1;
        return orders.waiting(depth).stream().map(this::waiting).toList();
    }

    private Waiting waiting(Waits waits) {
        long days = desk.today().toEpochDay() - waits.since().toEpochDay();
        Fund fund = books.fund(waits.fund());
        return new Waiting(
                fund,
                waits.kind(),
                waits.under(),
                waits.total().count(),
                waits.total().sum(),
                waits.since(),
                days);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Batch> batches(Caller caller, int max) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        return batches.latest(max);
    }

    private Frozen let(Caller caller, Operation operation, UUID id) {
        Frozen found = batches.find(id).orElseThrow(() -> new PaymentRefused(Reason.ABSENT));
        desk.require(caller, operation, found.batch().path());
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public Batch batch(Caller caller, UUID id) {
        return let(caller, Operation.PAYMENT_VIEW, id).batch();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Order> orders(Caller caller, UUID batch, int from, int max) {
        let(caller, Operation.PAYMENT_VIEW, batch);
        return orders.page(batch, from, max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Order> unsettled(Caller caller, int max) {
        desk.require(caller, Operation.PAYMENT_VIEW);
        return orders.unsettled(max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartFile> files(Caller caller, UUID batch) {
        let(caller, Operation.PAYMENT_VIEW, batch);
        return batches.files(batch);
    }

    /** The fund, where the caller may do this with what is its. */
    private Fund fund(Caller caller, Operation operation, UUID id) {
        Fund fund = books.fund(id);
        desk.require(caller, operation, fund.path());
        return fund;
    }

    @Override
    public Optional<Account> account(Caller caller, UUID fund) {
        fund(caller, Operation.PAYMENT_VIEW, fund);
        return batches.account(fund);
    }

    @Override
    public void setAccount(Caller caller, UUID id, Account account) {
        Fund fund = fund(caller, Operation.PAYMENT_MAKE, id);
        batching.requirePossible(account);
        batches.setAccount(id, fund.path(), account, desk.moment());
        desk.done("payment.account", "fund", id, fund.path(), account.layout());
    }

    /** What a fund owes it pays, also where the organisation of the payee has moved out of its office's reach. */
    @Override
    public Batch assemble(Caller caller, UUID id) {
        Fund fund = fund(caller, Operation.PAYMENT_MAKE, id);
        Batch batch = beyond.call(() -> batching.assemble(fund));
        desk.done(Operation.PAYMENT_MAKE.title(), Batching.KIND, batch.id(), batch.path(), batch.number());
        return batch;
    }

    @Override
    public Batch file(Caller caller, UUID id) {
        Batch batch = let(caller, Operation.PAYMENT_MAKE, id).batch();
        beyond.run(() -> batching.file(id));
        desk.done("payment.file", Batching.KIND, id, batch.path(), batch.number());
        return let(caller, Operation.PAYMENT_VIEW, id).batch();
    }

    @Override
    public void drop(Caller caller, UUID id, String reason) {
        Batch batch = let(caller, Operation.PAYMENT_MAKE, id).batch();
        String why = Desk.reason(reason);
        beyond.run(() -> batching.drop(id));
        desk.done("payment.drop", Batching.KIND, id, batch.path(), why);
    }

    @Override
    public Batch release(Caller caller, UUID id) {
        Batch batch = let(caller, Operation.PAYMENT_RELEASE, id).batch();
        require(!batch.makers().contains(Desk.actor()), Reason.BY_THE_SAME);
        beyond.run(() -> batching.release(id));
        desk.done(Operation.PAYMENT_RELEASE.title(), Batching.KIND, id, batch.path(), batch.number());
        return let(caller, Operation.PAYMENT_VIEW, id).batch();
    }

    @Override
    public Path file(Caller caller, UUID id, int part) {
        Batch batch = let(caller, Operation.PAYMENT_MAKE, id).batch();
        Path file = beyond.call(() -> batching.path(id, part));
        desk.done("payment.fetch", Batching.KIND, id, batch.path(), batch.number() + "-" + part);
        return file;
    }
}
