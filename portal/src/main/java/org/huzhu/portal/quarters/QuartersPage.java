package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.Quarter;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.QuarterRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quarters that were settled, and where the next one is opened. */
@RestController
class QuartersPage {

    static final String ADDRESS = "/w/quarters";
    private static final int SHOWN = 100;
    private static final int MONTHS = 3;

    private final QuarterDesk desk;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    QuartersPage(QuarterDesk desk, Access access, Clock clock, Templates pages) {
        this.desk = desk;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel quarters() {
        return page("");
    }

    private JteModel page(String trouble) {
        LocalDate last = LocalDate.now(clock).minusMonths(MONTHS);
        return pages.consoleQuarters(new QuartersView(
                desk.runs(caller(), SHOWN),
                access.allows(caller(), Operation.QUARTER_RUN, caller().path().orElse("")),
                desk.plans(caller(), last.getYear()),
                last.getYear(),
                (last.getMonthValue() - 1) / MONTHS + 1,
                trouble));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> open(
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "0") int quarter) {
        access.require(caller(), Operation.QUARTER_RUN, caller().path().orElse(""));
        if (year < 1 || quarter < 1 || quarter > Quarter.YEARLY) {
            return Answers.again(page(Texts.say("quarters.which")));
        }
        try {
            UUID run = desk.open(caller(), new Quarter(plan, year, quarter));
            return Answers.to(ADDRESS + "/" + run);
        } catch (QuarterRefused refused) {
            return Answers.again(page(Texts.say("QuarterRefused." + refused.reason())));
        }
    }
}
