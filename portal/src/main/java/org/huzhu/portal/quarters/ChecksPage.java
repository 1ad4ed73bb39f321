package org.huzhu.portal.quarters;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.Proofs;
import org.huzhu.portal.pages.Templates;
import org.huzhu.quarters.QuarterDesk;
import org.huzhu.quarters.Run;
import org.huzhu.quarters.checks.CheckRefused;
import org.huzhu.quarters.checks.QuarterChecks;
import org.huzhu.quarters.checks.QuarterChecks.Draw;
import org.huzhu.staff.SignInRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom an office has checked before it confirms a quarter. */
@RestController
class ChecksPage {

    private static final String CHECKS = QuartersPage.ADDRESS + "/{id}/checks";
    private static final int SHOWN = 500;
    private static final int ONE_IN_MOST = 100_000;

    private final QuarterDesk desk;
    private final QuarterChecks checks;
    private final Access access;
    private final Proofs proofs;
    private final Templates pages;

    ChecksPage(QuarterDesk desk, QuarterChecks checks, Access access, Proofs proofs, Templates pages) {
        this.proofs = proofs;
        this.desk = desk;
        this.checks = checks;
        this.access = access;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    private static String place() {
        return caller().path().orElse("");
    }

    @GetMapping(CHECKS)
    JteModel checks(@PathVariable UUID id) {
        return page(id, "");
    }

    private JteModel page(UUID id, String trouble) {
        Run run = desk.run(caller(), id).orElseThrow(NotWithinReach::new);
        return pages.consoleChecks(new ChecksView(
                run,
                checks.count(caller(), id),
                checks.open(caller(), id, SHOWN),
                access.allows(caller(), Operation.QUARTER_RUN, place()),
                access.allows(caller(), Operation.QUARTER_CONFIRM, place()),
                caller().account(),
                proofs.wanted(Operation.QUARTER_CONFIRM),
                trouble));
    }

    private ResponseEntity<?> done(UUID id, Runnable step) {
        try {
            step.run();
            return Answers.to(QuartersPage.ADDRESS + "/" + id + "/checks");
        } catch (CheckRefused refused) {
            return Answers.again(page(id, Texts.say("CheckRefused." + refused.reason())));
        } catch (SignInRefused refused) {
            return Answers.again(page(id, Texts.say("proof.SignInRefused." + refused.reason())));
        }
    }

    @PostMapping(CHECKS)
    ResponseEntity<?> draw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String oneIn) {
        access.require(caller(), Operation.QUARTER_RUN, place());
        Optional<Draw> draw = draw(from.strip(), oneIn.strip());
        if (draw.isEmpty()) {
            return Answers.again(page(id, Texts.say("checks.which")));
        }
        return done(id, () -> {
            int _ = checks.draw(caller(), id, draw.get());
        });
    }

    /** Empty where neither a sum nor a share is said that can be. */
    private static Optional<Draw> draw(String from, String oneIn) {
        try {
            Optional<Money> sum = from.isEmpty() ? Optional.empty() : Optional.of(Money.parseYuan(from));
            int share = oneIn.isEmpty() ? 0 : Integer.parseInt(oneIn);
            boolean isSome = sum.isPresent() || share > 0;
            return Optional.of(new Draw(sum, share)).filter(_ -> isSome && share >= 0 && share <= ONE_IN_MOST);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @PostMapping(CHECKS + "/{check}")
    ResponseEntity<?> answer(
            @PathVariable UUID id,
            @PathVariable UUID check,
            @RequestParam(defaultValue = "true") boolean fit,
            @RequestParam(defaultValue = "") String said) {
        access.require(caller(), Operation.QUARTER_RUN, place());
        return done(id, () -> checks.answer(caller(), check, fit, said));
    }

    /** Somebody to whom it gave something is said not to be entitled. */
    @PostMapping(CHECKS + "/late")
    ResponseEntity<?> doubt(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String said) {
        access.require(caller(), Operation.QUARTER_RUN, place());
        return done(id, () -> checks.doubt(caller(), id, number, said));
    }

    /** What the second person does with what another said, which he has seen. */
    private interface Decision {
        void on(Caller proven, UUID check, boolean isFit);
    }

    private ResponseEntity<?> decided(UUID id, String proof, UUID check, boolean fit, Decision decision) {
        if (!access.allows(caller(), Operation.QUARTER_CONFIRM, place())) {
            access.require(caller(), Operation.QUARTER_CONFIRM, place());
        }
        return done(id, () -> decision.on(proofs.proven(Operation.QUARTER_CONFIRM, proof.strip()), check, fit));
    }

    @PostMapping(CHECKS + "/{check}/confirm")
    ResponseEntity<?> confirm(
            @PathVariable UUID id,
            @PathVariable UUID check,
            @RequestParam(defaultValue = "false") boolean fit,
            @RequestParam(defaultValue = "") String proof) {
        return decided(id, proof, check, fit, checks::confirm);
    }

    @PostMapping(CHECKS + "/{check}/decline")
    ResponseEntity<?> decline(
            @PathVariable UUID id,
            @PathVariable UUID check,
            @RequestParam(defaultValue = "false") boolean fit,
            @RequestParam(defaultValue = "") String proof) {
        return decided(id, proof, check, fit, checks::decline);
    }
}
