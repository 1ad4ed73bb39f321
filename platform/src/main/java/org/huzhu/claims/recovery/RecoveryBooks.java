package org.huzhu.claims.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Entry;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.Posting;
import org.huzhu.ledger.StandardAccount;
import org.springframework.stereotype.Component;

/**
 * What each step is in the ledger of the fund that bore the benefit. Whoever causes a posting need not reach the fund.
 */
@Component
class RecoveryBooks {

    private final Ledger ledger;
    private final FundFounding funds;
    private final BeyondReach beyond;
    private final RecoveryTools tools;

    RecoveryBooks(Ledger ledger, FundFounding funds, BeyondReach beyond, RecoveryTools tools) {
        this.ledger = ledger;
        this.funds = funds;
        this.beyond = beyond;
        this.tools = tools;
    }

    /** Money of a fund that moves on a day. */
    record Move(UUID fund, LocalDate day, Money sum) {}

    /** Posts to the day, or where its month is closed, to the first that is open; never ahead of today. */
    void move(String key, String kind, UUID about, Move move, StandardAccount debit, StandardAccount credit) {
        beyond.run(() -> {
            LocalDate first = funds.held(move.fund()).openFrom();
            LocalDate day = move.day().isAfter(tools.today()) ? tools.today() : move.day();
            LocalDate on = day.isBefore(first) ? first : day;
            List<Entry> entries = List.of(Entry.debit(debit, move.sum()), Entry.credit(credit, move.sum()));
            ledger.post(new Posting(move.fund(), "recovery/" + key, kind, about.toString(), on, entries));
        });
    }
}
