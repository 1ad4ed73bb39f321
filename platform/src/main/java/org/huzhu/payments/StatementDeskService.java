package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.JournalLine;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.payments.JdbcStatements.Moved;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.bank.StatementFile;
import org.huzhu.payments.bank.StatementFile.Line;
import org.huzhu.payments.bank.Unreadable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds movements against each other by day and sum. What this room posted together is taken apart again, as the bank
 * shows it; what other rooms posted, they posted one by one.
 */
@Service
@Transactional
class StatementDeskService implements StatementDesk {

    private static final int PAGE = 1_000;
    private static final String OURS = "payment.";

    private final JdbcStatements statements;
    private final Ledger ledger;
    private final Books books;
    private final BeyondReach beyond;
    private final Desk desk;

    StatementDeskService(JdbcStatements statements, Ledger ledger, Books books, BeyondReach beyond, Desk desk) {
        this.statements = statements;
        this.ledger = ledger;
        this.books = books;
        this.beyond = beyond;
        this.desk = desk;
    }

    @Override
    public Read take(Caller caller, UUID id, Path file) {
        Fund fund = books.fund(id);
        desk.require(caller, Operation.PAYMENT_MAKE, fund.path());
        List<Line> lines;
        try {
            lines = StatementFile.read(file).lines();
        } catch (Unreadable e) {
            throw new PaymentRefused(Reason.FILE_UNREADABLE, e.place(), e);
        }
        int known = 0;
        for (Line line : lines) {
            require(!line.day().isAfter(desk.today()), Reason.NOT_POSSIBLE);
            if (!statements.add(desk.freshId(), fund, line, desk.moment())) {
                require(statements.isSame(id, line), Reason.SERIAL_CLASHES);
                known++;
            }
        }
        desk.done("payment.statement", "fund", id, fund.path(), lines.size() - known + "/" + lines.size());
        return new Read(lines.size(), known);
    }

    /** Movements of one sum on one day. */
    private record Kind(LocalDate day, Money sum) {}

    @Override
    public Reconciliation reconcile(Caller caller, UUID id, LocalDate day) {
        Fund fund = books.fund(id);
        desk.require(caller, Operation.PAYMENT_VIEW, fund.path());
        return beyond.call(() -> {
            Map<Kind, Integer> more = new HashMap<>();
            statements.ours(id, day).forEach(moved -> more.merge(kind(moved), moved.count(), Integer::sum));
            others(fund, day).forEach(line -> more.merge(new Kind(line.place().day(), line.amount()), 1, Integer::sum));
            List<Moved> bank = statements.bank(id, day);
            bank.forEach(moved -> more.merge(kind(moved), -moved.count(), Integer::sum));
            return new Reconciliation(
                    day,
                    ledger.balance(id, StandardAccount.BANK.code(), day),
                    Money.sum(bank.stream()
                            .map(moved -> moved.sum().times(moved.count()))
                            .toList()),
                    more.entrySet().stream()
                            .filter(each -> each.getValue() != 0)
                            .map(each -> new OpenItem(
                                    each.getKey().day(), each.getKey().sum(), each.getValue()))
                            .sorted(Comparator.comparing(OpenItem::day).thenComparing(OpenItem::sum))
                            .toList());
        });
    }

    private static Kind kind(Moved moved) {
        return new Kind(moved.day(), moved.sum());
    }

    /** What others posted to the bank account of the fund. */
    private List<JournalLine> others(Fund fund, LocalDate day) {
        List<JournalLine> others = new ArrayList<>();
        if (day.isBefore(fund.openedOn())) {
            return others;
        }
        DateSpan span = new DateSpan(fund.openedOn(), day.plusDays(1));
        Optional<JournalLine.Place> after = Optional.empty();
        List<JournalLine> page;
        do {
            page = ledger.journal(fund.id(), StandardAccount.BANK.code(), span, after, PAGE);
            page.stream().filter(line -> !line.kind().startsWith(OURS)).forEach(others::add);
            after = page.isEmpty() ? after : Optional.of(page.getLast().place());
        } while (page.size() == PAGE);
        return others;
    }
}
