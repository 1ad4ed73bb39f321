package org.huzhu.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huzhu.payments.Till.as;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huzhu.RoomTest;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.Till.Office;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * How long many payments take; 400,000 should be filed within 20 s and their answer taken within 60 s. Its name keeps
 * it out of the test run. It asserts what was found, never how fast.
 */
@RoomTest
@Import({Till.class, Till.Tools.class})
class PaymentsBench {

    private static final int ORDERS = Integer.getInteger("huzhu.orders", 400_000);

    private final Till till;
    private final Payables payables;
    private final PaymentDesk desk;
    private final FileForms forms;
    private final List<String> report = new ArrayList<>();

    @Autowired
    PaymentsBench(Till till, Payables payables, PaymentDesk desk, FileForms forms) {
        this.till = till;
        this.payables = payables;
        this.desk = desk;
        this.forms = forms;
    }

    /** A part of the work. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void timed(String what, Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        report.add("%-10s %6d ms".formatted(what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }

    @Test
    void many_payments() throws IOException {
        Office office = till.office();
        List<Owing> owings = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            owings.add(till.owing(office, "Q:%s:%d".formatted(office.fund().code(), i), 100));
        }
        timed(
                "owed",
                () -> till.within(office.reviewer(), () -> {
                    payables.owe(owings);
                    return true;
                }));
        List<Batch> batch = new ArrayList<>();
        timed("assembled", () -> batch.add(till.assemble(office)));
        timed(
                "filed",
                () -> as(
                        office.maker(),
                        () -> desk.file(office.maker(), batch.getFirst().id())));
        timed("released", () -> till.release(office, batch.getFirst()));
        Path answer = Files.createTempFile("huzhu-answer-", ".xml");
        timed("simulated", () -> {
            try (OutputStream out = Files.newOutputStream(answer)) {
                new BankSimulator(forms.find(Till.FORM).orElseThrow(), 1, 0.01)
                        .answer(till.file(office, batch.getFirst()), till.today(), out);
            }
        });
        List<Taken> taken = new ArrayList<>();
        timed("answered", () -> taken.add(till.take(office, answer)));
        assertThat(taken.getFirst().paid() + taken.getFirst().returned()).isEqualTo(ORDERS);
        Files.write(Path.of("target", "payments-bench.txt"), report);
        Files.delete(answer);
    }
}
