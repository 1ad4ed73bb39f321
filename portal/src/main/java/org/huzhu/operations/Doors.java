package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huzhu.access.Caller;
import org.huzhu.access.Role;
import org.huzhu.contributions.BankReceipts;
import org.huzhu.contributions.BankReceipts.Taken;
import org.huzhu.contributions.Bill;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Order;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.IdNumber;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.huzhu.unions.UnitFacts;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The doors that handlers of units and the office's people go through to enrol and to take money in. */
public final class Doors {

    private static final String ROSTER = "姓名,身份证号,入职日期,增减,会员卡号,份数,家长证件号码";
    private static final String BANK = "交易流水号,交易日期,贷方金额,对方户名,附言";

    private final ApplicationContext society;
    private final Organisation office;
    private final EnrolmentDesk desk;

    /** Those of an office. */
    public Doors(ApplicationContext society, Organisation office) {
        this.society = society;
        this.office = office;
        this.desk = society.getBean(EnrolmentDesk.class);
    }

    /** Somebody who works at the organisation of the path. */
    public static Caller caller(Role role, String path) {
        return new Caller(new UUID(0, 0), role, Optional.of(path), Optional.empty());
    }

    private static Caller handler(Organisation unit) {
        return caller(Role.UNIT_HANDLER, unit.path());
    }

    /** The office. */
    public Organisation office() {
        return office;
    }

    /** Somebody of the office. */
    public Caller official(Role role) {
        return caller(role, office.path());
    }

    /** What the society has of the type. */
    public <T> T get(Class<T> type) {
        return society.getBean(type);
    }

    /** The day that the clock of the society shows. */
    public LocalDate today() {
        return LocalDate.now(get(Clock.class));
    }

    /** Works as somebody, in one transaction. */
    public <T> T as(Caller caller, Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(get(PlatformTransactionManager.class));
        return caller.scope().call(() -> transaction.execute(_ -> work.get()));
    }

    /** How many work at the unit today, as far as it says. */
    int staff(Organisation unit) {
        return as(
                handler(unit),
                () -> get(UnionTree.class)
                        .factsOn(unit.id(), today())
                        .map(UnitFacts::staff)
                        .orElse(0));
    }

    /** The row of a roster with somebody who takes part. */
    static String row(String name, IdNumber id, LocalDate since) {
        return "%s,%s,%s,,,,".formatted(name, id.text(), since);
    }

    /** The row with somebody who takes part with so many units of cover, and has the card. */
    public static String row(String name, IdNumber id, LocalDate since, CardNumber card, int units) {
        return "%s,%s,%s,,%s,%d,".formatted(name, id.text(), since, card.digits(), units);
    }

    /** The row with a child of somebody who is known by then. */
    public static String child(String name, IdNumber id, IdNumber parent) {
        return "%s,%s,,,,1,%s".formatted(name, id.text(), parent.text());
    }

    /** The row with somebody who takes part no longer. */
    static String leaves(String name, IdNumber id) {
        return "%s,%s,,减,,,".formatted(name, id.text());
    }

    /** Brings the rows of a roster, and waits until all are read. */
    UUID bring(Organisation unit, Order order, List<String> rows) {
        Caller handler = handler(unit);
        return handler.scope().call(() -> {
            UUID batch = desk.bring(handler, order, "在职名单.csv", file(ROSTER, rows));
            desk.await(handler, batch);
            return batch;
        });
    }

    /** Renews what ends, with the rows of who came and who leaves, and waits until all are read. */
    UUID renew(Organisation unit, Order order, List<String> changes) {
        Caller handler = handler(unit);
        return handler.scope().call(() -> {
            UUID batch = desk.renew(handler, order);
            desk.await(handler, batch);
            if (!changes.isEmpty()) {
                desk.correct(handler, batch, "人员变动.csv", file(ROSTER, changes));
                desk.await(handler, batch);
            }
            return batch;
        });
    }

    private static ByteArrayInputStream file(String header, List<String> rows) {
        return new ByteArrayInputStream((header + "\n" + String.join("\n", rows) + "\n").getBytes(UTF_8));
    }

    /** Confirms the batch; false where something holds it back. */
    boolean confirm(Organisation unit, UUID batch) {
        Caller handler = handler(unit);
        return handler.scope().call(() -> {
            Look look = desk.look(handler, batch);
            if (look.isReady()) {
                desk.confirm(handler, batch);
            }
            return look.isReady();
        });
    }

    /** What is billed for the batches. */
    List<Bill> bills(List<UUID> batches) {
        Caller maker = official(Role.FINANCE_MAKER);
        ContributionDesk contributions = get(ContributionDesk.class);
        return maker.scope()
                .call(() -> batches.stream()
                        .flatMap(batch -> contributions.bills(maker, batch).stream())
                        .toList());
    }

    /** A transfer as a bank writes it. */
    static String transfer(String serial, LocalDate day, Money sum, String payer, String remark) {
        return "%s,%s,%s,%s,%s"
                .formatted(serial, day, BigDecimal.valueOf(sum.fen(), 2).toPlainString(), payer, remark);
    }

    /** The transfers that pay the bills, all on the day. */
    static List<String> transfers(List<Bill> bills, LocalDate day) {
        List<String> rows = new ArrayList<>();
        for (Bill bill : bills) {
            String serial = "D%tY%1$tm%1$td%04d".formatted(day, rows.size());
            rows.add(transfer(serial, day, bill.due(), bill.payerName(), bill.reference()));
        }
        return rows;
    }

    /** Takes the file of the bank with these transfers. */
    Taken take(List<String> transfers) {
        Caller maker = official(Role.FINANCE_MAKER);
        try {
            Path file = Files.createTempFile("huzhu-bank-", ".csv");
            try {
                Files.write(file, (BANK + "\n" + String.join("\n", transfers) + "\n").getBytes(UTF_8));
                return maker.scope()
                        .call(() -> get(BankReceipts.class).take(maker, office.id(), Fund.Kind.CONTRIBUTION, file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
