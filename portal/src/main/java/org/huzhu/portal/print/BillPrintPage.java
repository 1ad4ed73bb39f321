package org.huzhu.portal.print;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The notice of a bill on paper, and its receipt. */
@RestController
class BillPrintPage {

    private static final String BILL = "/w/bills/{id}";

    private final BillForms forms;
    private final Print print;

    BillPrintPage(BillForms forms, Print print) {
        this.forms = forms;
        this.print = print;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(BILL + "/notice")
    JteModel notice(@PathVariable UUID id, HttpServletRequest request) {
        return print.page(forms.notice(caller(), id, Print.address(request)), request, "/w/bills/" + id);
    }

    @GetMapping(BILL + "/notice.pdf")
    ResponseEntity<byte[]> noticePdf(@PathVariable UUID id, HttpServletRequest request) {
        Printout notice = forms.notice(caller(), id, Print.address(request));
        return print.pdf(notice, "bill-" + notice.heading().number());
    }

    @GetMapping(BILL + "/receipt")
    JteModel receipt(@PathVariable UUID id, HttpServletRequest request) {
        return print.page(forms.receipt(caller(), id, Print.address(request)), request, "/w/bills/" + id);
    }

    @GetMapping(BILL + "/receipt.pdf")
    ResponseEntity<byte[]> receiptPdf(@PathVariable UUID id, HttpServletRequest request) {
        Printout receipt = forms.receipt(caller(), id, Print.address(request));
        return print.pdf(receipt, "receipt-" + receipt.heading().number());
    }
}
