package org.huzhu.portal.quarters;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.checks.QuarterChecks.Paid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a union checks for its office, and whom quarters paid there. */
@RestController
class OwnChecksPage {

    private static final String ADDRESS = "/w/checks";
    private static final int SHOWN = 200;

    private final QuarterChecks checks;
    private final Access access;
    private final Templates pages;

    OwnChecksPage(QuarterChecks checks, Access access, Templates pages) {
        this.checks = checks;
        this.access = access;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel checks() {
        return page("");
    }

    private JteModel page(String trouble) {
        return pages.consoleOwnChecks(
                new OwnChecksView(checks.waiting(caller(), SHOWN), checks.parts(caller()), trouble));
    }

    @PostMapping(ADDRESS + "/{id}")
    ResponseEntity<?> answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean fit,
            @RequestParam(defaultValue = "") String said) {
        access.require(caller(), Operation.QUARTER_CHECK, caller().path().orElse(""));
        try {
            checks.answer(caller(), id, fit, said);
            return Answers.to(ADDRESS);
        } catch (CheckRefused refused) {
            if (refused.reason() == CheckRefused.Reason.ABSENT) {
                throw new NotWithinReach();
            }
            return Answers.again(page(Texts.say("CheckRefused." + refused.reason())));
        }
    }

    /** As office programs open it: with a mark of UTF-8, and nothing in it that they would work out. */
    @GetMapping(ADDRESS + "/list")
    void list(@RequestParam Optional<UUID> run, HttpServletResponse response) throws IOException {
        StringWriter list = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().build(list)) {
            out.writeRecord(List.of(Texts.say("checks.list.head").split(",", -1)));
            checks.list(caller(), run, paid -> out.writeRecord(row(paid)));
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"paid.csv\"");
        try (OutputStreamWriter out = new OutputStreamWriter(response.getOutputStream(), UTF_8)) {
            out.write('\uFEFF');
            out.write(list.toString());
        }
    }

    private static List<String> row(Paid paid) {
        return List.of(
                plain(paid.agency()),
                plain(paid.name()),
                "尾号" + paid.cardEnd(),
                Texts.yuan(paid.sum()).replace(",", ""),
                paid.day().map(LocalDate::toString).orElse(""));
    }

    private static String plain(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
