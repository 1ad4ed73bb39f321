package org.huzhu.portal.contributions;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.TargetDesk;
import org.huzhu.contributions.TargetDesk.Progress;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What agencies are to collect in a year, and how far they have come. */
@RestController
class TargetsPage {

    private static final String ADDRESS = "/w/targets";
    private static final int DECEMBER = 12;
    private static final int YEARS = 10;

    private final TargetDesk desk;
    private final UnionTree tree;
    private final Access access;
    private final Clock clock;
    private final Templates pages;

    TargetsPage(TargetDesk desk, UnionTree tree, Access access, Clock clock, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.access = access;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    JteModel targets(@RequestParam Optional<Integer> year) {
        Caller caller = Visit.current().someone();
        String path = caller.path().orElse("");
        access.require(caller, Operation.TARGET_VIEW, path);
        Organisation own = tree.at(path).orElseThrow(NotWithinReach::new);
        LocalDate today = LocalDate.now(clock);
        int shown = year.filter(asked -> asked > today.getYear() - 3 * YEARS && asked <= today.getYear() + 1)
                .orElse(today.getYear());
        List<Progress> all = desk.progress(caller, own.id(), shown);
        Map<UUID, String> names =
                tree.names(all.stream().map(Progress::organisation).toList());
        int month = shown == today.getYear() ? today.getMonthValue() : DECEMBER;
        List<TargetLine> lines = all.stream()
                .map(each -> new TargetLine(names.getOrDefault(each.organisation(), ""), each, month))
                .toList();
        boolean maySet = access.allows(caller, Operation.TARGET_SET, path + ".below");
        List<Organisation> agencies = maySet
                ? tree.below(own.id()).stream()
                        .filter(each -> each.tier() == Tier.AGENCY)
                        .toList()
                : List.of();
        return pages.consoleTargets(shown, lines, agencies);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> set(@RequestParam UUID organisation, @RequestParam int year, @RequestParam String yuan) {
        Caller caller = Visit.current().someone();
        String path = tree.find(organisation).orElseThrow(NotWithinReach::new).path();
        access.require(caller, Operation.TARGET_SET, path);
        try {
            Money target = Money.parseYuan(yuan.replace(",", "").strip());
            desk.set(caller, organisation, Optional.empty(), year, target);
            return Answers.to(ADDRESS + "?year=" + year);
        } catch (IllegalArgumentException e) {
            return Answers.again(pages.trouble(Texts.say("trouble.cannot.title"), Texts.say("targets.yuan.wrong")));
        }
    }
}
