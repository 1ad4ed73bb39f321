package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.contributions.Bill.Arrear;
import org.huzhu.contributions.Bill.Receipt;
import org.huzhu.contributions.Billing.Owing;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.contributions.JdbcBillings.Standing;
import org.huzhu.contributions.RefundDesk.Refund;
import org.huzhu.enrolment.Dues.Due;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.plan.Enrolment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the bills of a batch, cancels them, and shows them. */
@Service
@Transactional
class Bills implements ContributionDesk {

    private final JdbcBillings billings;
    private final JdbcBills bills;
    private final Books books;
    private final PlanCatalogue catalogue;
    private final Desk desk;

    Bills(JdbcBillings billings, JdbcBills bills, Books books, PlanCatalogue catalogue, Desk desk) {
        this.billings = billings;
        this.bills = bills;
        this.books = books;
        this.catalogue = catalogue;
        this.desk = desk;
    }

    void begin(Due due) {
        billings.add(due, desk.today());
    }

    void write(Due due, Map<Owing, Map<String, Money>> owed) {
        Map<Fund.Kind, UUID> funds = new EnumMap<>(Fund.Kind.class);
        int index = 0;
        for (Map.Entry<Owing, Map<String, Money>> each : owed.entrySet()) {
            Owing owing = each.getKey();
            UUID fund = funds.computeIfAbsent(
                    owing.fund(), kind -> books.fund(due.unit(), kind).id());
            Bill bill = new Bill(
                    desk.freshId(),
                    due.batch(),
                    BillReference.of(due.number(), index++),
                    due.unit(),
                    due.path(),
                    fund,
                    owing.by(),
                    owing.name()
                            .orElseGet(
                                    () -> books.name(owing.by().organisation().orElse(due.unit()))),
                    Money.sum(each.getValue().values()),
                    Money.ZERO,
                    due.startsOn(),
                    false);
            bills.add(bill, each.getValue());
            books.billed(bill);
        }
    }

    /** Cancels the bills of a batch, if nothing was paid for any of them; so it is where there are none. */
    boolean takeBack(UUID batch) {
        billings.lock(List.of(batch));
        Optional<Standing> standing = billings.standing(batch);
        if (standing.isEmpty()) {
            return true;
        }
        List<Bill> all = bills.ofBatch(batch);
        if (bills.cancel(batch, desk.today()) != all.size() || !billings.takeBack(batch)) {
            return false;
        }
        all.forEach(books::cancelled);
        desk.done("contribution.cancel", "batch", batch, standing.get().path(), Optional.empty());
        return true;
    }

    Bill found(UUID id) {
        return bills.find(List.of(id)).stream().findFirst().orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
    }

    /** Holds what was paid in vain under a plan that gives such back, and whose batch is paid. */
    void hold(Bill bill, String plan, Money money) {
        billings.lock(List.of(bill.batch()));
        boolean isPaid =
                billings.standing(bill.batch()).filter(Standing::isPaid).isPresent();
        boolean givesBack = catalogue
                .rulebook()
                .library()
                .governing(plan, bill.startsOn(), bill.startsOn())
                .filter(version -> version.enrolment().refund() == Enrolment.Refund.DUPLICATES)
                .isPresent();
        require(isPaid && givesBack, Reason.NO_REFUND);
        require(bills.hold(bill.id(), plan, money), Reason.NOT_SO_MUCH_LEFT);
    }

    void letGo(UUID id, Refund refund) {
        Bill bill = found(id);
        billings.lock(List.of(bill.batch()));
        bills.hold(id, refund.plan().orElseThrow(), Money.ZERO.minus(refund.sum()));
    }

    void release(UUID id, Refund refund) {
        Bill bill = found(id);
        billings.lock(List.of(bill.batch()));
        boolean isEarned =
                billings.standing(bill.batch()).filter(Standing::isEarned).isPresent();
        bills.release(id, refund.plan().orElseThrow(), refund.sum());
        books.refunded(refund, bill, isEarned);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill> bills(Caller caller, UUID batch) {
        List<Bill> all = bills.ofBatch(batch);
        all.stream().findFirst().ifPresent(bill -> desk.require(caller, Operation.CONTRIBUTION_VIEW, bill.path()));
        return all;
    }

    @Override
    @Transactional(readOnly = true)
    public Bill bill(Caller caller, UUID id) {
        return let(caller, bills.find(List.of(id)).stream().findFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public Bill bill(Caller caller, String reference) {
        return let(caller, bills.find(reference));
    }

    private Bill let(Caller caller, Optional<Bill> found) {
        Bill bill = found.orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        desk.require(caller, Operation.CONTRIBUTION_VIEW, bill.path());
        return bill;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill.Line> lines(Caller caller, UUID id) {
        return bills.lines(bill(caller, id).id()).stream()
                .map(line -> new Bill.Line(line.plan(), line.due(), line.allocated()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill> ofUnit(Caller caller, UUID unit, int max) {
        desk.within(caller, Operation.CONTRIBUTION_VIEW, unit);
        return bills.ofUnit(unit, max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Arrear> arrears(Caller caller, LocalDate day, int max) {
        desk.require(caller, Operation.CONTRIBUTION_VIEW);
        return bills.arrears(day, max).stream()
                .map(bill -> new Arrear(bill, ChronoUnit.DAYS.between(bill.startsOn(), day)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Receipt receipt(Caller caller, UUID id) {
        Bill bill = bill(caller, id);
        require(!bill.open().isPositive() && !bill.isCancelled(), Reason.NOT_PAID);
        return billings.receipt(id)
                .map(numbered -> new Receipt(
                        "%d-%06d".formatted(numbered.year(), numbered.sequence()),
                        numbered.givenOn(),
                        bill.payerName(),
                        bill.reference(),
                        bill.due(),
                        bill.due().inCapitals()))
                .orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
    }
}
