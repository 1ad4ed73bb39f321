package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.filed.Filings;
import org.huzhu.quarters.filed.Filings.Taken;
import org.huzhu.quarters.working.YearlyRules;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What unions file for costs above the ceiling: entered as a list, looked at by agency and office one by one. */
@RestController
class FilingsPage {

    private static final String ADDRESS = "/w/filings";
    private static final int SHOWN = 200;

    private final Filings filings;
    private final Access access;
    private final YearlyRules rules;
    private final Clock clock;
    private final Templates pages;

    FilingsPage(Filings filings, Access access, YearlyRules rules, Clock clock, Templates pages) {
        this.filings = filings;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    /** The year before is that which is filed for now. */
    private int year(int asked) {
        return asked > 0 ? asked : LocalDate.now(clock).getYear() - 1;
    }

    @GetMapping(ADDRESS)
    JteModel filings(@RequestParam(defaultValue = "0") int year) {
        return page(year(year), "", "");
    }

    private JteModel page(int year, String done, String trouble) {
        Caller caller = caller();
        String path = caller.path().orElse("");
        List<String> plans = rules.plans(year).stream()
                .filter(plan -> rules.designation(plan).isEmpty())
                .toList();
        return pages.consoleFilings(new FilingsView(
                year,
                plans,
                filings.all(caller, year, SHOWN),
                caller.role(),
                access.allows(caller, Operation.FILING_ENTER, path),
                done,
                trouble));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> enter(
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        access.require(caller(), Operation.FILING_ENTER, caller().path().orElse(""));
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            return Answers.again(page(year(year), "", Texts.say("quarters.file.missing")));
        }
        try (InputStream bytes = file.get().getInputStream()) {
            Taken taken = filings.enter(caller(), plan, year(year), bytes);
            return Answers.again(
                    taken.wrong().isEmpty()
                            ? page(year(year), Texts.say("filings.taken", taken.entered(), taken.same()), "")
                            : page(year(year), "", wrong(taken)));
        }
    }

    private static String wrong(Taken taken) {
        return taken.wrong().stream()
                .map(each -> Texts.say("designated.line", each.line(), Texts.say("FilingWrong." + each.reason())))
                .collect(Collectors.joining(Texts.say("designated.wrong.then"), Texts.say("designated.wrong"), ""));
    }

    @PostMapping(ADDRESS + "/pass")
    ResponseEntity<?> pass(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean originals) {
        access.require(caller(), Operation.CLAIM_REVIEW, caller().path().orElse(""));
        if (!originals) {
            return Answers.again(page(year(year), "", Texts.say("filings.originals.first")));
        }
        return decided(year, filings.pass(caller(), id(id), version));
    }

    @PostMapping(ADDRESS + "/return")
    ResponseEntity<?> giveBack(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String why) {
        access.require(caller(), Operation.CLAIM_REVIEW, caller().path().orElse(""));
        if (why.isBlank() || why.length() > 500) {
            return Answers.again(page(year(year), "", Texts.say("filings.why")));
        }
        return decided(year, filings.giveBack(caller(), id(id), version, why.strip()));
    }

    private ResponseEntity<?> decided(int year, boolean done) {
        return done
                ? Answers.to(ADDRESS + "?year=" + year(year))
                : Answers.again(page(year(year), "", Texts.say("filings.other")));
    }

    /** Nobody's where it is no id. */
    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
