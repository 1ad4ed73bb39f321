package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huzhu.SetClock;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Town;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Account;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.QuarterRefused.Reason;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Offices that settle quarters, and short words for what happens there. */
@TestComponent
class Officers {

    static final String PLAN = "暖互助";
    private static final String FORM = "iso20022";
    private static final String OF_UNIT =
            "select id from members.member where unit = :unit and path <@ any(:reach::ltree[])";
    private static final String OWED = "select coalesce(sum(fen), 0)::bigint from payments.payable where fund = :fund"
            + " and path <@ any(:reach::ltree[])";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Town town;
    private final Founding founding;
    private final QuarterDesk desk;
    private final QuarterWork work;
    private final Bank bank;

    Officers(Town town, Founding founding, QuarterDesk desk, QuarterWork work, Bank bank) {
        this.town = town;
        this.founding = founding;
        this.desk = desk;
        this.work = work;
        this.bank = bank;
    }

    /** What pays. */
    @TestComponent
    record Bank(
            OfficeFunds funds,
            PaymentDesk payments,
            AnswerDesk answers,
            FileForms forms,
            SetClock clock,
            JdbcClient database,
            TransactionOperations transactions) {}

    /** An office, and who is there. */
    record Office(Organisation organisation, Caller relief, Caller reviewer, Caller maker, Caller checker) {}

    Office office() {
        Organisation _ = town.office();
        Opening opening = new Opening(Tier.OFFICE, "办事处" + NEXT.incrementAndGet(), Optional.empty());
        Organisation office =
                Scope.ofSystem().call(() -> founding.open(opening, new Occasion(LocalDate.of(2012, 1, 1), "测试")));
        return of(office);
    }

    /** Who is there. */
    static Office of(Organisation office) {
        return new Office(
                office,
                caller(Role.RELIEF_OFFICER, office),
                caller(Role.OFFICE_REVIEWER, office).fresh(),
                caller(Role.FINANCE_MAKER, office),
                caller(Role.FINANCE_CHECKER, office).fresh());
    }

    private static Caller caller(Role role, Organisation at) {
        return new Caller(UUID.randomUUID(), role, Optional.of(at.path()), Optional.empty());
    }

    <T> T as(Caller caller, Callable<T> task) {
        return caller.scope().call(() -> {
            try {
                return task.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void refuses(Reason reason, ThrowingCallable task) {
        assertThatThrownBy(task)
                .isInstanceOfSatisfying(
                        QuarterRefused.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.reason())
                                .isEqualTo(reason));
    }

    UUID open(Office office, int year, int quarter) {
        return as(office.relief(), () -> desk.open(office.relief(), new Quarter(PLAN, year, quarter)));
    }

    FeedFile bring(Office office, UUID run, Kind kind, Path file) {
        return as(office.relief(), () -> {
            try (InputStream bytes = Files.newInputStream(file)) {
                return desk.bring(office.relief(), run, kind, bytes, Manifest.NONE);
            }
        });
    }

    int ask(Office office, UUID run) {
        return as(office.relief(), () -> desk.ask(office.relief(), run));
    }

    Trial trial(Office office, UUID run) {
        return as(office.relief(), () -> desk.trial(office.relief(), run)).orElseThrow();
    }

    Run run(Office office, UUID run) {
        return as(office.relief(), () -> desk.run(office.relief(), run)).orElseThrow();
    }

    /** Opens the quarter with a city's files, and tries it. */
    UUID tried(Office office, Path city, int year, int quarter) {
        UUID run = open(office, year, quarter);
        FeedFile _ = bring(office, run, Kind.FEED, city.resolve("feed-q%d.csv".formatted(quarter)));
        FeedFile _ = bring(office, run, Kind.REGISTER, city.resolve("members.csv"));
        int _ = ask(office, run);
        work.go();
        return run;
    }

    void see(Office office, UUID run) {
        int trial = run(office, run).trial();
        as(office.relief(), () -> desk.warnings(office.relief(), run))
                .forEach(warning -> as(office.relief(), () -> {
                    desk.see(office.relief(), run, trial, warning.kind());
                    return true;
                }));
    }

    void propose(Office office, UUID run, int trial) {
        as(office.relief(), () -> {
            desk.propose(office.relief(), run, trial);
            return true;
        });
    }

    void confirm(Office office, Caller by, UUID run, int trial) {
        as(by, () -> {
            desk.confirm(by, run, trial);
            return true;
        });
    }

    /** Two confirm the last trial. */
    void confirmed(Office office, UUID run) {
        see(office, run);
        int trial = run(office, run).trial();
        propose(office, run, trial);
        confirm(office, office.reviewer(), run, trial);
    }

    /** Somebody of the register of members. */
    UUID member() {
        return member(town.unit(), Town.people(1));
    }

    /** Somebody of the register of members, at a unit where there is nobody else. */
    UUID member(Organisation unit, List<Town.Person> him) {
        UUID batch = town.bring(unit, him, "住院津贴");
        town.await(batch);
        town.confirm(unit, batch);
        return as(
                Town.handler(unit),
                () -> bank.transactions()
                        .execute(_ -> bank.database()
                                .sql(OF_UNIT)
                                .param("unit", unit.id())
                                .param("reach", Scope.required().reachText())
                                .query(UUID.class)
                                .single()));
    }

    private Fund fund(Office office) {
        return fund(office, Fund.Kind.PUBLIC);
    }

    private Fund fund(Office office, Fund.Kind kind) {
        return Scope.ofSystem()
                .call(() -> bank.transactions()
                        .execute(_ -> bank.funds().of(office.organisation().id(), kind)));
    }

    /** What the fund of the kind owes. */
    Money owed(Office office, Fund.Kind kind) {
        UUID fund = fund(office, kind).id();
        return Scope.ofSystem()
                .call(() -> bank.transactions()
                        .execute(_ -> Money.ofFen(bank.database()
                                .sql(OWED)
                                .param("fund", fund)
                                .param("reach", Scope.required().reachText())
                                .query(Long.class)
                                .single())));
    }

    /** All that is owed goes to the bank, which pays it. */
    Batch paid(Office office) {
        return sent(office, 0);
    }

    /** All that is owed goes to the bank, which gives back this share of it. */
    Batch sent(Office office, double returned) {
        Fund fund = fund(office);
        as(office.maker(), () -> {
            bank.payments().setAccount(office.maker(), fund.id(), new Account("某市职工互助会", "0109000012345", FORM));
            return true;
        });
        Batch batch = as(office.maker(), () -> bank.payments().assemble(office.maker(), fund.id()));
        as(office.maker(), () -> bank.payments().file(office.maker(), batch.id()));
        as(office.checker(), () -> bank.payments().release(office.checker(), batch.id()));
        IntStream.rangeClosed(1, batch.parts())
                .forEach(part -> as(office.maker(), () -> {
                    Path file = bank.payments().file(office.maker(), batch.id(), part);
                    return bank.answers().take(office.maker(), fund.id(), answer(file, returned));
                }));
        return batch;
    }

    private Path answer(Path file, double returned) {
        FileForm form = bank.forms().find(FORM).orElseThrow();
        try {
            Path answer = Files.createTempFile("huzhu-answer-", "." + form.ending());
            try (OutputStream out = Files.newOutputStream(answer)) {
                new BankSimulator(form, 1, returned)
                        .answer(
                                file,
                                LocalDate.ofInstant(
                                        bank.clock().instant(), bank.clock().getZone()),
                                out);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
