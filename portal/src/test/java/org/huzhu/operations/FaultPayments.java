package org.huzhu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huzhu.Society;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.BatchState;
import org.huzhu.payments.PaymentDesk.PartFile;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.payments.bank.FileStore;

/** Payments of a {@link FaultTown}, in short words. */
record FaultPayments(FaultTown town) {

    private static final String LAYOUT = "iso20022";
    private static final AtomicInteger NEXT = new AtomicInteger();

    PaymentDesk desk() {
        return town.rooms().get(PaymentDesk.class);
    }

    Caller maker() {
        return FaultTown.caller(Role.FINANCE_MAKER, town.officePath(), 11);
    }

    Caller checker() {
        return FaultTown.caller(Role.FINANCE_CHECKER, town.officePath(), 12);
    }

    Caller reviewer() {
        return FaultTown.caller(Role.OFFICE_REVIEWER, town.officePath(), 13);
    }

    /** Owes so much by the fund; the keys. */
    List<String> owe(int count) {
        List<Owing> owings = IntStream.range(0, count).mapToObj(_ -> owing()).toList();
        return town.as(reviewer(), () -> {
            town.rooms().get(Payables.class).owe(owings);
            return owings.stream().map(Owing::key).toList();
        });
    }

    private Owing owing() {
        int number = NEXT.incrementAndGet();
        return new Owing(
                "TRIAL:" + number,
                "trial",
                new UUID(9, number),
                town.fund().id(),
                town.unitPath(),
                Optional.empty(),
                new Payee(new PersonName("张建国"), CardNumber.withCheckDigit("622203%012d".formatted(number))),
                Money.ofYuan(100),
                LocalDate.now(Society.CHINA));
    }

    /** Has the fund pay from an account. */
    void setAccount(UUID fund) {
        Caller maker = maker();
        maker.scope().run(() -> desk().setAccount(maker, fund, new Account("某市职工互助会", "0109000012345", LAYOUT)));
    }

    Batch assembled(UUID fund) {
        Caller maker = maker();
        return maker.scope().call(() -> desk().assemble(maker, fund));
    }

    Batch batch(Batch batch) {
        Caller maker = maker();
        return maker.scope().call(() -> desk().batch(maker, batch.id()));
    }

    void file(Batch batch) {
        Caller maker = maker();
        Object _ = maker.scope().call(() -> desk().file(maker, batch.id()));
    }

    void release(Batch batch) {
        Caller checker = checker();
        Object _ = checker.scope().call(() -> desk().release(checker, batch.id()));
    }

    Path path(Batch batch) {
        Caller maker = maker();
        return maker.scope().call(() -> desk().file(maker, batch.id(), 1));
    }

    private FileForm form() {
        return town.rooms().get(FileForms.class).find(LAYOUT).orElseThrow();
    }

    /** What the bank answers; it gives a tenth back. */
    Path answer(Batch batch) throws IOException {
        Path answer = Files.createTempFile(town.home().folder(), "answer-", ".xml");
        try (OutputStream out = Files.newOutputStream(answer)) {
            new BankSimulator(form(), batch.number().hashCode(), 0.1)
                    .answer(path(batch), LocalDate.now(Society.CHINA), out);
        }
        return answer;
    }

    Taken take(UUID fund, Path answer) {
        Caller maker = maker();
        return maker.scope().call(() -> town.rooms().get(AnswerDesk.class).take(maker, fund, answer));
    }

    /** Whether anything of the file of a batch lies on disk. */
    boolean isBegun(Batch batch) {
        String name = batch.number() + "-1.xml";
        return Files.exists(folder().resolve(name)) || Files.exists(folder().resolve(name + ".part"));
    }

    private Path folder() {
        return town.home().folder().resolve("payments");
    }

    /**
     * Whatever was said and whatever was not: no half file, the same bytes again, no order twice, released in the end.
     */
    void requireFiledAndReleasedOnce(Batch batch, boolean wasFiled, boolean wasReleased) throws IOException {
        BatchState found = batch(batch).state();
        assertThat(found).isIn(possible(wasFiled, wasReleased));
        Path there = folder().resolve(batch.number() + "-1.xml");
        Optional<String> before = Files.exists(there) ? Optional.of(FileStore.sha256(there)) : Optional.empty();
        if (found == BatchState.FROZEN) {
            file(batch);
        }
        Caller maker = maker();
        PartFile file =
                maker.scope().call(() -> desk().files(maker, batch.id())).getFirst();
        before.ifPresent(digest -> assertThat(digest).isEqualTo(file.sha256()));
        assertThat(FileStore.sha256(path(batch))).isEqualTo(file.sha256());
        if (found != BatchState.RELEASED) {
            release(batch);
        }
        Set<String> orders = new HashSet<>();
        AtomicInteger count = new AtomicInteger();
        String _ = form().sent(path(batch), order -> {
            orders.add(order.reference());
            count.incrementAndGet();
        });
        assertThat(orders).hasSize(batch.orders()).hasSize(count.get());
    }

    private static List<BatchState> possible(boolean wasFiled, boolean wasReleased) {
        if (wasReleased) {
            return List.of(BatchState.RELEASED);
        }
        return wasFiled ? List.of(BatchState.FILED, BatchState.RELEASED) : List.of(BatchState.FROZEN, BatchState.FILED);
    }

    /** Whatever was said: the answer is taken once, each line with effect once. */
    void requireTakenOnce(Batch batch, Path answer, boolean wasTaken) {
        Taken taken = take(batch.fund(), answer);
        if (wasTaken) {
            assertThat(taken.isKnown()).isTrue();
        }
        assertThat(taken.paid() + taken.returned()).isEqualTo(batch.orders());
        assertThat(take(batch.fund(), answer).isKnown()).isTrue();
        Batch after = batch(batch);
        assertThat(after.paid()).isEqualTo(taken.paid());
        assertThat(after.returned()).isEqualTo(taken.returned());
        assertThat(town.count("payments.answer_line l join payments.payment y on y.id = l.payment where y.batch = '%s'"
                        .formatted(batch.id())))
                .isEqualTo(batch.orders());
    }
}
