package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.contributions.JdbcBills.Line;
import org.huzhu.database.Scope;
import org.huzhu.enrolment.Dues;
import org.huzhu.kernel.Money;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows when all of a batch is paid: enrolment is told, once; and on the day on which cover starts, what was
 * received in advance becomes income, which is looked for early each day.
 */
@Component
class Completion {

    private static final String EARLY = "0 10 0 * * *";
    private static final String CHINA = "Asia/Shanghai";

    private final Dues dues;
    private final JdbcBillings billings;
    private final JdbcBills bills;
    private final Books books;
    private final Desk desk;
    private final TransactionTemplate transaction;

    Completion(
            @Lazy Dues dues,
            JdbcBillings billings,
            JdbcBills bills,
            Books books,
            Desk desk,
            PlatformTransactionManager transactions) {
        this.dues = dues;
        this.billings = billings;
        this.bills = bills;
        this.books = books;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A batch that costs nothing is paid on the day on which it is confirmed. */
    void free(UUID batch) {
        complete(batch, desk.today());
    }

    /** Looks whether anything of the batch, which is locked, is still open. */
    void look(UUID batch) {
        if (bills.ofBatch(batch).stream().noneMatch(bill -> bill.open().isPositive())) {
            complete(batch, bills.lastDay(batch));
        }
    }

    private void complete(UUID batch, LocalDate paid) {
        LocalDate from = dues.paid(batch, paid);
        if (!billings.pay(batch, paid, from)) {
            throw new IllegalStateException("Batch %s was paid before".formatted(batch));
        }
        if (!from.isAfter(desk.today())) {
            earn(batch, from);
        }
    }

    private void earn(UUID batch, LocalDate day) {
        if (billings.earn(batch, day)) {
            bills.ofBatch(batch).forEach(bill -> books.earned(bill, refunded(bill), day));
        }
    }

    private Money refunded(Bill bill) {
        return Money.sum(bills.lines(bill.id()).stream().map(Line::refunded).toList());
    }

    /** Makes income of what was paid for covers that have started by today; says how many batches that were. */
    int earn() {
        return Scope.ofSystem()
                .call(() -> Optional.ofNullable(transaction.execute(_ -> {
                            List<UUID> due = billings.toEarn(desk.today());
                            due.forEach(batch -> billings.standing(batch)
                                    .flatMap(JdbcBillings.Standing::coveredFrom)
                                    .ifPresent(from -> earn(batch, from)));
                            return due.size();
                        }))
                        .orElse(0));
    }

    @Scheduled(cron = EARLY, zone = CHINA)
    void earnEachDay() {
        earn();
    }
}
