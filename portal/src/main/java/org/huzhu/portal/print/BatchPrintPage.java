package org.huzhu.portal.print;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.export.RosterDesk;
import org.huzhu.enrolment.export.RosterDesk.Form;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.print.Printout.Way;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The form and the roster of a batch on paper, and the whole roster as a file. */
@RestController
class BatchPrintPage {

    private static final String BATCH = "/w/enrolments/{id}";

    private final BatchForms forms;
    private final RosterDesk rosters;
    private final Print print;

    BatchPrintPage(BatchForms forms, RosterDesk rosters, Print print) {
        this.forms = forms;
        this.rosters = rosters;
        this.print = print;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(BATCH + "/form")
    JteModel form(@PathVariable UUID id, HttpServletRequest request) {
        String batch = "/w/enrolments/" + id;
        return print.page(
                forms.form(caller(), id, Print.address(request)),
                request,
                batch,
                new Way(batch + "/roster", Texts.say("print.roster.do")));
    }

    @GetMapping(BATCH + "/form.pdf")
    ResponseEntity<byte[]> formPdf(@PathVariable UUID id, HttpServletRequest request) {
        Printout form = forms.form(caller(), id, Print.address(request));
        return print.pdf(form, "form-" + form.heading().number());
    }

    @GetMapping(BATCH + "/roster")
    JteModel roster(@PathVariable UUID id, HttpServletRequest request) {
        String batch = "/w/enrolments/" + id;
        return print.page(
                forms.roster(caller(), id, Print.address(request)),
                request,
                batch,
                new Way(batch + "/roster.xlsx", Texts.say("print.xlsx")),
                new Way(batch + "/roster.csv", Texts.say("print.csv")));
    }

    @GetMapping(BATCH + "/roster.pdf")
    ResponseEntity<byte[]> rosterPdf(@PathVariable UUID id, HttpServletRequest request) {
        Printout roster = forms.roster(caller(), id, Print.address(request));
        return print.pdf(roster, "roster-" + roster.heading().number());
    }

    @GetMapping(BATCH + "/roster.xlsx")
    void workbook(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        give(id, Form.WORKBOOK, response);
    }

    @GetMapping(BATCH + "/roster.csv")
    void text(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        give(id, Form.TEXT, response);
    }

    /** Written aside first: whoever loads slowly holds no connection of the database, and a failure is said. */
    private void give(UUID id, Form form, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("huzhu-export-", ".tmp");
        try {
            rosters.write(caller(), id, form, Files.newOutputStream(file));
            boolean isWorkbook = form == Form.WORKBOOK;
            response.setContentType(
                    isWorkbook
                            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            : "text/csv;charset=UTF-8");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"roster." + (isWorkbook ? "xlsx" : "csv") + "\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
