package org.huzhu.ledger;

import static org.huzhu.access.Operation.LEDGER_CLOSE;
import static org.huzhu.access.Operation.LEDGER_OPEN;
import static org.huzhu.access.Operation.LEDGER_VIEW;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.database.Scope;
import org.huzhu.kernel.DateSpan;
import org.huzhu.ledger.LedgerRefused.Why;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the rights of whoever asks, then does it and records it. */
@Service
@Transactional
class FundDeskService implements FundDesk, FundFounding {

    private final Access access;
    private final JdbcFunds funds;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Clock clock;

    FundDeskService(Access access, JdbcFunds funds, Ledger ledger, AuditTrail trail, Clock clock) {
        this.access = access;
        this.funds = funds;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Fund open(Caller caller, FundOpening opening) {
        access.require(caller, LEDGER_OPEN, opening.path());
        if (opening.day().isAfter(today())) {
            throw new LedgerRefused(Why.DAY_AHEAD, opening.day());
        }
        return opened(opening).orElseThrow(() -> new LedgerRefused(Why.CODE_TAKEN, opening.code()));
    }

    private Optional<Fund> opened(FundOpening opening) {
        return funds.add(opening).map(fund -> {
            StandardAccount.chart().forEach(account -> funds.add(fund.id(), account));
            record(LEDGER_OPEN, fund, fund.code());
            return fund;
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Fund standing(FundOpening opening) {
        requireAllInReach();
        return funds.named(opening.code())
                .or(() -> opened(opening))
                .or(() -> funds.named(opening.code()))
                .orElseThrow(() -> new LedgerRefused(Why.ABSENT, opening.code()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Fund held(UUID fund) {
        requireAllInReach();
        return funds.hold(fund).orElseThrow(() -> new LedgerRefused(Why.ABSENT, fund));
    }

    private static void requireAllInReach() {
        if (!Scope.required().reaches("")) {
            throw new IllegalStateException("Only where all is in reach may this be done without a caller");
        }
    }

    @Override
    public void add(Caller caller, UUID id, Account account) {
        Fund fund = let(caller, LEDGER_OPEN, id);
        if (!funds.add(id, account)) {
            throw new LedgerRefused(Why.CODE_TAKEN, account.code());
        }
        record(LEDGER_OPEN, fund, account.code());
    }

    @Override
    public Fund close(Caller caller, UUID id, YearMonth month) {
        let(caller, LEDGER_CLOSE, id);
        Fund fund = funds.lock(id).orElseThrow(() -> new LedgerRefused(Why.ABSENT, id));
        if (!month.equals(YearMonth.from(fund.openFrom()))) {
            throw new LedgerRefused(Why.MONTH_OUT_OF_ORDER, YearMonth.from(fund.openFrom()));
        }
        LocalDate until = month.plusMonths(1).atDay(1);
        if (until.isAfter(today())) {
            throw new LedgerRefused(Why.MONTH_NOT_OVER, month);
        }
        funds.close(id, until, clock.instant());
        record(LEDGER_CLOSE, fund, month.toString());
        return found(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fund> funds(Caller caller) {
        access.require(caller, LEDGER_VIEW, caller.path().orElse(""));
        return funds.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Fund fund(Caller caller, UUID id) {
        return let(caller, LEDGER_VIEW, id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> chart(Caller caller, UUID id) {
        let(caller, LEDGER_VIEW, id);
        return funds.chart(id);
    }

    @Override
    @Transactional(readOnly = true)
    public TrialBalance trial(Caller caller, UUID id, LocalDate day) {
        let(caller, LEDGER_VIEW, id);
        return ledger.trial(id, day);
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalLine> journal(
            Caller caller, UUID id, String account, DateSpan span, Optional<JournalLine.Place> after, int max) {
        let(caller, LEDGER_VIEW, id);
        return ledger.journal(id, account, span, after, max);
    }

    private Fund let(Caller caller, Operation operation, UUID id) {
        Fund fund = found(id);
        access.require(caller, operation, fund.path());
        return fund;
    }

    private Fund found(UUID id) {
        return funds.find(id).orElseThrow(() -> new LedgerRefused(Why.ABSENT, id));
    }

    private void record(Operation operation, Fund fund, String what) {
        trail.record(Deed.done(operation.title(), "fund", fund.id().toString())
                .because(what)
                .at(fund.path()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
