package org.huzhu.portal.payers;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.contributions.ContributionRefused;
import org.huzhu.contributions.Split;
import org.huzhu.contributions.SplitDesk;
import org.huzhu.contributions.SplitDesk.Said;
import org.huzhu.kernel.Money;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who pays which part of a unit's contributions: seen, set, ended, with what it comes to for one head. */
@RestController
class SplitsPage {

    private static final String ADDRESS = "/w/splits";
    private static final int FOUND = 20;

    private final Rooms rooms;
    private final Clock clock;
    private final Templates pages;

    SplitsPage(Rooms rooms, Clock clock, Templates pages) {
        this.rooms = rooms;
        this.clock = clock;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("splitsRooms")
    record Rooms(SplitDesk splits, PlanCatalogue catalogue, UnionTree tree, Access access) {}

    /** The unit; where there are several, first of all which one. */
    @GetMapping(ADDRESS)
    JteModel splits(@RequestParam Optional<UUID> unit, @RequestParam Optional<String> q) {
        Caller caller = Visit.current().someone();
        rooms.access()
                .require(caller, Operation.CONTRIBUTION_SPLIT, caller.path().orElse(""));
        Optional<Organisation> found = unit.map(this::found).or(this::only);
        if (found.isPresent() && found.get().tier() == Tier.UNIT) {
            LocalDate next = LocalDate.now(clock).withDayOfMonth(1).plusMonths(1);
            return page(found.get(), Typed.of(Map.of("from", next.toString())));
        }
        List<Organisation> units = q.map(words -> rooms.tree().search(words, FOUND)).orElse(List.of()).stream()
                .filter(each -> each.tier() == Tier.UNIT && each.closedOn().isEmpty())
                .toList();
        return pages.consoleSplitsUnit(q.orElse(""), units);
    }

    private Organisation found(UUID unit) {
        return rooms.tree().find(unit).orElseThrow(NotWithinReach::new);
    }

    /** The one unit of whoever handles no other. */
    private Optional<Organisation> only() {
        return Optional.of(rooms.tree().tops())
                .filter(tops -> tops.size() == 1)
                .map(tops -> tops.getFirst().organisation());
    }

    private JteModel page(Organisation unit, Typed typed) {
        if (unit.tier() != Tier.UNIT) {
            return pages.consoleSplitsUnit("", List.of());
        }
        Caller caller = Visit.current().someone();
        LocalDate today = LocalDate.now(clock);
        List<Said> said = rooms.splits().said(caller, unit.id(), today);
        List<SplitsView.Line> lines =
                said.stream().map(each -> said(each, today)).toList();
        List<SplitsView.Line> plans = new ArrayList<>();
        for (String plan : rooms.catalogue().offered(unit.path(), today)) {
            plans.add(effective(plan, rooms.splits().effective(caller, unit.id(), plan, today), said, today));
        }
        List<Organisation> above = rooms.tree().above(unit.id()).stream()
                .filter(each -> rooms.access().allows(caller, Operation.CONTRIBUTION_SPLIT, each.path()))
                .toList();
        return pages.consoleSplits(new SplitsView(unit, lines, plans, above, today, typed));
    }

    private Map<UUID, String> names(Split split) {
        return rooms.tree().names(Shared.others(split));
    }

    private SplitsView.Line said(Said said, LocalDate today) {
        String from = said.from().toString();
        String span = said.until()
                .map(until -> Texts.say("splits.span", from, until.minusDays(1)))
                .orElseGet(() -> Texts.say("splits.since", from));
        return new SplitsView.Line(
                said.plan().orElse(""),
                Shared.shares(said.split(), names(said.split())),
                "",
                "",
                said.from().isAfter(today) ? span + Texts.say("splits.ahead") : span,
                said.until().isEmpty());
    }

    /** Who pays for a plan as of today, and what each pays for one head. */
    private SplitsView.Line effective(String plan, Split split, List<Said> said, LocalDate today) {
        Map<UUID, String> names = names(split);
        Money price = rooms.catalogue()
                .rulebook()
                .library()
                .governing(plan, today, today)
                .map(Shared::price)
                .orElse(Money.ZERO);
        return new SplitsView.Line(
                plan,
                Shared.shares(split, names),
                price.isPositive() ? Shared.example(split, price, names) : Texts.say("splits.free"),
                Texts.yuan(price),
                Texts.say("splits.why." + why(plan, split, said, today)),
                false);
    }

    private static String why(String plan, Split split, List<Said> said, LocalDate today) {
        return said.stream()
                .filter(each -> !each.from().isAfter(today) && each.split().equals(split))
                .map(Said::plan)
                .filter(of -> of.isEmpty() || of.get().equals(plan))
                .map(of -> of.isPresent() ? "own" : "all")
                .max(String::compareTo)
                .orElse("usual");
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> set(@RequestParam UUID unit, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Organisation organisation = allowed(caller, unit);
        Typed typed = new Typed(words);
        Optional<LocalDate> from = typed.wanted("from", LocalDate::parse, "typed.day");
        Optional<Split> split = SplitReader.read(typed);
        if (from.isPresent() && split.isPresent() && typed.isSound()) {
            try {
                rooms.splits().set(caller, unit, plan(typed), split.get(), from.get());
                return Answers.to(ADDRESS + "?unit=" + unit);
            } catch (ContributionRefused refused) {
                typed.refused(Texts.say("ContributionRefused." + refused.reason()));
            }
        }
        return Answers.again(page(organisation, typed));
    }

    private static Optional<String> plan(Typed typed) {
        return Optional.of(typed.at("plan")).filter(plan -> !plan.isEmpty());
    }

    private Organisation allowed(Caller caller, UUID unit) {
        Organisation organisation = found(unit);
        rooms.access().require(caller, Operation.CONTRIBUTION_SPLIT, organisation.path());
        return organisation;
    }

    /** Ends what was said with the day before. */
    @PostMapping(ADDRESS + "/end")
    ResponseEntity<?> end(@RequestParam UUID unit, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Organisation organisation = allowed(caller, unit);
        Typed typed = new Typed(words);
        Optional<LocalDate> until = typed.wanted("until", LocalDate::parse, "typed.day");
        if (until.isPresent()) {
            try {
                rooms.splits().end(caller, unit, plan(typed), until.get());
                return Answers.to(ADDRESS + "?unit=" + unit);
            } catch (ContributionRefused refused) {
                typed.refused(Texts.say("splits.end.wrong"));
            }
        }
        return Answers.again(page(organisation, typed));
    }
}
