package org.huzhu.portal.payments;

import gg.jte.models.runtime.JteModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.ConfirmationDesk;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came back, what is odd, what is unknown, and what waits for a second person. */
@RestController
class SettlingPage {

    private static final String ADDRESS = PaymentsPage.ADDRESS + "/returns";
    private static final int SHOWN = 200;

    private final PaymentDesk desk;
    private final AnswerDesk answers;
    private final ConfirmationDesk confirmations;
    private final Access access;
    private final Templates pages;

    SettlingPage(PaymentDesk desk, AnswerDesk answers, ConfirmationDesk confirmations, Access access, Templates pages) {
        this.desk = desk;
        this.answers = answers;
        this.confirmations = confirmations;
        this.access = access;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel returns() {
        return page("");
    }

    private JteModel page(String trouble) {
        String home = caller().path().orElse("");
        return pages.consolePaymentReturns(new SettlingView(
                answers.differences(caller(), SHOWN),
                desk.unsettled(caller(), SHOWN),
                confirmations.open(caller(), SHOWN),
                access.allows(caller(), Operation.PAYMENT_MAKE, home),
                access.allows(caller(), Operation.PAYMENT_CONFIRM, home),
                trouble));
    }

    private ResponseEntity<?> done(Runnable step) {
        try {
            step.run();
            return Answers.to(ADDRESS);
        } catch (PaymentRefused refused) {
            if (refused.reason() == PaymentRefused.Reason.ABSENT) {
                throw refused;
            }
            return Answers.again(page(PaymentsPage.sentence(refused)));
        }
    }

    @PostMapping(PaymentsPage.ADDRESS + "/differences/{id}/resolve")
    ResponseEntity<?> resolve(@PathVariable UUID id, @RequestParam String reason) {
        return done(() -> answers.resolve(caller(), id, reason));
    }

    @PostMapping(PaymentsPage.ADDRESS + "/wishes/{id}/confirm")
    ResponseEntity<?> confirm(@PathVariable UUID id) {
        return done(() -> confirmations.confirm(caller(), id));
    }

    @PostMapping(PaymentsPage.ADDRESS + "/wishes/{id}/decline")
    ResponseEntity<?> decline(@PathVariable UUID id, @RequestParam String reason) {
        return done(() -> confirmations.decline(caller(), id, reason));
    }

    /** Asks to settle what the bank never answered, as its statement shows it. */
    @PostMapping(PaymentsPage.ADDRESS + "/orders/{id}/settle")
    ResponseEntity<?> settle(
            @PathVariable UUID id,
            @RequestParam boolean paid,
            @RequestParam(defaultValue = "") String day,
            @RequestParam String reason) {
        LocalDate on;
        try {
            on = LocalDate.parse(day.strip());
        } catch (DateTimeException e) {
            on = LocalDate.MAX;
        }
        LocalDate known = on;
        return done(() -> confirmations.askToSettle(caller(), id, paid, known, reason));
    }
}
