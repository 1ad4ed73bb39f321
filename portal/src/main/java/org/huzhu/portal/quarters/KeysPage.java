package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.feeders.FeederRefused;
import org.huzhu.quarters.feeders.Feeders;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access keys of programs that bring files. */
@RestController
class KeysPage {

    private static final String ADDRESS = QuartersPage.ADDRESS + "/keys";
    private static final int MONTHS = 6;

    private final Feeders feeders;
    private final Access access;
    private final Proofs proofs;
    private final Clock clock;
    private final Templates pages;

    KeysPage(Feeders feeders, Access access, Proofs proofs, Clock clock, Templates pages) {
        this.feeders = feeders;
        this.access = access;
        this.proofs = proofs;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private static String home() {
        return caller().path().orElse("");
    }

    @GetMapping(ADDRESS)
    JteModel keys() {
        return page("", LocalDate.now(clock).plusMonths(MONTHS).toString(), "");
    }

    private JteModel page(String name, String until, String trouble) {
        return pages.consoleQuarterKeys(new KeysView(
                feeders.all(caller()),
                LocalDate.now(clock),
                access.allows(caller(), Operation.QUARTER_KEY, home()),
                proofs.wanted(Operation.QUARTER_KEY),
                name,
                until,
                trouble));
    }

    /** The key is shown in the answer alone: to load the page again makes another. */
    @PostMapping(ADDRESS)
    ResponseEntity<?> make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String proof) {
        LocalDate end;
        try {
            // What is typed is the last day on which it is taken.
            end = LocalDate.parse(until.strip()).plusDays(1);
        } catch (DateTimeException e) {
            end = LocalDate.MIN;
        }
        LocalDate first = end;
        return proven(name, until, proof, caller -> {
            Feeders.Made made = feeders.make(caller, name, first);
            return ResponseEntity.ok(pages.consoleQuarterKey(made));
        });
    }

    @PostMapping(ADDRESS + "/end")
    ResponseEntity<?> end(
            @RequestParam(defaultValue = "") String feeder, @RequestParam(defaultValue = "") String proof) {
        return proven("", LocalDate.now(clock).plusMonths(MONTHS).toString(), proof, caller -> {
            feeders.end(caller, QuarterPage.id(feeder));
            return Answers.to(ADDRESS);
        });
    }

    private ResponseEntity<?> proven(
            String name, String until, String proof, Function<Caller, ResponseEntity<?>> step) {
        if (!access.allows(caller(), Operation.QUARTER_KEY, home())) {
            access.require(caller(), Operation.QUARTER_KEY, home());
        }
        try {
            return step.apply(proofs.proven(Operation.QUARTER_KEY, proof.strip()));
        } catch (FeederRefused refused) {
            return Answers.again(page(name, until, Texts.say("FeederRefused." + refused.reason())));
        } catch (SignInRefused refused) {
            return Answers.again(page(name, until, Texts.say("proof.SignInRefused." + refused.reason())));
        }
    }
}
