package org.huzhu.portal.quarters;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.overpaid.Overpaid;
import org.huzhu.quarters.overpaid.Overpayments;
import org.huzhu.roster.CsvList;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of whom an office has to claim something back from, once no later quarter of the year makes it good. */
@RestController
class OverpaidPage {

    private final QuarterDesk desk;
    private final Overpayments overpayments;

    OverpaidPage(QuarterDesk desk, Overpayments overpayments) {
        this.desk = desk;
        this.overpayments = overpayments;
    }

    /** As office programs open it; each line is sent as it comes. */
    @GetMapping(QuartersPage.ADDRESS + "/{id}/overpaid")
    void list(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Caller caller = Visit.current().someone();
        if (desk.run(caller, id).isEmpty()) {
            throw new NotWithinReach();
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"overpaid.csv\"");
        CsvList out = new CsvList(
                response.getOutputStream(),
                List.of(Texts.say("quarters.overpaid.head").split(",", -1)));
        try {
            overpayments.list(caller, id, overpaid -> add(out, overpaid));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // Only now: a list that breaks off has to look like one.
        out.close();
    }

    private static void add(CsvList out, Overpaid overpaid) {
        try {
            out.add(List.of(
                    overpaid.agency(),
                    overpaid.name(),
                    overpaid.number(),
                    "尾号" + overpaid.cardEnd(),
                    Texts.yuan(overpaid.sum()).replace(",", ""),
                    overpaid.said()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
