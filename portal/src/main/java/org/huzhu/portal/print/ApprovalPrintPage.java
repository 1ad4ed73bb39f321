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

/** The approval form of a claim on paper. */
@RestController
class ApprovalPrintPage {

    private static final String CLAIM = "/w/claims/{id}/print";

    private final ApprovalForms forms;
    private final Print print;

    ApprovalPrintPage(ApprovalForms forms, Print print) {
        this.forms = forms;
        this.print = print;
    }

    private Printout form(UUID id, HttpServletRequest request) {
        Caller caller = Visit.current().someone();
        return forms.approval(caller, id, Print.address(request));
    }

    @GetMapping(CLAIM)
    JteModel page(@PathVariable UUID id, HttpServletRequest request) {
        return print.page(form(id, request), request, "/w/claims/" + id);
    }

    @GetMapping(CLAIM + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, HttpServletRequest request) {
        Printout form = form(id, request);
        return print.pdf(form, "approval-" + form.heading().number());
    }
}
