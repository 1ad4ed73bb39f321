package org.huzhu.portal.print;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.Visit;
import org.huzhu.portal.print.CoverForms.Certificate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The certificate of cover: of one cover for who enrolled him, of all his covers for the member himself. */
@RestController
class CoverPrintPage {

    private static final String COVER = "/w/covers/{id}";
    private static final String OWN = "/m/covers/print";
    private static final String FILE = "certificate";

    private final CoverForms forms;
    private final Print print;

    CoverPrintPage(CoverForms forms, Print print) {
        this.forms = forms;
        this.print = print;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(COVER)
    JteModel one(@PathVariable UUID id, HttpServletRequest request) {
        Certificate certificate = forms.one(caller(), id, Print.address(request));
        return print.page(certificate.printout(), request, "/w/enrolments/" + certificate.batch() + "/roster");
    }

    @GetMapping(COVER + ".pdf")
    ResponseEntity<byte[]> onePdf(@PathVariable UUID id, HttpServletRequest request) {
        return print.pdf(forms.one(caller(), id, Print.address(request)).printout(), FILE);
    }

    @GetMapping(OWN)
    JteModel own(HttpServletRequest request) {
        return print.page(forms.own(caller(), Print.address(request)), request, "/m/covers");
    }

    @GetMapping(OWN + ".pdf")
    ResponseEntity<byte[]> ownPdf(HttpServletRequest request) {
        return print.pdf(forms.own(caller(), Print.address(request)), FILE);
    }
}
