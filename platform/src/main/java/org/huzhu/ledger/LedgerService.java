package org.huzhu.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.LedgerRefused.Why;
import org.huzhu.ledger.Transaction.Correction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class LedgerService implements Ledger, FundPaths {

    private final JdbcFunds funds;
    private final JdbcJournal journal;
    private final JdbcBalances balances;
    private final Clock clock;

    LedgerService(JdbcFunds funds, JdbcJournal journal, JdbcBalances balances, Clock clock) {
        this.funds = funds;
        this.journal = journal;
        this.balances = balances;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Transaction post(Posting posting) {
        return posted(posting, Optional.empty());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Transaction reverse(Reversal reversal) {
        Transaction wrong =
                journal.find(reversal.reversed()).orElseThrow(() -> new LedgerRefused(Why.ABSENT, reversal.reversed()));
        if (wrong.correction().isPresent()) {
            throw new LedgerRefused(Why.REVERSAL, reversal.reversed());
        }
        if (reversal.day().isBefore(wrong.posted().day())) {
            throw new LedgerRefused(Why.BEFORE_REVERSED, wrong.posted().day());
        }
        return posted(
                wrong.posted().reversed(reversal.key(), reversal.day()),
                Optional.of(new Correction(wrong.number(), reversal.reason())));
    }

    /** What stands there is looked for first: it stays, also when its month is closed by now. */
    private Transaction posted(Posting posting, Optional<Correction> correction) {
        return journal.find(posting.key())
                .map(there -> same(there, posting, correction))
                .orElseGet(() -> added(posting, correction));
    }

    private static Transaction same(Transaction there, Posting posting, Optional<Correction> correction) {
        if (!there.posted().says(posting) || !there.correction().equals(correction)) {
            throw new LedgerRefused(Why.KEY_TAKEN, posting.key());
        }
        return there;
    }

    private Transaction added(Posting posting, Optional<Correction> correction) {
        Fund fund = funds.hold(posting.fund()).orElseThrow(() -> new LedgerRefused(Why.ABSENT, posting.fund()));
        requireOpen(fund, posting.day());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Long> number = journal.add(posting, correction, at);
        if (number.isEmpty()) {
            return inTheWay(posting, correction);
        }
        if (!journal.addEntries(number.get(), posting)) {
            throw new LedgerRefused(Why.NO_ACCOUNT, posting.key());
        }
        return new Transaction(number.get(), posting, at, Reach.actor(), correction);
    }

    /** Somebody was faster with the same key, or with a reversal of the same. */
    private Transaction inTheWay(Posting posting, Optional<Correction> correction) {
        return journal.find(posting.key())
                .map(there -> same(there, posting, correction))
                .orElseThrow(
                        () -> new LedgerRefused(correction.isPresent() ? Why.REVERSED : Why.KEY_TAKEN, posting.key()));
    }

    private void requireOpen(Fund fund, LocalDate day) {
        if (day.isBefore(fund.openedOn())) {
            throw new LedgerRefused(Why.NOT_OPEN_YET, day);
        }
        if (day.isBefore(fund.openFrom())) {
            throw new LedgerRefused(Why.CLOSED, day);
        }
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            throw new LedgerRefused(Why.DAY_AHEAD, day);
        }
    }

    @Override
    public Optional<Transaction> find(String key) {
        return journal.find(key);
    }

    @Override
    public Money balance(UUID fund, String account, LocalDate day) {
        return balances.balance(fund, account, day)
                .orElseThrow(() -> new LedgerRefused(Why.ABSENT, fund + " " + account));
    }

    @Override
    public TrialBalance trial(UUID fund, LocalDate day) {
        if (funds.find(fund).isEmpty()) {
            throw new LedgerRefused(Why.ABSENT, fund);
        }
        return new TrialBalance(fund, day, balances.trial(fund, day));
    }

    @Override
    public List<JournalLine> journal(
            UUID fund, String account, DateSpan span, Optional<JournalLine.Place> after, int max) {
        if (funds.chart(fund).stream().noneMatch(one -> one.code().equals(account))) {
            throw new LedgerRefused(Why.ABSENT, fund + " " + account);
        }
        return balances.journal(fund, account, span, after, max);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String from, String to) {
        funds.follow(from, to);
    }
}
