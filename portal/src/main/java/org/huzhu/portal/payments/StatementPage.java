package org.huzhu.portal.payments;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundDesk;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.payments.StatementDesk;
import org.huzhu.payments.StatementDesk.Read;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The bank account of a fund as the ledger and as the bank has it. */
@RestController
class StatementPage {

    static final String ADDRESS = PaymentsPage.ADDRESS + "/statement";

    private final StatementDesk statements;
    private final FundDesk funds;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    StatementPage(StatementDesk statements, FundDesk funds, Access access, Clock clock, Templates pages) {
        this.statements = statements;
        this.funds = funds;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private Fund let(UUID id, Operation operation) {
        Fund fund = funds.fund(caller(), id);
        access.require(caller(), operation, fund.path());
        return fund;
    }

    @GetMapping(ADDRESS)
    JteModel statement(@RequestParam UUID fund, @RequestParam(defaultValue = "") String day) {
        Fund found = let(fund, Operation.PAYMENT_VIEW);
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate typed = day.isBlank() ? today : LocalDate.parse(day.strip());
            return page(found, typed.isAfter(today) ? today : typed, Optional.empty(), "");
        } catch (DateTimeException e) {
            return page(found, today, Optional.empty(), Texts.say("payments.day.wrong"));
        }
    }

    private JteModel page(Fund fund, LocalDate day, Optional<Read> read, String trouble) {
        return pages.consoleStatement(new StatementView(
                fund,
                statements.reconcile(caller(), fund.id(), day),
                access.allows(caller(), Operation.PAYMENT_MAKE, fund.path()),
                read,
                trouble));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> take(@RequestParam UUID fund, @RequestParam Optional<MultipartFile> file) throws IOException {
        Fund found = let(fund, Operation.PAYMENT_MAKE);
        LocalDate today = LocalDate.now(clock);
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(found, today, Optional.empty(), Texts.say("payments.statement.missing")));
        }
        Path kept = Files.createTempFile("huzhu-bank-", ".tmp");
        try {
            file.get().transferTo(kept);
            Read read = statements.take(caller(), fund, kept);
            return ResponseEntity.ok(page(found, today, Optional.of(read), ""));
        } catch (PaymentRefused refused) {
            return Answers.again(page(found, today, Optional.empty(), PaymentsPage.sentence(refused)));
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
