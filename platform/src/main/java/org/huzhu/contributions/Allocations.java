package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huzhu.contributions.BankReceipts.Allocation;
import org.huzhu.contributions.BankReceipts.Deposit;
import org.huzhu.contributions.BankReceipts.Found;
import org.huzhu.contributions.BankReceipts.Part;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.JdbcBills.Line;
import org.huzhu.kernel.Money;
import org.springframework.stereotype.Component;

/**
 * Joins what came in with what is due, and takes it apart again.
 *
 * <p>Whoever does so locks first the batches, in the order of their ids, then the deposit; the sums are changed only
 * where there is enough left.
 */
@Component
class Allocations {

    private final JdbcBillings billings;
    private final JdbcBills bills;
    private final JdbcDeposits deposits;
    private final Books books;
    private final Completion completion;
    private final Desk desk;

    Allocations(
            JdbcBillings billings,
            JdbcBills bills,
            JdbcDeposits deposits,
            Books books,
            Completion completion,
            Desk desk) {
        this.billings = billings;
        this.bills = bills;
        this.deposits = deposits;
        this.books = books;
        this.completion = completion;
        this.desk = desk;
    }

    /** Allocates all of it, or refuses all. */
    List<Allocation> allocate(UUID id, List<Part> parts, Found found) {
        Map<UUID, Bill> known = locked(parts.stream().map(Part::bill).toList());
        Deposit deposit = deposits.lock(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        require(!deposit.isPersonal(), Reason.PERSONAL);
        List<Allocation> made = new ArrayList<>();
        for (Part part : parts) {
            Bill bill = known.get(part.bill());
            if (bill == null) {
                throw new ContributionRefused(Reason.ABSENT);
            }
            made.add(allocate(deposit, bill, part.money(), found));
        }
        new TreeSet<>(known.values().stream().map(Bill::batch).toList()).forEach(completion::look);
        return List.copyOf(made);
    }

    /** The bills, of whose batches nobody else changes the money until this transaction ends. */
    Map<UUID, Bill> locked(Collection<UUID> ids) {
        billings.lock(bills.find(ids).stream().map(Bill::batch).distinct().toList());
        return bills.find(ids).stream().collect(Collectors.toMap(Bill::id, Function.identity()));
    }

    private Allocation allocate(Deposit deposit, Bill bill, Money money, Found found) {
        require(money.isPositive(), Reason.NOT_POSSIBLE);
        require(deposits.allocate(deposit.id(), money), Reason.NOT_SO_MUCH_LEFT);
        require(bills.allocate(bill.id(), money), Reason.NOT_SO_MUCH_OPEN);
        Allocation allocation = new Allocation(desk.freshId(), deposit.id(), bill.id(), money, found, Optional.empty());
        deposits.add(allocation, bill.path(), deposit.day(), Desk.actor(), desk.moment());
        share(allocation, bill);
        books.allocated(allocation.id(), deposit, bill, money);
        desk.done("contribution.allocate", "bill", bill.id(), bill.path(), Optional.of(bill.reference()));
        Bill now = bills.find(List.of(bill.id())).getFirst();
        if (!now.open().isPositive()) {
            billings.give(now, books.path(now.fund()), desk.today());
        }
        return allocation;
    }

    /** Counts the money to the plans of the bill, in their order. */
    private void share(Allocation allocation, Bill bill) {
        Money left = allocation.money();
        for (Line line : bills.lines(bill.id())) {
            Money part = line.open().atMost(left);
            if (part.isPositive()) {
                bills.allocate(bill.id(), line.plan(), part);
                deposits.addPart(allocation.id(), bill.path(), line.plan(), part);
                left = left.minus(part);
            }
        }
        if (left.fen() != 0) {
            throw new IllegalStateException("The plans of bill %s do not sum to it".formatted(bill.id()));
        }
    }

    /** Takes an allocation back, while its batch is not paid. */
    void undo(Allocation allocation, String reason) {
        Bill bill = locked(List.of(allocation.bill())).get(allocation.bill());
        if (bill == null) {
            throw new ContributionRefused(Reason.ABSENT);
        }
        require(
                billings.standing(bill.batch())
                        .filter(standing -> !standing.isPaid())
                        .isPresent(),
                Reason.COVER_AGREED);
        Deposit deposit = deposits.lock(allocation.deposit()).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        require(deposits.undo(allocation.id(), reason, Desk.actor(), desk.moment()), Reason.DECIDED);
        Money back = Money.ZERO.minus(allocation.money());
        bills.allocate(bill.id(), back);
        deposits.allocate(deposit.id(), back);
        deposits.parts(allocation.id())
                .forEach(part -> bills.allocate(bill.id(), part.plan(), Money.ZERO.minus(part.money())));
        billings.voidReceipt(bill.id(), desk.today());
        books.undone(allocation.id(), deposit, bill, reason);
        desk.done("contribution.undo", "bill", bill.id(), bill.path(), Optional.of(reason));
    }
}
