package org.huzhu.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.kernel.DateSpan;

/**
 * Where funds are opened, looked at, and their months closed. What is opened or closed is recorded in the audit trail.
 *
 * <p>Each method throws {@link org.huzhu.access.Refused} if the caller may not, and {@link LedgerRefused} if it cannot
 * be.
 */
public interface FundDesk {

    /** Opens a fund with the standard chart of accounts. */
    Fund open(Caller caller, FundOpening opening);

    /** Adds an account to a fund. */
    void add(Caller caller, UUID fund, Account account);

    /**
     * Closes a month for good: keeps what every account comes to at its end, and lets nothing be posted before that. It
     * waits for what is being posted to the fund.
     */
    Fund close(Caller caller, UUID fund, YearMonth month);

    /** All funds that the caller reaches, by code. */
    List<Fund> funds(Caller caller);

    Fund fund(Caller caller, UUID fund);

    /** The accounts of a fund, by code. */
    List<Account> chart(Caller caller, UUID fund);

    /** What all accounts of a fund come to at the end of a day. */
    TrialBalance trial(Caller caller, UUID fund, LocalDate day);

    /** The entries of an account; see {@link Ledger#journal}. */
    List<JournalLine> journal(
            Caller caller, UUID fund, String account, DateSpan span, Optional<JournalLine.Place> after, int max);
}
