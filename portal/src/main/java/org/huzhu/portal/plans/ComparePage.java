package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.Version;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.PlanDiff.Change;
import org.huzhu.text.PlanUnreadable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two versions beside each other: what changed, before and after. */
@RestController
class ComparePage {

    private final PlanDesk desk;
    private final PlanCatalogue catalogue;
    private final Templates pages;

    ComparePage(PlanDesk desk, PlanCatalogue catalogue, Templates pages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @GetMapping("/w/plans/compare")
    JteModel compare(@RequestParam Optional<UUID> before, @RequestParam Optional<UUID> after) {
        Caller caller = Visit.current().someone();
        List<Choice> choices = new ArrayList<>();
        desk.drafts(caller).forEach(draft -> choices.add(new Choice(draft.id().toString(), draft.file())));
        catalogue
                .versions()
                .forEach(version -> choices.add(new Choice(version.id().toString(), version.file())));
        Typed typed = Typed.of(Map.of("before", text(before), "after", text(after)));
        return pages.plansCompare(
                choices, typed, before.flatMap(one -> after.map(other -> compared(caller, one, other))));
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private Compared compared(Caller caller, UUID before, UUID after) {
        Version earlier = desk.version(caller, before);
        Version later = desk.version(caller, after);
        return new Compared(earlier.file(), later.file(), changes(earlier, later));
    }

    private static Optional<List<Change>> changes(Version earlier, Version later) {
        try {
            return Optional.of(PlanDiff.between(earlier.file(), earlier.content(), later.file(), later.content()));
        } catch (PlanUnreadable unreadable) {
            return Optional.empty();
        }
    }
}
