package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.catalogue.Version;
import org.huzhu.plan.Plan;
import org.huzhu.plan.PlanId;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.pages.Templates;
import org.huzhu.text.PlanBook;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.PlanDiff.Change;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is published: each plan with its versions, each version as a book, and what a version changed. */
@RestController
class PlansPage {

    private final PlanCatalogue catalogue;
    private final Templates pages;

    PlansPage(PlanCatalogue catalogue, Templates pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @GetMapping("/plans")
    JteModel all() {
        List<Version> versions = catalogue.versions();
        if (versions.isEmpty()) {
            return pages.plansAll(Map.of());
        }
        Map<PlanId, UUID> ids = versions.stream()
                .filter(PlansPage::isPlan)
                .collect(Collectors.toMap(PlansPage::idOf, Version::id));
        Map<String, List<PlanLine>> byPlan = catalogue.rulebook().library().plans().stream()
                .map(plan -> PlanLine.of(plan, ids.get(plan.id())))
                .collect(Collectors.groupingBy(PlanLine::plan, TreeMap::new, Collectors.toList()));
        return pages.plansAll(byPlan);
    }

    @GetMapping("/plans/{id}")
    JteModel one(@PathVariable UUID id) {
        Version version = version(id);
        PlanBook book = PlanBook.of(version.file(), version.content());
        return pages.plansBook(book, version, changes(version));
    }

    private Version version(UUID id) {
        return catalogue.versions().stream()
                .filter(each -> each.id().equals(id) && isPlan(each))
                .findFirst()
                .orElseThrow(NotWithinReach::new);
    }

    /** What it changed of the version before; nothing where it is the first. */
    private List<Change> changes(Version version) {
        PlanId id = idOf(version);
        Plan before = null;
        for (Plan plan : catalogue.rulebook().library().versions(id.plan())) {
            if (plan.id().equals(id)) {
                break;
            }
            before = plan;
        }
        if (before == null) {
            return List.of();
        }
        return catalogue
                .published(before.id())
                .map(earlier ->
                        PlanDiff.between(earlier.file(), earlier.content(), version.file(), version.content()))
                .orElse(List.of());
    }

    /** Files of plans stand in a folder of the plan's name, which no other kind of file has. */
    private static boolean isPlan(Version version) {
        return version.content().lines().anyMatch(line -> line.startsWith("计划:"))
                && version.file().contains("/");
    }

    private static PlanId idOf(Version version) {
        String[] parts = version.file().split("/", 2);
        return new PlanId(parts[0], parts[1].replace(".yaml", ""));
    }
}
