package org.huzhu.portal.payments;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.Home;
import org.huzhu.payments.AnswerDesk;
import org.huzhu.payments.PaymentDesk;
import org.huzhu.payments.PaymentDesk.Batch;
import org.huzhu.payments.PaymentDesk.Order;
import org.huzhu.payments.PaymentDesk.PartFile;
import org.huzhu.payments.PaymentRefused;
import org.huzhu.payments.bank.BankSimulator;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A batch: its orders, its files, and the steps that are taken with it. */
@RestController
class BatchPage {

    private static final String BATCH = PaymentsPage.ADDRESS + "/batches/{id}";
    private static final double RETURNED = 0.1;

    private final PaymentDesk desk;
    private final Bank bank;
    private final Access access;
    private final Proofs proofs;
    private final Templates pages;

    BatchPage(PaymentDesk desk, Bank bank, Access access, Proofs proofs, Templates pages) {
        this.desk = desk;
        this.bank = bank;
        this.access = access;
        this.proofs = proofs;
        this.pages = pages;
    }

    /** What the made-up bank of a demonstration needs. */
    @Component("madeUpBank")
    record Bank(AnswerDesk answers, FileForms forms, Home home, Clock clock) {

        boolean isOpen() {
            return Files.exists(home.demonstration());
        }
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(BATCH)
    JteModel batch(@PathVariable UUID id, @RequestParam(defaultValue = "0") int from) {
        return page(id, Math.max(0, from), "");
    }

    private JteModel page(UUID id, int from, String trouble) {
        Batch batch = desk.batch(caller(), id);
        List<Order> orders = desk.orders(caller(), id, from, PaymentBatchView.SHOWN + 1);
        return pages.consolePaymentBatch(new PaymentBatchView(
                batch,
                desk.files(caller(), id),
                orders.stream().limit(PaymentBatchView.SHOWN).toList(),
                from,
                orders.size() > PaymentBatchView.SHOWN,
                access.allows(caller(), Operation.PAYMENT_MAKE, batch.path()),
                access.allows(caller(), Operation.PAYMENT_RELEASE, batch.path()),
                bank.isOpen(),
                proofs.wanted(Operation.PAYMENT_RELEASE),
                trouble));
    }

    private ResponseEntity<JteModel> again(UUID id, String trouble) {
        return Answers.again(page(id, 0, trouble));
    }

    private static ResponseEntity<Void> to(UUID id) {
        return Answers.to(PaymentsPage.ADDRESS + "/batches/" + id);
    }

    @PostMapping(BATCH + "/file")
    ResponseEntity<?> file(@PathVariable UUID id) {
        try {
            Object _ = desk.file(caller(), id);
            return to(id);
        } catch (PaymentRefused refused) {
            return refused(id, refused);
        }
    }

    private ResponseEntity<JteModel> refused(UUID id, PaymentRefused refused) {
        if (refused.reason() == PaymentRefused.Reason.ABSENT) {
            throw refused;
        }
        return again(id, PaymentsPage.sentence(refused));
    }

    @PostMapping(BATCH + "/drop")
    ResponseEntity<?> drop(@PathVariable UUID id, @RequestParam String reason) {
        try {
            desk.drop(caller(), id, reason);
            return to(id);
        } catch (PaymentRefused refused) {
            return refused(id, refused);
        }
    }

    /** Releases it, by one who proves once more that it is he. */
    @PostMapping(BATCH + "/release")
    ResponseEntity<?> release(@PathVariable UUID id, @RequestParam(defaultValue = "") String proof) {
        Batch batch = desk.batch(caller(), id);
        if (!access.allows(caller(), Operation.PAYMENT_RELEASE, batch.path())) {
            access.require(caller(), Operation.PAYMENT_RELEASE, batch.path());
        }
        try {
            Object _ = desk.release(proofs.proven(Operation.PAYMENT_RELEASE, proof.strip()), id);
            return to(id);
        } catch (SignInRefused refused) {
            return again(id, Texts.say("proof.SignInRefused." + refused.reason()));
        } catch (PaymentRefused refused) {
            return refused(id, refused);
        }
    }

    @GetMapping(BATCH + "/file")
    void download(@PathVariable UUID id, @RequestParam int part, HttpServletResponse response) throws IOException {
        Path file = desk.file(caller(), id, part);
        response.setContentType("application/octet-stream");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + "\"");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    /** Lets the made-up bank answer all files of a batch; there is none but in a demonstration. */
    @PostMapping(BATCH + "/simulate")
    ResponseEntity<?> simulate(@PathVariable UUID id) throws IOException {
        Batch batch = desk.batch(caller(), id);
        access.require(caller(), Operation.PAYMENT_MAKE, batch.path());
        if (!bank.isOpen()) {
            throw new NotWithinReach();
        }
        FileForm form = bank.forms().find(batch.layout()).orElseThrow(NotWithinReach::new);
        BankSimulator simulator = new BankSimulator(form, id.getLeastSignificantBits(), RETURNED);
        for (PartFile file : desk.files(caller(), id)) {
            Path answer = Files.createTempFile("huzhu-bank-", "." + form.ending());
            try (OutputStream out = Files.newOutputStream(answer)) {
                simulator.answer(desk.file(caller(), id, file.part()), LocalDate.now(bank.clock()), out);
            }
            Object _ = bank.answers().take(caller(), batch.fund(), answer);
            Files.deleteIfExists(answer);
        }
        return to(id);
    }
}
