package org.huzhu.portal.samples;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.samples.Finding.Found;
import org.huzhu.claims.samples.SampleDesk;
import org.huzhu.claims.samples.SampleRefused;
import org.huzhu.claims.samples.Way;
import org.huzhu.kernel.DateSpan;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is drawn for a second look, what came of it, and what is still to be mended. */
@RestController
class SamplesPage {

    private static final String ADDRESS = "/w/samples";
    private static final int SAMPLES_SHOWN = 50;
    private static final int SHOWN = 200;
    private static final UUID NONE = new UUID(0, 0);

    /** A seed that a person can say on the telephone. */
    private static final int SEEDS = 1_000_000;

    private final SampleDesk desk;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    SamplesPage(SampleDesk desk, Access access, Clock clock, Templates pages) {
        this.desk = desk;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @GetMapping(ADDRESS)
    JteModel samples() {
        return page("");
    }

    private JteModel page(String trouble) {
        Caller caller = caller();
        return pages.consoleSamples(new SamplesView(
                desk.samples(caller, SAMPLES_SHOWN),
                desk.open(caller, SHOWN),
                desk.findings(caller, SHOWN),
                may(Operation.SAMPLE_DRAW),
                may(Operation.FINDING_ANSWER)
                        ? SamplesView.OWNERS.stream()
                                .filter(step -> step.role() == caller.role())
                                .toList()
                        : List.of(),
                Math.floorMod(clock.millis(), SEEDS),
                today().minusMonths(1).toString(),
                today().toString(),
                trouble));
    }

    private boolean may(Operation operation) {
        return access.allows(caller(), operation, caller().path().orElse(""));
    }

    /** Whoever may not is told so before anything that he typed is read. */
    private void require(Operation operation) {
        access.require(caller(), operation, caller().path().orElse(""));
    }

    private ResponseEntity<?> done(Runnable step) {
        try {
            step.run();
            return Answers.to(ADDRESS);
        } catch (SampleRefused refused) {
            return wrong(refused.reason());
        }
    }

    private ResponseEntity<?> wrong(SampleRefused.Reason reason) {
        return Answers.again(page(Texts.say("SampleRefused." + reason)));
    }

    @PostMapping(ADDRESS + "/draw")
    ResponseEntity<?> draw(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "") String above,
            @RequestParam(defaultValue = "0") long seed,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        require(Operation.SAMPLE_DRAW);
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first.isAfter(last) || last.equals(LocalDate.MAX)) {
            return wrong(SampleRefused.Reason.DAYS);
        }
        DateSpan days = new DateSpan(first, last.plusDays(1));
        return done(() -> {
            UUID _ = desk.draw(caller(), way(way, size, above), seed, days);
        });
    }

    private static Way way(String name, int size, String above) {
        return switch (name) {
            case "BY_VALUE" -> new Way.ByValue(size, sum(above));
            case "BY_VARIANCE" -> new Way.ByVariance(size);
            default -> new Way.Evenly(size);
        };
    }

    /** Nothing where it is no sum: the desk refuses that. */
    private static Money sum(String yuan) {
        try {
            return Money.parseYuan(yuan.strip());
        } catch (IllegalArgumentException e) {
            return Money.ZERO;
        }
    }

    /** A day that never comes where it is none. */
    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeException e) {
            return LocalDate.MAX;
        }
    }

    /** Nobody's where it is no id: the desk asks for rights before it says that there is none. */
    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    @PostMapping(ADDRESS + "/sound")
    ResponseEntity<?> sound(@RequestParam(defaultValue = "") String look) {
        return done(() -> desk.sound(caller(), id(look)));
    }

    @PostMapping(ADDRESS + "/find")
    ResponseEntity<?> find(
            @RequestParam(defaultValue = "") String look,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "OFFICE") ReviewStep owner,
            @RequestParam(defaultValue = "") String until) {
        require(Operation.SAMPLE_DRAW);
        LocalDate day = day(until);
        return day.equals(LocalDate.MAX)
                ? wrong(SampleRefused.Reason.DAY_PAST)
                : done(() -> {
                    UUID _ = desk.find(caller(), id(look), new Found(found, owner, day));
                });
    }

    @PostMapping(ADDRESS + "/answer")
    ResponseEntity<?> answer(
            @RequestParam(defaultValue = "") String finding, @RequestParam(defaultValue = "") String done) {
        return done(() -> desk.answer(caller(), id(finding), done));
    }

    @PostMapping(ADDRESS + "/back")
    ResponseEntity<?> sendBack(
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String until) {
        require(Operation.SAMPLE_DRAW);
        LocalDate day = day(until);
        return day.equals(LocalDate.MAX)
                ? wrong(SampleRefused.Reason.DAY_PAST)
                : done(() -> desk.sendBack(caller(), id(finding), why, day));
    }

    @PostMapping(ADDRESS + "/close")
    ResponseEntity<?> close(@RequestParam(defaultValue = "") String finding) {
        return done(() -> desk.close(caller(), id(finding)));
    }
}
