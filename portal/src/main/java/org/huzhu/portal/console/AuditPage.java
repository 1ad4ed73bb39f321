package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditSearch;
import org.huzhu.audit.AuditSearch.Question;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done, by whom, to what: the audit trail as far as the caller reaches. */
@RestController
class AuditPage {

    private static final int SHOWN = 100;

    private final AuditSearch trail;
    private final Access access;
    private final Templates pages;

    AuditPage(AuditSearch trail, Access access, Templates pages) {
        this.trail = trail;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/w/audit")
    JteModel search(
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String object) {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.AUDIT_SEARCH, caller.path().orElse(""));
        Question question = Question.all().atMost(SHOWN);
        question = action.isBlank() ? question : question.ofAction(action.strip());
        question = actor.isBlank() ? question : question.ofActor(actor.strip());
        question = object.isBlank() ? question : question.ofObject(object.strip());
        return pages.consoleAudit(action, actor, object, trail.find(question));
    }
}
