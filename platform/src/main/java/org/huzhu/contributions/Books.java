package org.huzhu.contributions;

import static org.huzhu.ledger.StandardAccount.BANK;
import static org.huzhu.ledger.StandardAccount.CONTRIBUTIONS_IN_ADVANCE;
import static org.huzhu.ledger.StandardAccount.CONTRIBUTIONS_RECEIVABLE;
import static org.huzhu.ledger.StandardAccount.CONTRIBUTION_INCOME;
import static org.huzhu.ledger.StandardAccount.OTHER_FUNDS;
import static org.huzhu.ledger.StandardAccount.REFUNDS_PAYABLE;
import static org.huzhu.ledger.StandardAccount.SUBSIDIES_RECEIVABLE;
import static org.huzhu.ledger.StandardAccount.SUBSIDY_INCOME;
import static org.huzhu.ledger.StandardAccount.UNCLAIMED;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.huzhu.contributions.ContributionRefused.Reason;
import org.huzhu.database.BeyondReach;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Entry;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.Posting;
import org.huzhu.ledger.Reversal;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.plan.Enrolment.Payer;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * What each movement is in the ledger. The funds are those of the office above a unit, one of each kind, opened where
 * the first is needed; whoever causes a posting need not reach them.
 *
 * <p>What is billed is owed, and stands as received in advance until cover starts; then it is income. What came in is
 * nobody's until it is allocated.
 */
@Component
class Books {

    private static final String KEY = "contribution/";

    private final Ledger ledger;
    private final FundFounding funds;
    private final OfficeFunds offices;
    private final UnionTree tree;
    private final BeyondReach beyond;
    private final Desk desk;

    Books(Ledger ledger, FundFounding funds, OfficeFunds offices, UnionTree tree, BeyondReach beyond, Desk desk) {
        this.ledger = ledger;
        this.funds = funds;
        this.offices = offices;
        this.tree = tree;
        this.beyond = beyond;
        this.desk = desk;
    }

    /** The fund of the nearest office at or above the organisation. */
    Fund fund(UUID organisation, Fund.Kind kind) {
        try {
            return offices.of(organisation, kind);
        } catch (NoSuchElementException e) {
            ContributionRefused refused = new ContributionRefused(Reason.ABSENT);
            refused.initCause(e);
            throw refused;
        }
    }

    void billed(Bill bill) {
        post(
                bill.fund(),
                "bill/" + bill.id(),
                "contribution.billed",
                bill.id(),
                desk.today(),
                Entry.debit(owed(bill), bill.due()),
                Entry.credit(CONTRIBUTIONS_IN_ADVANCE, bill.due()));
    }

    void cancelled(Bill bill) {
        reverse(bill.fund(), "bill/" + bill.id(), "cancelled", "The batch was taken back");
    }

    void received(List<BankReceipts.Deposit> deposits) {
        beyond.run(() -> deposits.forEach(this::received));
    }

    private void received(BankReceipts.Deposit deposit) {
        post(
                deposit.fund(),
                "deposit/" + deposit.id(),
                "contribution.received",
                deposit.id(),
                deposit.day(),
                Entry.debit(BANK, deposit.sum()),
                Entry.credit(UNCLAIMED, deposit.sum()));
    }

    /** Where the money lies in another fund than the bill's, each owes it to the other until it is transferred. */
    void allocated(UUID allocation, BankReceipts.Deposit deposit, Bill bill, Money money) {
        String key = "allocation/" + allocation;
        boolean isSame = deposit.fund().equals(bill.fund());
        if (!isSame) {
            post(
                    deposit.fund(),
                    key + "/out",
                    "contribution.passed-on",
                    deposit.id(),
                    desk.today(),
                    Entry.debit(UNCLAIMED, money),
                    Entry.credit(OTHER_FUNDS, money));
        }
        post(
                bill.fund(),
                key,
                "contribution.allocated",
                bill.id(),
                desk.today(),
                Entry.debit(isSame ? UNCLAIMED : OTHER_FUNDS, money),
                Entry.credit(owed(bill), money));
    }

    void undone(UUID allocation, BankReceipts.Deposit deposit, Bill bill, String reason) {
        String key = "allocation/" + allocation;
        if (!deposit.fund().equals(bill.fund())) {
            reverse(deposit.fund(), key + "/out", "undone", reason);
        }
        reverse(bill.fund(), key, "undone", reason);
    }

    /** Cover has started: what was received in advance is income. */
    void earned(Bill bill, Money refunded, LocalDate day) {
        Money money = bill.due().minus(refunded);
        if (money.isPositive()) {
            post(
                    bill.fund(),
                    "bill/" + bill.id() + "/earned",
                    "contribution.earned",
                    bill.id(),
                    day,
                    Entry.debit(CONTRIBUTIONS_IN_ADVANCE, money),
                    Entry.credit(income(bill), money));
        }
    }

    void refunded(RefundDesk.Refund refund) {
        post(
                refund.fund(),
                "refund/" + refund.id(),
                "contribution.refunded",
                refund.deposit().orElse(refund.id()),
                desk.today(),
                Entry.debit(UNCLAIMED, refund.sum()),
                Entry.credit(REFUNDS_PAYABLE, refund.sum()));
    }

    /** What was paid for a bill in vain: of what is income already, or still received in advance. */
    void refunded(RefundDesk.Refund refund, Bill bill, boolean isEarned) {
        post(
                refund.fund(),
                "refund/" + refund.id(),
                "contribution.refunded",
                bill.id(),
                desk.today(),
                Entry.debit(isEarned ? income(bill) : CONTRIBUTIONS_IN_ADVANCE, refund.sum()),
                Entry.credit(REFUNDS_PAYABLE, refund.sum()));
    }

    private static StandardAccount owed(Bill bill) {
        return bill.by().payer() == Payer.SPONSOR ? SUBSIDIES_RECEIVABLE : CONTRIBUTIONS_RECEIVABLE;
    }

    private static StandardAccount income(Bill bill) {
        return bill.by().payer() == Payer.SPONSOR ? SUBSIDY_INCOME : CONTRIBUTION_INCOME;
    }

    /** Posts to the day, or where its month is closed, to the first that is open. */
    private void post(UUID id, String key, String kind, UUID about, LocalDate day, Entry... entries) {
        beyond.run(() -> {
            Fund fund = funds.held(id);
            LocalDate on = day.isBefore(fund.openFrom()) ? fund.openFrom() : day;
            ledger.post(new Posting(id, KEY + key, kind, about.toString(), on, List.of(entries)));
        });
    }

    private void reverse(UUID fund, String key, String how, String reason) {
        beyond.run(() -> {
            funds.held(fund);
            ledger.reverse(new Reversal(KEY + key + "/" + how, KEY + key, desk.today(), reason));
        });
    }

    /** The path of a fund, wherever whoever asks stands. */
    String path(UUID fund) {
        return beyond.call(() -> funds.held(fund).path());
    }

    /** What an organisation is called, wherever whoever asks stands. */
    String name(UUID organisation) {
        return beyond.call(() -> tree.find(organisation).map(Organisation::name).orElseGet(organisation::toString));
    }
}
