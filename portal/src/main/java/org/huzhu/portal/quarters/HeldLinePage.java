package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
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
import org.huzhu.quarters.mending.HeldLine;
import org.huzhu.quarters.mending.MendRefused;
import org.huzhu.quarters.mending.Mending;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A line of a quarter that no bank takes: one says another name and card, a second person confirms it. */
@RestController
class HeldLinePage {

    private static final String LINE = QuartersPage.ADDRESS + "/lines/{id}";

    private final Mending mending;
    private final Access access;
    private final Proofs proofs;
    private final Templates pages;

    HeldLinePage(Mending mending, Access access, Proofs proofs, Templates pages) {
        this.mending = mending;
        this.access = access;
        this.proofs = proofs;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private static String home() {
        return caller().path().orElse("");
    }

    @GetMapping(LINE)
    JteModel line(@PathVariable UUID id) {
        HeldLine line = mending.one(caller(), id).orElseThrow(NotWithinReach::new);
        return page(line, line.name(), "");
    }

    private JteModel page(HeldLine line, String name, String trouble) {
        boolean isOwn = line.asked()
                .filter(asked -> asked.by().equals(caller().account().toString()))
                .isPresent();
        return pages.consoleQuarterLine(new HeldLineView(
                line,
                name,
                access.allows(caller(), Operation.QUARTER_RUN, home()),
                !isOwn && access.allows(caller(), Operation.QUARTER_CONFIRM, home()),
                proofs.wanted(Operation.QUARTER_CONFIRM),
                trouble));
    }

    private ResponseEntity<?> done(UUID id, String name, Runnable step) {
        HeldLine line = mending.one(caller(), id).orElseThrow(NotWithinReach::new);
        try {
            step.run();
            return Answers.to(QuartersPage.ADDRESS + "/" + line.run());
        } catch (MendRefused refused) {
            HeldLine now = mending.one(caller(), id).orElse(line);
            return Answers.again(page(now, name, Texts.say("MendRefused." + refused.reason())));
        } catch (SignInRefused refused) {
            return Answers.again(page(line, name, Texts.say("proof.SignInRefused." + refused.reason())));
        }
    }

    @PostMapping(LINE)
    ResponseEntity<?> ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String card) {
        access.require(caller(), Operation.QUARTER_RUN, home());
        return done(id, name, () -> mending.ask(caller(), id, name, card));
    }

    /** What the second person does with what another said, which he has seen. */
    private interface Decision {
        void on(Caller proven, UUID line, UUID asked);
    }

    private ResponseEntity<?> decided(UUID id, String asked, String proof, Decision decision) {
        if (!access.allows(caller(), Operation.QUARTER_CONFIRM, home())) {
            access.require(caller(), Operation.QUARTER_CONFIRM, home());
        }
        return done(
                id,
                "",
                () -> decision.on(proofs.proven(Operation.QUARTER_CONFIRM, proof.strip()), id, QuarterPage.id(asked)));
    }

    @PostMapping(LINE + "/confirm")
    ResponseEntity<?> confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String proof) {
        return decided(id, asked, proof, mending::confirm);
    }

    @PostMapping(LINE + "/decline")
    ResponseEntity<?> decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String proof) {
        return decided(id, asked, proof, mending::decline);
    }
}
