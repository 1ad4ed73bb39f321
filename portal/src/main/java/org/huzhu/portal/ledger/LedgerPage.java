package org.huzhu.portal.ledger;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.DateSpan;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.ledger.JournalLine;
import org.huzhu.ledger.JournalLine.Place;
import org.huzhu.ledger.LedgerRefused;
import org.huzhu.ledger.TrialBalance;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.SignInRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The general ledger: funds, what their accounts come to on a day, what moved an account, the closing of a month. */
@RestController
class LedgerPage {

    static final String ADDRESS = "/w/ledger";
    private static final int SHOWN = 100;
    private static final int YEARS = 50;

    private final FundDesk desk;
    private final UnionTree tree;
    private final Access access;
    private final Proofs proofs;
    private final Clock clock;
    private final Templates pages;

    LedgerPage(FundDesk desk, UnionTree tree, Access access, Proofs proofs, Clock clock, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.access = access;
        this.proofs = proofs;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @GetMapping(ADDRESS)
    JteModel funds() {
        List<Fund> funds = desk.funds(caller());
        Map<String, String> places = new HashMap<>();
        funds.forEach(fund -> places.computeIfAbsent(fund.path(), this::place));
        return pages.consoleFunds(funds, places);
    }

    private String place(String path) {
        return path.isEmpty()
                ? Texts.say("posts.whole")
                : tree.at(path).map(Organisation::name).orElse("");
    }

    /** What all accounts of a fund come to at the end of a day. */
    @GetMapping(ADDRESS + "/{id}")
    JteModel fund(@PathVariable UUID id, @RequestParam Optional<String> day) {
        Fund fund = desk.fund(caller(), id);
        return page(fund, day(day).orElseGet(this::today), "");
    }

    private JteModel page(Fund fund, LocalDate day, String trouble) {
        Caller caller = caller();
        return pages.consoleFund(new FundView(
                fund,
                place(fund.path()),
                desk.trial(caller, fund.id(), day),
                today(),
                access.allows(caller, Operation.LEDGER_CLOSE, fund.path()),
                proofs.wanted(Operation.LEDGER_CLOSE),
                trouble));
    }

    /** A day that is typed; empty where it is none, or too far away to be meant. */
    private Optional<LocalDate> day(Optional<String> typed) {
        try {
            return typed.map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse)
                    .filter(day -> day.isAfter(today().minusYears(YEARS)))
                    .filter(day -> day.isBefore(today().plusYears(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What moved an account between two days, both counted; from the beginning of the year where none is said. */
    @GetMapping(ADDRESS + "/{id}/journal")
    JteModel journal(
            @PathVariable UUID id,
            @RequestParam String account,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> after) {
        Caller caller = caller();
        Fund fund = desk.fund(caller, id);
        LocalDate last = day(until).orElseGet(this::today);
        LocalDate first = day(from).filter(day -> !day.isAfter(last)).orElse(last.withDayOfYear(1));
        DateSpan span = new DateSpan(first, last.plusDays(1));
        List<JournalLine> lines = desk.journal(caller, id, account, span, place(after, span), SHOWN + 1);
        return pages.consoleJournal(new JournalView(
                fund,
                line(desk.trial(caller, id, first.minusDays(1)), account),
                line(desk.trial(caller, id, last), account).balance(),
                span,
                lines.stream().limit(SHOWN).toList(),
                lines.size() > SHOWN));
    }

    private static TrialBalance.Line line(TrialBalance trial, String account) {
        return trial.lines().stream()
                .filter(line -> line.account().code().equals(account))
                .findFirst()
                .orElseThrow(NotWithinReach::new);
    }

    /** After which entry the page goes on; what cannot be read begins from the first. */
    private static Optional<Place> place(Optional<String> after, DateSpan span) {
        try {
            return after.map(text -> text.split("\\."))
                    .filter(parts -> parts.length == 3)
                    .map(parts ->
                            new Place(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2])))
                    .filter(place -> span.contains(place.day()));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Closes a month for good, by one who proves once more that it is he. */
    @PostMapping(ADDRESS + "/{id}/close")
    ResponseEntity<?> close(
            @PathVariable UUID id, @RequestParam String month, @RequestParam(defaultValue = "") String proof) {
        Fund fund = desk.fund(caller(), id);
        if (!access.allows(caller(), Operation.LEDGER_CLOSE, fund.path())) {
            access.require(caller(), Operation.LEDGER_CLOSE, fund.path());
        }
        try {
            YearMonth closed = YearMonth.parse(month.strip());
            Caller proven = proofs.proven(Operation.LEDGER_CLOSE, proof.strip());
            Object _ = desk.close(proven, id, closed);
            return Answers.to(ADDRESS + "/" + id);
        } catch (DateTimeException e) {
            return again(fund, Texts.say("ledger.month.wrong"));
        } catch (SignInRefused refused) {
            return again(fund, Texts.say("proof.SignInRefused." + refused.reason()));
        } catch (LedgerRefused refused) {
            return again(fund, Texts.say("LedgerRefused." + refused.why()));
        }
    }

    private ResponseEntity<JteModel> again(Fund fund, String trouble) {
        return Answers.again(page(fund, today(), trouble));
    }
}
