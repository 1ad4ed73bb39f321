package org.huzhu.portal.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.roster.RosterOrder;
import org.huzhu.roster.Template;
import org.huzhu.unions.UnionTree;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The batches within reach, and what is needed to begin one. */
@RestController
class EnrolmentsPage {

    private static final int SHOWN = 50;
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EnrolmentDesk desk;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    EnrolmentsPage(EnrolmentDesk desk, UnionTree tree, Access access, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/enrolments")
    JteModel all() {
        Caller caller = Visit.current().someone();
        String path = caller.path().orElse("");
        List<Batch> waiting =
                access.allows(caller, Operation.ENROLMENT_REVIEW, path) ? desk.toReview(caller, SHOWN) : List.of();
        return pages.consoleEnrolments(
                lines(waiting),
                lines(desk.batches(caller, Optional.empty(), SHOWN)),
                access.allows(caller, Operation.ENROLMENT_FILE, path));
    }

    private List<BatchLine> lines(List<Batch> batches) {
        Map<UUID, String> names = tree.names(batches.stream().map(Batch::unit).toList());
        return batches.stream()
                .map(batch -> new BatchLine(batch, names.getOrDefault(batch.unit(), batch.number())))
                .toList();
    }

    /** An empty roster to fill in. */
    @GetMapping("/w/enrolments/template")
    void template(HttpServletResponse response) throws IOException {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.ENROLMENT_FILE, caller.path().orElse(""));
        asWorkbook(response, "roster-template.xlsx");
        Template.write(response.getOutputStream(), RosterOrder.usual());
    }

    static void asWorkbook(HttpServletResponse response, String name) {
        response.setContentType(WORKBOOK);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
