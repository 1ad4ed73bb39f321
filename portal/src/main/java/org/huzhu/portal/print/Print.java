package org.huzhu.portal.print;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.portal.Texts;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.print.Printout.Way;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gives a form out: as a page, or as PDF at the same address with {@code .pdf} behind it. */
@Component
class Print {

    private static final String PDF = ".pdf";

    private final Press press;
    private final Templates pages;

    Print(Press press, Templates pages) {
        this.press = press;
        this.pages = pages;
    }

    /** The whole address of the page, whichever of the two is asked for. */
    static String address(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.endsWith(PDF) ? address.substring(0, address.length() - PDF.length()) : address;
    }

    /**
     * The form as a page.
     *
     * @param back where the page leads back to
     * @param more ways besides that to the PDF
     */
    JteModel page(Printout printout, HttpServletRequest request, String back, Way... more) {
        List<Way> ways = new ArrayList<>(List.of(new Way(request.getRequestURI() + PDF, Texts.say("print.pdf"))));
        ways.addAll(List.of(more));
        return pages.printout(printout, ways, back);
    }

    /** The form as PDF, under the name. */
    ResponseEntity<byte[]> pdf(Printout printout, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + PDF + "\"")
                .body(press.print(printout));
    }
}
