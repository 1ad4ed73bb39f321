package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.FeedFile;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterRefused;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.Warning;
import org.huzhu.quarters.feed.FeedForms;
import org.huzhu.quarters.mending.Mending;
import org.huzhu.quarters.overpaid.Overpayments;
import org.huzhu.quarters.overpaid.Overpayments.Total;
import org.huzhu.quarters.working.YearlyRules;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** One quarter: its files, its trial beside earlier quarters, and the steps up to its payment. */
@RestController
class QuarterPage {

    private static final String RUN = QuartersPage.ADDRESS + "/{id}";

    private final QuarterDesk desk;
    private final Access access;
    private final Proofs proofs;
    private final Rest rest;
    private final Sources sources;
    private final Templates pages;

    QuarterPage(QuarterDesk desk, Access access, Proofs proofs, Rest rest, Sources sources, Templates pages) {
        this.sources = sources;
        this.rest = rest;
        this.desk = desk;
        this.access = access;
        this.proofs = proofs;
        this.pages = pages;
    }

    /** In which forms feeds come, and which quarters others draw on. */
    @Component("quarterSources")
    record Sources(FeedForms forms, YearlyRules rules) {}

    /** What is left to be done about a run once it is owed. */
    @Component("quarterRest")
    record Rest(Mending mending, Overpayments overpayments) {

        HeldView held(UUID run) {
            return new HeldView(mending.held(caller(), run, HeldView.SHOWN), mending.count(caller(), run));
        }

        OverpaidView overpaid(UUID run) {
            Total total = overpayments.total(caller(), run);
            return total.persons() == 0
                    ? OverpaidView.NONE
                    : new OverpaidView(overpayments.largest(caller(), run, OverpaidView.SHOWN), total);
        }
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(RUN)
    JteModel run(@PathVariable UUID id) {
        return page(id, "");
    }

    private JteModel page(UUID id, String trouble) {
        Run run = desk.run(caller(), id).orElseThrow(NotWithinReach::new);
        int left = desk.partsLeft(caller(), id);
        boolean isOwed = left == 0 && run.state().isSettled();
        return pages.consoleQuarter(new QuarterView(
                run,
                desk.files(caller(), id),
                desk.trial(caller(), id),
                desk.progress(caller(), id),
                // While it is owed the page asks each second, and nobody compares.
                left > 0
                        ? Optional.empty()
                        : desk.compare(caller(), id)
                                .map(found ->
                                        ComparisonView.of(found, run.quarter().isYearly())),
                desk.warnings(caller(), id),
                isOwed ? rest.held(id) : HeldView.NONE,
                isOwed ? rest.overpaid(id) : OverpaidView.NONE,
                left,
                access.allows(caller(), Operation.QUARTER_RUN, run.path()),
                access.allows(caller(), Operation.QUARTER_CONFIRM, run.path()),
                proofs.wanted(Operation.QUARTER_CONFIRM),
                sources.forms().titles(),
                sources.rules().drawsOn(run.quarter()),
                trouble));
    }

    private void require(Operation operation) {
        access.require(caller(), operation, caller().path().orElse(""));
    }

    private ResponseEntity<?> done(UUID id, Runnable step) {
        try {
            step.run();
            return Answers.to(QuartersPage.ADDRESS + "/" + id);
        } catch (QuarterRefused refused) {
            return Answers.again(page(id, Texts.say("QuarterRefused." + refused.reason())));
        }
    }

    @PostMapping(RUN + "/bring")
    ResponseEntity<?> bring(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "FEED") Kind kind,
            @RequestParam(defaultValue = "") String sha256,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String form,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        require(Operation.QUARTER_RUN);
        if (desk.run(caller(), id).isEmpty()) {
            throw new NotWithinReach();
        }
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(id, Texts.say("quarters.file.missing")));
        }
        try (InputStream bytes = file.get().getInputStream()) {
            return done(id, () -> {
                FeedFile _ = desk.bring(caller(), id, kind, bytes, manifest(sha256.strip(), rows.strip(), form));
            });
        }
    }

    /** A count that is no number is none that could be right. */
    private static Manifest manifest(String sha256, String rows, String form) {
        OptionalLong count = rows.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rows.matches("\\d{1,12}") ? Long.parseLong(rows) : -1);
        return new Manifest(
                Optional.of(sha256).filter(said -> !said.isEmpty()),
                count,
                Optional.of(form).filter(name -> !name.isEmpty()));
    }

    @PostMapping(RUN + "/drop")
    ResponseEntity<?> drop(@PathVariable UUID id, @RequestParam(defaultValue = "") String file) {
        require(Operation.QUARTER_RUN);
        return done(id, () -> desk.drop(caller(), id, id(file)));
    }

    /** Nobody's where it is no id. */
    static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    @PostMapping(RUN + "/try")
    ResponseEntity<?> ask(@PathVariable UUID id) {
        return done(id, () -> {
            int _ = desk.ask(caller(), id);
        });
    }

    /** Whoever proposes has seen all that stands out: he says so with one tick, beside the list. */
    @PostMapping(RUN + "/propose")
    ResponseEntity<?> propose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int trial,
            @RequestParam(defaultValue = "false") boolean seen) {
        require(Operation.QUARTER_RUN);
        return done(id, () -> {
            if (seen) {
                List<Warning> warnings = desk.warnings(caller(), id);
                warnings.forEach(warning -> desk.see(caller(), id, trial, warning.kind()));
            }
            desk.propose(caller(), id, trial);
        });
    }

    @PostMapping(RUN + "/confirm")
    ResponseEntity<?> confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int trial,
            @RequestParam(defaultValue = "") String proof) {
        if (!access.allows(caller(), Operation.QUARTER_CONFIRM, caller().path().orElse(""))) {
            require(Operation.QUARTER_CONFIRM);
        }
        try {
            Caller proven = proofs.proven(Operation.QUARTER_CONFIRM, proof.strip());
            return done(id, () -> desk.confirm(proven, id, trial));
        } catch (SignInRefused refused) {
            return Answers.again(page(id, Texts.say("proof.SignInRefused." + refused.reason())));
        }
    }

    @PostMapping(RUN + "/close")
    ResponseEntity<?> close(@PathVariable UUID id) {
        return done(id, () -> desk.close(caller(), id));
    }

    /** What was rejected, to be sent back to whoever sent the file. */
    @GetMapping(RUN + "/rejects")
    void rejects(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("huzhu-rejects-");
        Path file = folder.resolve("rejects.csv");
        try {
            desk.rejects(caller(), id, file);
            response.setContentType("text/csv; charset=utf-8");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } catch (QuarterRefused refused) {
            throw new NotWithinReach();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
