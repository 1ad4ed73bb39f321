package org.huzhu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.huzhu.kernel.Money;

/**
 * What all accounts of a fund come to at the end of a day (试算平衡表).
 *
 * @param lines one for each account, by code
 */
public record TrialBalance(UUID fund, LocalDate day, List<Line> lines) {

    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /**
     * An account and what it comes to.
     *
     * @param balance above zero a debit, below zero a credit
     */
    public record Line(Account account, Money balance) {}

    /** What the accounts with a debit come to together; the credits come to as much. */
    public Money debits() {
        return sum(Money::isPositive);
    }

    /** What the accounts with a credit come to together, below zero or zero. */
    public Money credits() {
        return sum(Money::isNegative);
    }

    private Money sum(Predicate<Money> which) {
        return Money.sum(lines.stream().map(Line::balance).filter(which).toList());
    }
}
