package org.huzhu.payments;

import static org.huzhu.ledger.StandardAccount.BANK;
import static org.huzhu.ledger.StandardAccount.BENEFITS_PAYABLE;
import static org.huzhu.ledger.StandardAccount.BENEFIT_EXPENSE;
import static org.huzhu.ledger.StandardAccount.IN_TRANSIT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Entry;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.Ledger;
import org.huzhu.ledger.Posting;
import org.huzhu.ledger.StandardAccount;
import org.springframework.stereotype.Component;

/**
 * What each step is in the ledger. Whoever causes a posting need not reach the fund. What is released, paid or returned
 * together is posted together: once for a batch, and once for a day of an answer.
 */
@Component("paymentBooks")
class Books {

    private static final String KEY = "payment/";

    private final Ledger ledger;
    private final FundFounding funds;
    private final BeyondReach beyond;
    private final Desk desk;

    Books(Ledger ledger, FundFounding funds, BeyondReach beyond, Desk desk) {
        this.ledger = ledger;
        this.funds = funds;
        this.beyond = beyond;
        this.desk = desk;
    }

    /** Money of a fund that moves on a day. */
    record Move(UUID fund, LocalDate day, Money sum) {}

    /** The fund, wherever whoever asks stands. */
    Fund fund(UUID fund) {
        return beyond.call(() -> funds.held(fund));
    }

    void owed(UUID about, Move move) {
        post("owed/" + about + "/" + move.day(), "payment.owed", about, move, BENEFIT_EXPENSE, BENEFITS_PAYABLE);
    }

    void cancelled(UUID payable, Move move) {
        post("cancelled/" + payable, "payment.cancelled", payable, move, BENEFITS_PAYABLE, BENEFIT_EXPENSE);
    }

    void released(UUID batch, Move move) {
        post("release/" + batch, "payment.released", batch, move, BENEFITS_PAYABLE, IN_TRANSIT);
    }

    /** The source is an answer, or a wish that was confirmed. */
    void paid(UUID source, Move move) {
        post(key("paid", source, move), "payment.paid", source, move, IN_TRANSIT, BANK);
    }

    void returned(UUID source, Move move) {
        post(key("returned", source, move), "payment.returned", source, move, IN_TRANSIT, BENEFITS_PAYABLE);
    }

    /** What was paid has come back. */
    void returnedLate(UUID source, Move move) {
        post(key("returned-late", source, move), "payment.returned-late", source, move, BANK, BENEFITS_PAYABLE);
    }

    private static String key(String what, UUID source, Move move) {
        return "answer/" + source + "/" + what + "/" + move.day();
    }

    /** Posts to the day, or where its month is closed, to the first that is open; never ahead of today. */
    private void post(String key, String kind, UUID about, Move move, StandardAccount debit, StandardAccount credit) {
        beyond.run(() -> {
            Fund fund = funds.held(move.fund());
            LocalDate first = fund.openFrom();
            LocalDate day = move.day().isAfter(desk.today()) ? desk.today() : move.day();
            LocalDate on = day.isBefore(first) ? first : day;
            List<Entry> entries = List.of(Entry.debit(debit, move.sum()), Entry.credit(credit, move.sum()));
            ledger.post(new Posting(move.fund(), KEY + key + "/" + move.fund(), kind, about.toString(), on, entries));
        });
    }
}
