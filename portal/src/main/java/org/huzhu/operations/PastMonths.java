package org.huzhu.operations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.contributions.BankReceipts.Taken;
import org.huzhu.contributions.Bill;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Wanted;
import org.huzhu.kernel.Money;
import org.huzhu.unions.Organisation;

/**
 * Months that are over, as they went: early in the month units enrol their people, later they pay, and on the first of
 * the next the office takes in what the bank says, and cover starts. The clock of the society is turned to each of
 * these days, so that what is kept of them carries the days of then.
 */
public final class PastMonths {

    private static final int FILED_ON = 5;
    private static final int PAID_ON = 20;

    private final Doors doors;
    private final TurnedClock clock;

    /** Those of the society behind the doors. */
    public PastMonths(Doors doors) {
        this.doors = doors;
        this.clock = doors.get(TurnedClock.class);
    }

    /**
     * What a unit files for a year.
     *
     * @param renews whether its cover of the year before ends
     * @param rows its roster, or where it renews, who comes and who leaves
     */
    public record Term(Organisation unit, List<Wanted> plans, boolean renews, List<String> rows) {

        public Term {
            plans = List.copyOf(plans);
            rows = List.copyOf(rows);
        }
    }

    /** The month in which a unit files for cover from the first of the month of a day. */
    public static YearMonth before(LocalDate start) {
        return YearMonth.from(start).minusMonths(1);
    }

    /** Lets the month pass; what was paid in it. */
    public Money pass(YearMonth month, List<Term> terms) {
        if (terms.isEmpty()) {
            return Money.ZERO;
        }
        LocalDate start = month.plusMonths(1).atDay(1);
        clock.turnTo(month.atDay(FILED_ON));
        List<UUID> batches = new ArrayList<>();
        for (Term term : terms) {
            Order order = new Order(term.unit().id(), term.plans(), start, 1, Channel.DIRECT);
            UUID batch = term.renews()
                    ? doors.renew(term.unit(), order, term.rows())
                    : doors.bring(term.unit(), order, term.rows());
            require(
                    doors.confirm(term.unit(), batch),
                    "The roster of %s for %s is held back".formatted(term.unit().path(), start));
            batches.add(batch);
        }
        clock.turnTo(start);
        List<Bill> bills = doors.bills(batches);
        if (!bills.isEmpty()) {
            Taken taken = doors.take(Doors.transfers(bills, month.atDay(PAID_ON)));
            require(
                    taken.matched() == bills.size(),
                    "Of %d bills of %s not all are paid".formatted(bills.size(), month));
        }
        return Money.sum(bills.stream().map(Bill::due).toList());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
