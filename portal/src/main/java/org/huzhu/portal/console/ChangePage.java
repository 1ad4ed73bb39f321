package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Mistyped;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.console.ChangeReader.Planned;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.SignInRefused;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.OrganisationRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes of an organisation: a form for each that the caller may make there. What was typed is tried and taken back
 * first; a page says what will happen, and only then it is made.
 */
@RestController
class ChangePage {

    private final ChangeForms forms;
    private final ChangeReader reader;
    private final TransactionTemplate transaction;
    private final Proofs proofs;
    private final Templates pages;

    ChangePage(
            ChangeForms forms,
            ChangeReader reader,
            PlatformTransactionManager transactions,
            Proofs proofs,
            Templates pages) {
        this.forms = forms;
        this.reader = reader;
        this.transaction = new TransactionTemplate(transactions);
        this.proofs = proofs;
        this.pages = pages;
    }

    @GetMapping("/w/orgs/{id}/change")
    JteModel ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String kind) {
        return pages.consoleChange(forms.of(id), ChangeKind.at(kind), Typed.nothing(), List.of());
    }

    /** Each has an address of its own, so that the table of who may do what can name it. */
    @PostMapping({
        "/w/orgs/{id}/change/state",
        "/w/orgs/{id}/change/contact",
        "/w/orgs/{id}/change/rename",
        "/w/orgs/{id}/change/open",
        "/w/orgs/{id}/change/move",
        "/w/orgs/{id}/change/split",
        "/w/orgs/{id}/change/merge",
        "/w/orgs/{id}/change/act-for",
        "/w/orgs/{id}/change/close"
    })
    ResponseEntity<?> change(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
        Asked asked =
                new Asked(forms.of(id), ChangeKind.at(address).orElseThrow(NotWithinReach::new), new Typed(fields));
        forms.require(asked.form(), asked.kind());
        Caller caller = Visit.current().someone();
        try {
            Planned plan = reader.read(asked.form().organisation(), asked.kind(), asked.typed());
            return switch (asked.typed().at("step")) {
                case "back" -> ResponseEntity.ok(form(asked, List.of()));
                case "do" -> made(asked, plan);
                default -> {
                    rehearse(plan, caller);
                    yield ResponseEntity.ok(confirmation(asked, plan, ""));
                }
            };
        } catch (Mistyped e) {
            asked.typed().refused(e.sentence());
            return Answers.again(form(asked, e.likely()));
        } catch (OrganisationRefused e) {
            asked.typed().refused(sentence(e));
            return Answers.again(form(asked, List.of()));
        }
    }

    /** Makes it and takes it back, so that what cannot be is said before he agrees. */
    private void rehearse(Planned plan, Caller caller) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            plan.making().make(caller.fresh());
        });
    }

    /** A form as it came in. */
    private record Asked(ChangeForms.Form form, ChangeKind kind, Typed typed) {}

    private ResponseEntity<?> made(Asked asked, Planned plan) {
        try {
            Caller caller =
                    proofs.proven(asked.kind().operation(), asked.typed().at("proof"));
            Organisation shown = plan.making().make(caller);
            return Answers.to("/w/orgs/" + shown.id());
        } catch (SignInRefused e) {
            String trouble = Texts.say("proof.SignInRefused." + e.reason());
            return Answers.again(confirmation(asked, plan, trouble));
        }
    }

    private JteModel form(Asked asked, List<Organisation> likely) {
        return pages.consoleChange(asked.form(), Optional.of(asked.kind()), asked.typed(), forms.options(likely));
    }

    private JteModel confirmation(Asked asked, Planned plan, String trouble) {
        return pages.consoleChangeSure(
                asked.form(),
                asked.kind(),
                plan.says(),
                asked.typed().but(List.of("step", "proof")),
                proofs.wanted(asked.kind().operation()),
                trouble);
    }

    private static String sentence(OrganisationRefused refusal) {
        String why = Texts.say("OrganisationRefused." + refusal.why());
        return switch (refusal.why()) {
            case BEFORE_LAST_CHANGE, NOT_OPEN_YET ->
                refusal.day()
                        .map(day -> why + Texts.say("OrganisationRefused.day", day))
                        .orElse(why);
            default -> why;
        };
    }
}
