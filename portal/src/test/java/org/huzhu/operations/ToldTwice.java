package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.huzhu.access.Caller;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ReviewDesk;
import org.huzhu.claims.ReviewDesk.Seen;
import org.huzhu.claims.StepTaken;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.ConfirmationDesk;
import org.huzhu.payments.Payables;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.PaymentRefused;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Each command that moves money, told twice, since the first reply was lost: seven in a round.
 *
 * @param far the rooms at the other end of the line
 */
record ToldTwice(FaultTown town, Rooms far, LostReplies line) {

    /** Whom it asks at the other end. */
    static final List<Class<?>> ASKED =
            List.of(ReviewDesk.class, Payables.class, ConfirmationDesk.class, PaymentDesk.class, AnswerDesk.class);

    private void twice(Caller caller, Runnable command) {
        line.loseNext();
        try {
            caller.scope().run(command);
        } catch (DataAccessException | TransactionException expected) {
            // It was done, and whoever asked does not know.
        }
        assertThat(line.hasLost()).isTrue();
        try {
            caller.scope().run(command);
        } catch (ClaimRefused | PaymentRefused expected) {
            // It was done before, says the society.
        }
    }

    void round() throws IOException {
        FaultPayments payments = new FaultPayments(town);
        decide();
        cancel(payments, payments.owe(1).getFirst());
        pay(payments, payments.owe(3));
    }

    private void decide() {
        FaultClaims claims = new FaultClaims(town);
        Caller self = town.member();
        Claim claim = claims.prepared(self);
        claims.file(self, claim);
        claims.passToOffice(self, claim);
        Caller office = claims.office();
        Seen seen = claims.seen(office, claim);
        twice(office, () -> far.get(ReviewDesk.class).pass(office, claim.id(), seen));
        assertThat(claims.caseFile(self, claim).steps())
                .filteredOn(step -> step.what() == StepTaken.What.APPROVED)
                .hasSize(1);
        assertThat(claims.caseFile(self, claim).payments()).hasSize(1);
    }

    private void cancel(FaultPayments payments, String key) {
        Caller reviewer = payments.reviewer();
        twice(
                reviewer,
                () -> FaultTown.as(far, reviewer, () -> {
                    far.get(Payables.class).askToCancel(key, "重复");
                    return key;
                }));
        Caller checker = payments.checker();
        ConfirmationDesk desk = far.get(ConfirmationDesk.class);
        List<ConfirmationDesk.Wish> open = checker.scope().call(() -> desk.open(checker, 10));
        assertThat(open).hasSize(1);
        twice(checker, () -> desk.confirm(checker, open.getFirst().id()));
        assertThat(town.count("payments.payment y join payments.payable p on p.id = y.payable"
                        + " where y.state = 'CANCELLED' and p.key = '" + key + "'"))
                .isOne();
    }

    private void pay(FaultPayments payments, List<String> keys) throws IOException {
        Caller maker = payments.maker();
        PaymentDesk desk = far.get(PaymentDesk.class);
        long before = town.count("payments.batch");
        twice(maker, () -> desk.assemble(maker, town.fund().id()));
        assertThat(town.count("payments.batch")).isEqualTo(before + 1);
        Batch batch = maker.scope().call(() -> desk.batches(maker, 1)).getFirst();
        assertThat(batch.orders()).isEqualTo(keys.size());
        twice(maker, () -> desk.file(maker, batch.id()));
        Caller checker = payments.checker();
        twice(checker, () -> desk.release(checker, batch.id()));
        assertThat(payments.batch(batch).state()).isEqualTo(BatchState.RELEASED);
        Path answer = payments.answer(batch);
        twice(maker, () -> far.get(AnswerDesk.class).take(maker, batch.fund(), answer));
        payments.requireTakenOnce(batch, answer, true);
    }
}
