package org.huzhu.portal.recoveries;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.recovery.RecoveryDesk;
import org.huzhu.claims.recovery.RecoveryDesk.Receiving;
import org.huzhu.claims.recovery.RecoveryDesk.Source;
import org.huzhu.claims.recovery.RecoveryRefused;
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

/** What was paid too much and is claimed back: what came is taken in, what will not come is written off by two. */
@RestController
class RecoveriesPage {

    private static final String ADDRESS = "/w/recoveries";
    private static final int SHOWN = 200;
    private static final UUID NONE = new UUID(0, 0);

    private final RecoveryDesk desk;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    RecoveriesPage(RecoveryDesk desk, Access access, Clock clock, Templates pages) {
        this.desk = desk;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel recoveries() {
        return page("");
    }

    private JteModel page(String trouble) {
        return pages.consoleRecoveries(new RecoveriesView(
                desk.open(caller(), SHOWN),
                may(Operation.RECOVERY_RECEIVE),
                may(Operation.RECOVERY_WAIVE),
                may(Operation.RECOVERY_CONFIRM),
                UUID.randomUUID(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()).toString(),
                trouble));
    }

    private boolean may(Operation operation) {
        return access.allows(caller(), operation, caller().path().orElse(""));
    }

    private ResponseEntity<?> done(Runnable step) {
        try {
            step.run();
            return Answers.to(ADDRESS);
        } catch (RecoveryRefused refused) {
            return Answers.again(page(Texts.say("RecoveryRefused." + refused.reason())));
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

    @PostMapping(ADDRESS + "/receive")
    ResponseEntity<?> receive(
            @RequestParam(defaultValue = "") String recovery,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean unclaimed) {
        Receiving receiving = new Receiving(sum(yuan), day(day), unclaimed ? Source.UNCLAIMED : Source.BANK);
        return done(() -> desk.receive(caller(), id(recovery), id(key), receiving));
    }

    /** Nothing where it is no sum: the desk refuses that. */
    private static Money sum(String yuan) {
        try {
            return Money.parseYuan(yuan.strip());
        } catch (IllegalArgumentException e) {
            return Money.ZERO;
        }
    }

    /** A day that never comes where it is none: the desk refuses that. */
    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeException e) {
            return LocalDate.MAX;
        }
    }

    @PostMapping(ADDRESS + "/waive")
    ResponseEntity<?> waive(
            @RequestParam(defaultValue = "") String recovery, @RequestParam(defaultValue = "") String reason) {
        return done(() -> desk.askToWaive(caller(), id(recovery), reason));
    }

    @PostMapping(ADDRESS + "/confirm")
    ResponseEntity<?> confirm(@RequestParam(defaultValue = "") String wish) {
        return done(() -> desk.confirm(caller(), id(wish)));
    }

    @PostMapping(ADDRESS + "/decline")
    ResponseEntity<?> decline(@RequestParam(defaultValue = "") String wish) {
        return done(() -> desk.decline(caller(), id(wish)));
    }
}
