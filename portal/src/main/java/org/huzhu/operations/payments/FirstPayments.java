package org.huzhu.operations.payments;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.demonstration.Demonstration.Filled;
import org.huzhu.demonstration.Worker;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.Owing;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.bank.AnswerHead;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The payments of a demonstration: one batch paid and partly given back, some benefits that wait, something odd. */
public final class FirstPayments {

    private static final String LAYOUT = "bob-csv";
    private static final int PAID = 12;
    private static final int WAITING = 8;
    private static final double RETURNED = 0.25;
    private static final long SEED = 3;
    private static final long YUAN_MIN = 500;

    private final ApplicationContext society;
    private final List<Worker> workers;
    private final Caller maker;
    private final Caller checker;
    private final Caller reviewer;
    private int next;

    public FirstPayments(ApplicationContext society, Filled filled) {
        this.society = society;
        this.workers = filled.workers();
        String office = filled.posts().getFirst().organisation().path();
        this.maker = caller(Role.FINANCE_MAKER, 1, office);
        this.checker = caller(Role.FINANCE_CHECKER, 2, office).fresh();
        this.reviewer = caller(Role.OFFICE_REVIEWER, 3, office);
    }

    private static Caller caller(Role role, int number, String path) {
        return new Caller(new UUID(0, number), role, Optional.of(path), Optional.empty());
    }

    /** Owes and pays; nothing where no fund was opened yet. */
    public void pay() {
        maker.scope()
                .call(() -> society.getBean(FundDesk.class).funds(maker).stream()
                        .filter(fund -> fund.kind() == Fund.Kind.CONTRIBUTION)
                        .findFirst())
                .ifPresent(this::pay);
    }

    private void pay(Fund fund) {
        PaymentDesk desk = society.getBean(PaymentDesk.class);
        as(maker, () -> desk.setAccount(maker, fund.id(), new Account("职工互助保障会演示账户", "01090000123450001", LAYOUT)));
        Object _ = owe(fund, PAID);
        Batch batch = maker.scope().call(() -> desk.assemble(maker, fund.id()));
        as(maker, () -> {
            Object _ = desk.file(maker, batch.id());
        });
        as(checker, () -> {
            Object _ = desk.release(checker, batch.id());
        });
        FileForm form = society.getBean(FileForms.class).find(LAYOUT).orElseThrow();
        Path file = maker.scope().call(() -> desk.file(maker, batch.id(), 1));
        take(fund, out -> new BankSimulator(form, SEED, RETURNED).answer(file, today(), out));
        take(fund, out -> form.answer(out, head(batch), List.of(strange())));
        String last = owe(fund, WAITING);
        as(reviewer, () -> society.getBean(Payables.class).askToCancel(last, "材料有误，申请撤销"));
    }

    /** Owes so many; the key of the last. */
    private String owe(Fund fund, int count) {
        for (int i = 0; i < count; i++) {
            next++;
            Owing owing = owing(fund);
            as(reviewer, () -> {
                Object _ = society.getBean(Payables.class).owe(owing);
            });
        }
        return key(next);
    }

    private static String key(int number) {
        return "DEMO:%04d".formatted(number);
    }

    private Owing owing(Fund fund) {
        Worker worker = workers.get(next % workers.size());
        return new Owing(
                key(next),
                "demonstration",
                new UUID(0, next),
                fund.id(),
                worker.unit().path(),
                Optional.empty(),
                new Payee(new PersonName(worker.name()), worker.card()),
                Money.ofYuan(YUAN_MIN * (1 + next % 5)),
                today());
    }

    private AnswerHead head(Batch batch) {
        return new AnswerHead(
                Optional.of(batch.number()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                today());
    }

    /** What the bank says of an order that is none of ours. */
    private AnswerLine strange() {
        return new AnswerLine(
                1,
                "20260001",
                "0000000000000000",
                Outcome.PAID,
                Optional.empty(),
                Optional.of(Money.ofYuan(YUAN_MIN)),
                Optional.empty(),
                today());
    }

    private LocalDate today() {
        return LocalDate.now(society.getBean(Clock.class));
    }

    /** What a bank writes. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void take(Fund fund, Content content) {
        try {
            Path answer = Files.createTempFile("huzhu-answer-", ".csv");
            try (OutputStream out = Files.newOutputStream(answer)) {
                content.write(out);
            }
            as(maker, () -> {
                Object _ = society.getBean(AnswerDesk.class).take(maker, fund.id(), answer);
            });
            Files.delete(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void as(Caller caller, Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(society.getBean(PlatformTransactionManager.class));
        caller.scope().run(() -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
