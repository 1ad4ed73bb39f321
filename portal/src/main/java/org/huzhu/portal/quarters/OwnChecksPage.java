package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.huzhu.roster.CsvList;
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
    private static final int QUARTERS = 40;

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

    /**
     * The page; what a quarter paid is added up only where it is asked for.
     *
     * @param run the quarter
     */
    @GetMapping(ADDRESS)
    JteModel checks(@RequestParam Optional<UUID> run) {
        return page(run, "");
    }

    private JteModel page(Optional<UUID> run, String trouble) {
        return pages.consoleOwnChecks(new OwnChecksView(
                checks.waiting(caller(), SHOWN),
                checks.paying(caller(), QUARTERS),
                run,
                run.map(each -> checks.part(caller(), each)),
                trouble));
    }

    private void require() {
        access.require(caller(), Operation.QUARTER_CHECK, caller().path().orElse(""));
    }

    /**
     * Does it; what it says is said on the page.
     *
     * @param step says what was not done of it; empty text where all was
     */
    private ResponseEntity<?> done(Supplier<String> step) {
        try {
            String left = step.get();
            return left.isEmpty() ? Answers.to(ADDRESS) : Answers.again(page(Optional.empty(), left));
        } catch (CheckRefused refused) {
            if (refused.reason() == CheckRefused.Reason.ABSENT) {
                throw new NotWithinReach();
            }
            return Answers.again(page(Optional.empty(), Texts.say("CheckRefused." + refused.reason())));
        }
    }

    @PostMapping(ADDRESS + "/{id}")
    ResponseEntity<?> answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean fit,
            @RequestParam(defaultValue = "") String said) {
        require();
        return done(() -> {
            checks.answer(caller(), id, fit, said);
            return "";
        });
    }

    /** All who are ticked are entitled. */
    @PostMapping(ADDRESS)
    ResponseEntity<?> fit(@RequestParam Optional<UUID> run, @RequestParam(defaultValue = "") Set<UUID> check) {
        require();
        if (run.isEmpty() || check.isEmpty()) {
            return Answers.again(page(Optional.empty(), Texts.say("checks.fit.nobody")));
        }
        return done(() -> {
            int before = check.size() - checks.fit(caller(), run.get(), check);
            return before == 0 ? "" : Texts.say("checks.fit.before", before);
        });
    }

    /** As office programs open it; each line is sent as it comes. */
    @GetMapping(ADDRESS + "/list")
    void list(@RequestParam Optional<UUID> run, HttpServletResponse response) throws IOException {
        require();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"paid.csv\"");
        CsvList out = new CsvList(
                response.getOutputStream(),
                List.of(Texts.say("checks.list.head").split(",", -1)));
        try {
            checks.list(caller(), run, paid -> add(out, paid));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // Only now: a list that breaks off has to look like one.
        out.close();
    }

    private static void add(CsvList out, Paid paid) {
        try {
            out.add(List.of(
                    paid.agency(),
                    paid.name(),
                    "尾号" + paid.cardEnd(),
                    Texts.yuan(paid.sum()).replace(",", ""),
                    paid.day().map(LocalDate::toString).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
