package org.huzhu.operations.claims;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.access.Role;
import org.huzhu.demonstration.TurnedClock;
import org.huzhu.funds.OfficeFunds;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Entry;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.Posting;
import org.huzhu.ledger.StandardAccount;
import org.huzhu.ledger.Transaction;
import org.huzhu.operations.Doors;

/** What the federation of trade unions of the city allocates to the public fund, of which its plans pay. */
final class PublicMoney {

    private static final Money SUM = Money.ofYuan(1_000_000);

    private PublicMoney() {}

    /** Posts the allocation on the day, which is before anything is paid of the fund. */
    static void allocate(Doors doors, LocalDate day) {
        doors.get(TurnedClock.class).turnTo(day);
        Transaction _ = doors.as(doors.official(Role.FINANCE_MAKER), () -> {
            Fund fund = doors.get(OfficeFunds.class).of(doors.office().id(), Fund.Kind.PUBLIC);
            return doors.get(Ledger.class)
                    .post(new Posting(
                            fund.id(),
                            "demonstration/allocation/" + day.getYear(),
                            "allocation.received",
                            fund.code(),
                            day,
                            List.of(
                                    Entry.debit(StandardAccount.BANK, SUM),
                                    Entry.credit(StandardAccount.SUBSIDY_INCOME, SUM))));
        });
    }
}
