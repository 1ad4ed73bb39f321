package org.huzhu.portal.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.TrialBalance;

/**
 * A fund on a day, as its page shows it.
 *
 * @param place what the organisation is called that it belongs to
 * @param mayClose whether whoever looks may close the next month, once it is over
 * @param proof the name of the sentence that asks him to prove that it is he
 * @param trouble what is wrong with what he asked; empty text where nothing is
 */
public record FundView(
        Fund fund,
        String place,
        TrialBalance trial,
        LocalDate today,
        boolean mayClose,
        Optional<String> proof,
        String trouble) {

    public String address() {
        return LedgerPage.ADDRESS + "/" + fund.id();
    }

    /** The month that is to be closed next. */
    public YearMonth next() {
        return YearMonth.from(fund.openFrom());
    }

    /** Whether that month is over. */
    public boolean isOver() {
        return !next().plusMonths(1).atDay(1).isAfter(today);
    }

    /** The last month that is closed. */
    public Optional<YearMonth> last() {
        return fund.closedUntil().map(until -> YearMonth.from(until.minusDays(1)));
    }

    /** A credit, which is below zero, as it is written in a column of credits. */
    public static Money turned(Money credit) {
        return Money.ZERO.minus(credit);
    }

    /** Whether debits and credits come to the same. */
    public boolean isBalanced() {
        return trial.debits().plus(trial.credits()).fen() == 0;
    }
}
