package org.huzhu.contributions;

import static org.huzhu.contributions.ContributionRefused.require;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.BankReceipts.Deposit;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.kernel.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds money that somebody asks to give back, until another decides. */
@Service
@Transactional
class RefundDeskService implements RefundDesk {

    private static final String KIND = "refund";

    private final JdbcRefunds refunds;
    private final JdbcDeposits deposits;
    private final Bills bills;
    private final Books books;
    private final Desk desk;

    RefundDeskService(JdbcRefunds refunds, JdbcDeposits deposits, Bills bills, Books books, Desk desk) {
        this.refunds = refunds;
        this.deposits = deposits;
        this.bills = bills;
        this.books = books;
        this.desk = desk;
    }

    @Override
    public Refund ask(Caller caller, UUID id, Money money, String reason) {
        Deposit deposit = deposits.find(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        desk.require(caller, Operation.CONTRIBUTION_REFUND, deposit.path());
        requireAsked(money, reason);
        require(deposits.hold(id, money), Reason.NOT_SO_MUCH_LEFT);
        return asked(new Refund(
                desk.freshId(),
                deposit.path(),
                deposit.fund(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                money,
                State.ASKED,
                reason,
                Desk.actor()));
    }

    @Override
    public Refund ask(Caller caller, UUID id, String plan, Money money, String reason) {
        Bill bill = bills.found(id);
        desk.require(caller, Operation.CONTRIBUTION_REFUND, bill.path());
        requireAsked(money, reason);
        bills.hold(bill, plan, money);
        return asked(new Refund(
                desk.freshId(),
                bill.path(),
                bill.fund(),
                Optional.empty(),
                Optional.of(id),
                Optional.of(plan),
                money,
                State.ASKED,
                reason,
                Desk.actor()));
    }

    private static void requireAsked(Money money, String reason) {
        require(!reason.isBlank(), Reason.REASON_MISSING);
        require(money.isPositive(), Reason.NOT_POSSIBLE);
    }

    private Refund asked(Refund refund) {
        refunds.add(refund, desk.moment());
        desk.done(
                Operation.CONTRIBUTION_REFUND.title(), KIND, refund.id(), refund.path(), Optional.of(refund.reason()));
        return refund;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Refund> open(Caller caller) {
        desk.require(caller, Operation.CONTRIBUTION_VIEW);
        return refunds.open();
    }

    @Override
    public void release(Caller caller, UUID id) {
        Refund refund = decided(caller, id, State.RELEASED);
        refund.deposit().ifPresent(deposit -> {
            deposits.release(deposit, refund.sum());
            books.refunded(refund);
        });
        refund.bill().ifPresent(bill -> bills.release(bill, refund));
        desk.done(Operation.CONTRIBUTION_RELEASE.title(), KIND, id, refund.path(), Optional.empty());
    }

    @Override
    public void decline(Caller caller, UUID id, String reason) {
        Refund refund = decided(caller, id, State.DECLINED);
        require(!reason.isBlank(), Reason.REASON_MISSING);
        Money back = Money.ZERO.minus(refund.sum());
        refund.deposit().ifPresent(deposit -> deposits.hold(deposit, back));
        refund.bill().ifPresent(bill -> bills.letGo(bill, refund));
        desk.done("contribution.decline", KIND, id, refund.path(), Optional.of(reason));
    }

    private Refund decided(Caller caller, UUID id, State state) {
        Refund refund = refunds.find(id).orElseThrow(() -> new ContributionRefused(Reason.ABSENT));
        desk.require(caller, Operation.CONTRIBUTION_RELEASE, refund.path());
        require(!refund.askedBy().equals(Desk.actor()), Reason.BY_THE_SAME);
        require(refunds.decide(id, state, Desk.actor(), desk.moment()), Reason.DECIDED);
        return refund;
    }
}
