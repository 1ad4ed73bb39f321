package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huzhu.plan.Library;
import org.huzhu.plan.PlanId;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.plans.PlanLeaf.Other;
import org.huzhu.portal.plans.PlanLeaf.Region;
import org.huzhu.text.PlanBook;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.PlanDiff.Change;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The plans, for all to read: those that can be enrolled in, and each of them as a book. */
@RestController
class PlansPage {

    private final PlanShelf shelf;
    private final Templates pages;

    PlansPage(PlanShelf shelf, Templates pages) {
        this.shelf = shelf;
        this.pages = pages;
    }

    @GetMapping("/plans")
    JteModel all() {
        List<String> offered = shelf.offered();
        Collection<Shelved> all = shelf.all();
        return pages.plansAll(
                all.stream()
                        .filter(each -> offered.contains(each.plan()))
                        .map(PlanCard::of)
                        .toList(),
                all.stream()
                        .filter(each -> !offered.contains(each.plan()))
                        .map(PlanCard::of)
                        .toList());
    }

    @GetMapping("/plans/{code}")
    JteModel one(@PathVariable String code) {
        Shelved shelved = shelf.find(code).orElseThrow(NotWithinReach::new);
        return pages.plansBook(leaf(shelved, shelved.current()));
    }

    /** A version, which may be an older one or one to come. */
    @GetMapping("/plans/versions/{id}")
    JteModel version(@PathVariable UUID id) {
        Shelved shelved = shelf.of(id).orElseThrow(NotWithinReach::new);
        Printed one = shelved.versions().stream()
                .filter(each -> each.version().id().equals(id))
                .findFirst()
                .orElseThrow(NotWithinReach::new);
        return pages.plansBook(leaf(shelved, one));
    }

    private PlanLeaf leaf(Shelved shelved, Printed one) {
        return new PlanLeaf(
                PlanCard.of(shelved.code(), one.plan()),
                PlanBook.of(one.version().file(), one.version().content()),
                one.version(),
                one.equals(shelved.current()),
                shelved.versions().reversed().stream()
                        .filter(each -> !each.equals(one))
                        .map(each -> other(shelved, each))
                        .toList(),
                shelved.before(one).map(before -> changes(before, one)).orElse(List.of()),
                regions(shelf.library(), one.plan().id()));
    }

    private static Other other(Shelved shelved, Printed each) {
        return new Other(
                each.plan().id().version(),
                each.plan().applicability().from().toString(),
                each.equals(shelved.current())
                        ? "/plans/" + shelved.code()
                        : "/plans/versions/" + each.version().id());
    }

    private static List<Change> changes(Printed before, Printed after) {
        return PlanDiff.between(
                before.version().file(),
                before.version().content(),
                after.version().file(),
                after.version().content());
    }

    static List<Region> regions(Library library, PlanId id) {
        return library.overlays().stream()
                .filter(overlay -> overlay.plan().equals(id.plan())
                        && (overlay.onlyVersions().isEmpty()
                                || overlay.onlyVersions().contains(id.version())))
                .map(overlay -> new Region(
                        overlay, library.dictionary().list(overlay.addedList()).classes()))
                .toList();
    }
}
