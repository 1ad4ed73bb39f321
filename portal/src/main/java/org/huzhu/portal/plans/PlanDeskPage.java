package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.PlanRefused;
import org.huzhu.catalogue.Version;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where files of plans are drafted: all of them in a list, and the form in which one is written. */
@RestController
class PlanDeskPage {

    private static final String LIST = "/w/plans";

    private final PlanDesk desk;
    private final PlanCatalogue catalogue;
    private final PlanShelf shelf;
    private final Access access;
    private final Templates pages;

    PlanDeskPage(PlanDesk desk, PlanCatalogue catalogue, PlanShelf shelf, Access access, Templates pages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(LIST)
    JteModel all() {
        List<PlanDesk.Draft> drafts = desk.drafts(Visit.current().someone());
        List<Shelved> plans = List.copyOf(shelf.all());
        List<String> ofPlans = plans.stream()
                .flatMap(plan -> plan.versions().stream())
                .map(printed -> printed.version().file())
                .toList();
        List<Version> others = catalogue.versions().stream()
                .filter(version -> !ofPlans.contains(version.file()))
                .toList();
        return pages.plansDesk(drafts, plans, others);
    }

    /** A new file: empty, or one that is there as a beginning. */
    @GetMapping("/w/plans/new")
    JteModel begin(@RequestParam Optional<UUID> from) {
        Caller caller = requireDrafting();
        Typed typed = from.map(id -> desk.version(caller, id))
                .map(version -> PlanText.next(version, shelf.today().getYear()))
                .orElseGet(Typed::nothing);
        return pages.plansEdit("/w/plans/new", "", typed);
    }

    @PostMapping("/w/plans/new")
    ResponseEntity<?> draft(
            @RequestParam String file,
            @RequestParam(defaultValue = "") String content,
            @RequestParam Optional<MultipartFile> upload) {
        Caller caller = requireDrafting();
        Typed typed = Typed.of(Map.of("file", file, "content", content));
        Optional<String> text = PlanText.of(content, upload, typed);
        if (typed.isSound()) {
            try {
                return Answers.to(LIST + "/" + desk.draft(caller, file.strip(), text.orElseThrow()));
            } catch (PlanRefused refused) {
                boolean isOfContent = refused.reason() == PlanRefused.Reason.TOO_LARGE;
                typed.refuse(isOfContent ? "content" : "file", "PlanRefused." + refused.reason());
            }
        }
        return Answers.again(pages.plansEdit("/w/plans/new", "", typed));
    }

    private Caller requireDrafting() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.PLAN_DRAFT, caller.path().orElse(""));
        return caller;
    }

    @GetMapping("/w/plans/{id}/edit")
    JteModel edit(@PathVariable UUID id) {
        Version version = desk.version(Visit.current().someone(), id);
        Typed typed = Typed.of(Map.of("content", version.content()));
        return pages.plansEdit(LIST + "/" + id + "/edit", version.file(), typed);
    }

    @PostMapping("/w/plans/{id}/edit")
    ResponseEntity<?> edit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam Optional<MultipartFile> upload) {
        Caller caller = Visit.current().someone();
        Version version = desk.version(caller, id);
        Typed typed = Typed.of(Map.of("content", content));
        Optional<String> text = PlanText.of(content, upload, typed);
        if (typed.isSound()) {
            try {
                desk.redraft(caller, id, text.orElseThrow());
                return Answers.to(LIST + "/" + id);
            } catch (PlanRefused refused) {
                typed.refuse("content", "PlanRefused." + refused.reason());
            }
        }
        return Answers.again(pages.plansEdit(LIST + "/" + id + "/edit", version.file(), typed));
    }

    @PostMapping("/w/plans/{id}/drop")
    ResponseEntity<Void> drop(@PathVariable UUID id) {
        desk.drop(Visit.current().someone(), id);
        return Answers.to(LIST);
    }
}
