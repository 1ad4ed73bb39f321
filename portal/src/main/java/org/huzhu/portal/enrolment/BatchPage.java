package org.huzhu.portal.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.Look;
import org.huzhu.enrolment.Look.Kind;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.roster.Column;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A batch: how far its reading is, what it comes to, what is wrong with it, and what can be done with it. */
@RestController
class BatchPage {

    static final int SHOWN = 50;

    private final EnrolmentDesk desk;
    private final ContributionDesk contributions;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    BatchPage(EnrolmentDesk desk, ContributionDesk contributions, UnionTree tree, Access access, Templates pages) {
        this.desk = desk;
        this.contributions = contributions;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private static ResponseEntity<Void> back(UUID batch) {
        return Answers.to("/w/enrolments/" + batch);
    }

    @GetMapping("/w/enrolments/{id}")
    JteModel look(@PathVariable UUID id, @RequestParam Optional<Kind> kind, @RequestParam Optional<Integer> after) {
        Look look = desk.look(caller(), id);
        Kind shown = kind.orElseGet(() -> worstOf(look));
        int passed = after.filter(count -> count > 0).orElse(0);
        List<Look.Row> rows =
                look.batch().state() == State.READING ? List.of() : desk.rows(caller(), id, shown, passed, SHOWN + 1);
        return pages.consoleBatch(view(look, shown, passed, rows));
    }

    /** What somebody should look at first. */
    private static Kind worstOf(Look look) {
        if (look.count(Kind.WRONG) > 0) {
            return Kind.WRONG;
        }
        return look.batch().renews() && look.count(Kind.LEFT) > 0 ? Kind.LEFT : Kind.DUPLICATE;
    }

    private BatchView view(Look look, Kind shown, int passed, List<Look.Row> rows) {
        Batch batch = look.batch();
        Optional<String> turn = batch.turn();
        return new BatchView(
                look,
                tree.names(List.of(batch.unit())).getOrDefault(batch.unit(), ""),
                access.allows(caller(), Operation.ENROLMENT_FILE, batch.path()),
                turn.isPresent() && access.allows(caller(), Operation.ENROLMENT_REVIEW, turn.get()),
                access.allows(caller(), Operation.CONTRIBUTION_VIEW, batch.path())
                        ? contributions.bills(caller(), batch.id())
                        : List.of(),
                new BatchView.Shown(shown, passed, rows.stream().limit(SHOWN).toList(), rows.size() > SHOWN));
    }

    /** The rows that are wrong, as the user's own workbook. */
    @GetMapping("/w/enrolments/{id}/errors")
    void errors(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Batch batch = desk.look(caller(), id).batch();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.writeErrors(caller(), id, out);
        EnrolmentsPage.asWorkbook(response, "errors-" + batch.number() + ".xlsx");
        out.writeTo(response.getOutputStream());
    }

    @PostMapping("/w/enrolments/{id}/correct")
    ResponseEntity<Void> correct(@PathVariable UUID id, @RequestParam Optional<MultipartFile> file) throws IOException {
        access.require(
                caller(),
                Operation.ENROLMENT_FILE,
                desk.look(caller(), id).batch().path());
        if (file.filter(sent -> !sent.isEmpty()).isPresent()) {
            try (InputStream in = file.get().getInputStream()) {
                desk.correct(caller(), id, RosterPage.nameOf(file.get()), in);
            }
        }
        return back(id);
    }

    /** One who is not to take part after all. */
    @PostMapping("/w/enrolments/{id}/leave-out")
    ResponseEntity<Void> leaveOut(
            @PathVariable UUID id, @RequestParam int part, @RequestParam int row, @RequestParam Kind kind) {
        desk.leaveOut(caller(), id, part, row);
        return Answers.to("/w/enrolments/" + id + "?kind=" + kind + "#rows");
    }

    /** Which columns of the unit's own roster are which. */
    @GetMapping("/w/enrolments/{id}/columns")
    JteModel columns(@PathVariable UUID id) {
        Batch batch = desk.look(caller(), id).batch();
        return pages.consoleColumns(batch, desk.headers(caller(), id));
    }

    @PostMapping("/w/enrolments/{id}/columns")
    ResponseEntity<Void> map(@PathVariable UUID id, @RequestParam Map<String, String> words) {
        Map<String, Column> columns = new HashMap<>();
        List<String> headers = desk.headers(caller(), id);
        words.forEach((column, place) -> Column.called(column)
                .filter(_ -> place.matches("\\d{1,3}") && Integer.parseInt(place) < headers.size())
                .ifPresent(known -> columns.put(headers.get(Integer.parseInt(place)), known)));
        desk.map(caller(), id, columns);
        return back(id);
    }

    @PostMapping("/w/enrolments/{id}/confirm")
    ResponseEntity<Void> confirm(@PathVariable UUID id) {
        desk.confirm(caller(), id);
        return back(id);
    }

    @PostMapping("/w/enrolments/{id}/approve")
    ResponseEntity<Void> approve(@PathVariable UUID id) {
        desk.approve(caller(), id);
        return back(id);
    }

    @PostMapping("/w/enrolments/{id}/return")
    ResponseEntity<Void> giveBack(@PathVariable UUID id, @RequestParam String reason) {
        desk.giveBack(caller(), id, reason);
        return back(id);
    }

    @PostMapping("/w/enrolments/{id}/take-back")
    ResponseEntity<Void> takeBack(@PathVariable UUID id, @RequestParam String reason) {
        desk.takeBack(caller(), id, reason);
        return back(id);
    }

    @PostMapping("/w/enrolments/{id}/drop")
    ResponseEntity<Void> drop(@PathVariable UUID id) {
        desk.drop(caller(), id);
        return Answers.to("/w/enrolments");
    }
}
