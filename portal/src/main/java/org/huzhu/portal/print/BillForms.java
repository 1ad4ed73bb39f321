package org.huzhu.portal.print;

import static org.huzhu.portal.Texts.say;
import static org.huzhu.portal.Texts.yuan;
import static org.huzhu.portal.print.Stationery.fact;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.contributions.Bill;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.kernel.Money;
import org.huzhu.portal.print.Printout.Column;
import org.huzhu.portal.print.Printout.Fact;
import org.huzhu.portal.print.Printout.Grid;
import org.huzhu.portal.print.Printout.Row;
import org.springframework.stereotype.Component;

/** The forms of a bill: that something is to be paid (缴费通知单), and that it was (收据). */
@Component
class BillForms {

    /** Of a unit so many bills are looked through for what else is open. */
    private static final int BILLS_MAX = 200;

    private final Stationery stationery;
    private final ContributionDesk desk;

    BillForms(Stationery stationery, ContributionDesk desk) {
        this.stationery = stationery;
        this.desk = desk;
    }

    Printout notice(Caller caller, UUID id, String address) {
        Bill bill = desk.bill(caller, id);
        boolean isOpen = bill.open().isPositive();
        Money sum = isOpen ? bill.open() : bill.due();
        List<Fact> sums = new ArrayList<>(
                List.of(fact(isOpen ? "bill.open" : "bill.due", Stationery.yuan(sum)), Stationery.capitals(sum)));
        others(caller, bill)
                .filter(Money::isPositive)
                .ifPresent(open -> sums.add(fact("print.arrears", say("print.arrears.open", yuan(open)))));
        return new Printout(
                stationery.heading("bill.title", bill.path(), bill.reference(), address),
                List.of(
                        fact("bill.payer", bill.payerName()),
                        fact("batch.unit", stationery.name(bill.unit())),
                        fact("bill.reference", bill.reference()),
                        fact("batch.state", state(bill))),
                new Grid(
                        List.of(
                                Column.text(say("batch.plan"), 6),
                                Column.amount(say("bill.due"), 4),
                                Column.amount(say("bill.allocated"), 4),
                                Column.amount(say("bill.open"), 4)),
                        desk.lines(caller, id).stream().map(BillForms::due).toList()),
                sums,
                isOpen ? List.of(say("bill.how", bill.reference()), say("print.by", bill.startsOn())) : List.of(),
                stationery.foot("print.stamp.office", "print.sign.handler"));
    }

    private static Row due(Bill.Line line) {
        return Row.of(
                line.plan(),
                yuan(line.due()),
                yuan(line.allocated()),
                yuan(line.due().minus(line.allocated())));
    }

    private String state(Bill bill) {
        if (bill.isCancelled()) {
            return say("bill.cancelled");
        }
        if (!bill.open().isPositive()) {
            return say("bills.paid");
        }
        long late = ChronoUnit.DAYS.between(bill.startsOn(), stationery.today());
        return late > 0 ? say("print.late", late) : say("BatchState.CONFIRMED");
    }

    /** What the payer's other bills for the unit are short of. */
    private java.util.Optional<Money> others(Caller caller, Bill bill) {
        return desk.ofUnit(caller, bill.unit(), BILLS_MAX).stream()
                .filter(other -> !other.id().equals(bill.id())
                        && other.payerName().equals(bill.payerName())
                        && other.startsOn().isBefore(bill.startsOn()))
                .map(Bill::open)
                .reduce(Money::plus);
    }

    Printout receipt(Caller caller, UUID id, String address) {
        Bill bill = desk.bill(caller, id);
        Bill.Receipt receipt = desk.receipt(caller, id);
        return new Printout(
                stationery.heading("receipt.title", bill.path(), receipt.number(), address),
                List.of(
                        fact("receipt.payer", receipt.payerName()),
                        fact("batch.unit", stationery.name(bill.unit())),
                        fact("bill.reference", receipt.reference()),
                        fact("receipt.day", receipt.givenOn().toString())),
                new Grid(
                        List.of(Column.text(say("batch.plan"), 6), Column.amount(say("print.yuan"), 4)),
                        desk.lines(caller, id).stream()
                                .map(line -> Row.of(line.plan(), yuan(line.allocated())))
                                .toList()),
                List.of(fact("receipt.sum", Stationery.yuan(receipt.sum())), Stationery.capitals(receipt.sum())),
                List.of(),
                stationery.foot("print.stamp.finance", "print.sign.receiver", "print.sign.handler"));
    }
}
