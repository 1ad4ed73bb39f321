package org.huzhu.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.database.Server;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.Money;
import org.huzhu.kernel.PersonName;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.FundOpening;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.bank.AnswerHead;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

/** An office with a fund that pays benefits, and short words for what happens there. */
@TestComponent
class Till extends Auditors {

    static final String FORM = "iso20022";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Payables payables;
    private final PaymentDesk desk;
    private final AnswerDesk answers;
    private final FileForms forms;
    private final Tools tools;
    private final List<PaymentNews> news = new CopyOnWriteArrayList<>();

    /** What stands below the rooms. */
    @TestComponent
    record Tools(FundFounding funds, TransactionOperations transactions, Server server, SetClock clock) {}

    Till(Payables payables, PaymentDesk desk, AnswerDesk answers, FileForms forms, Tools tools) {
        super(tools.server());
        this.payables = payables;
        this.desk = desk;
        this.answers = answers;
        this.forms = forms;
        this.tools = tools;
    }

    @EventListener
    void on(PaymentNews told) {
        news.add(told);
    }

    List<PaymentNews> news() {
        return news;
    }

    /** An office with a fund; its maker, its checker, and who owes at a unit below it. */
    record Office(Fund fund, String unit, Caller maker, Caller checker, Caller reviewer) {

        Caller another() {
            return caller(Role.FINANCE_MAKER, fund.path());
        }
    }

    static Caller caller(Role role, String path) {
        return new Caller(UUID.randomUUID(), role, Optional.of(path), Optional.empty());
    }

    Office office() {
        return office(FORM);
    }

    Office office(String layout) {
        news.clear();
        int number = NUMBERS.incrementAndGet();
        String path = "o" + number;
        FundOpening opening =
                new FundOpening("T-" + number, "互助基金", Fund.Kind.CONTRIBUTION, path, LocalDate.of(2026, 1, 1));
        Fund fund = Objects.requireNonNull(Scope.ofSystem()
                .call(() -> tools.transactions().execute(_ -> tools.funds().standing(opening))));
        Office office = new Office(
                fund,
                path + ".a.u",
                caller(Role.FINANCE_MAKER, path),
                caller(Role.FINANCE_CHECKER, path).fresh(),
                caller(Role.OFFICE_REVIEWER, path + ".a"));
        as(office.maker(), () -> {
            desk.setAccount(office.maker(), fund.id(), new Account("某市职工互助会", "0109000012345", layout));
            return true;
        });
        return office;
    }

    static Payee payee(int number) {
        return new Payee(new PersonName("张建国"), CardNumber.withCheckDigit("62220212%07d".formatted(number)));
    }

    Owing owing(Office office, String key, long yuan) {
        return new Owing(
                key,
                "claim",
                new UUID(7, key.hashCode()),
                office.fund().id(),
                office.unit(),
                Optional.of(new UUID(8, 1)),
                payee(1),
                Money.ofYuan(yuan),
                tools.clock().instant().atZone(tools.clock().getZone()).toLocalDate());
    }

    /** Owes so many benefits of 100 yuan; their keys. */
    List<String> owe(Office office, int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = "CLM:%s:%d".formatted(office.fund().code(), NUMBERS.incrementAndGet());
            owe(office, owing(office, key, 100));
            keys.add(key);
        }
        return keys;
    }

    UUID owe(Office office, Owing owing) {
        return within(office.reviewer(), () -> payables.owe(owing));
    }

    void redirect(Office office, String key) {
        within(office.reviewer(), () -> {
            boolean _ = payables.redirect(key, payee(2));
            return true;
        });
    }

    void askToCancel(Office office, String key) {
        within(office.reviewer(), () -> {
            payables.askToCancel(key, "重复");
            return true;
        });
    }

    Standing.State state(Office office, String key) {
        return standing(office, key).state();
    }

    Standing standing(Office office, String key) {
        return Objects.requireNonNull(
                within(office.reviewer(), () -> payables.standing(List.of(key))).get(key), key);
    }

    Batch assemble(Office office) {
        return as(
                office.maker(),
                () -> desk.assemble(office.maker(), office.fund().id()));
    }

    Batch filed(Office office) {
        Batch batch = assemble(office);
        return as(office.maker(), () -> desk.file(office.maker(), batch.id()));
    }

    Batch released(Office office) {
        return release(office, filed(office));
    }

    Batch release(Office office, Batch batch) {
        return as(office.checker(), () -> desk.release(office.checker(), batch.id()));
    }

    Path file(Office office, Batch batch) {
        return as(office.maker(), () -> desk.file(office.maker(), batch.id(), 1));
    }

    /** What a bank says of a payable. */
    AnswerLine line(Office office, String key, Outcome outcome) {
        Standing standing = standing(office, key);
        String reference = new PayReference(standing.payable(), standing.attempt()).text();
        return new AnswerLine(
                1,
                "S" + outcome + reference.substring(24),
                reference,
                outcome,
                outcome == Outcome.RETURNED ? Optional.of("AC04") : Optional.empty(),
                Optional.of(standing.sum()),
                Optional.of("张 建国"),
                today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(tools.clock().instant(), tools.clock().getZone());
    }

    Path answer(AnswerLine... lines) {
        return answer(head(Optional.empty(), Optional.empty()), lines);
    }

    AnswerHead head(Optional<String> file, Optional<Outcome> others) {
        return new AnswerHead(file, others, Optional.empty(), Optional.empty(), Optional.empty(), today());
    }

    Path answer(AnswerHead head, AnswerLine... lines) {
        return answer(FORM, head, lines);
    }

    Path answer(String layout, AnswerHead head, AnswerLine... lines) {
        FileForm form = forms.find(layout).orElseThrow();
        try {
            Path file = Files.createTempFile("huzhu-answer-", "." + form.ending());
            try (OutputStream out = Files.newOutputStream(file)) {
                form.answer(out, head, List.of(lines));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Taken take(Office office, Path file) {
        return as(
                office.maker(), () -> answers.take(office.maker(), office.fund().id(), file));
    }

    Taken take(Office office, AnswerLine... lines) {
        return take(office, answer(lines));
    }

    List<AnswerDesk.Why> differences(Office office) {
        return as(office.maker(), () -> answers.differences(office.maker(), 100)).stream()
                .map(AnswerDesk.Difference::why)
                .toList();
    }

    <T> T within(Caller caller, Callable<T> work) {
        return as(
                caller,
                () -> Objects.requireNonNull(tools.transactions().execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })));
    }

    static <T> T as(Caller caller, Callable<T> work) {
        return caller.scope().call(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    static void doAs(Caller caller, Runnable work) {
        caller.scope().run(work);
    }

    static void refuses(PaymentRefused.Reason reason, Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(
                        PaymentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    Map<String, Standing> standing(Office office, List<String> keys) {
        return within(office.reviewer(), () -> payables.standing(keys));
    }
}
