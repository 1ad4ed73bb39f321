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
import org.huzhu.contributions.SubsidyDesk;
import org.huzhu.contributions.SubsidyDesk.Grant;
import org.huzhu.contributions.SubsidyDesk.Subsidy;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What organisations grant to the units below them: seen with what is used of each budget, granted, ended. */
@RestController
class SubsidiesPage {

    private static final String ADDRESS = "/w/subsidies";

    private final Rooms rooms;
    private final Clock clock;
    private final Templates pages;

    SubsidiesPage(Rooms rooms, Clock clock, Templates pages) {
        this.rooms = rooms;
        this.clock = clock;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("subsidiesRooms")
    record Rooms(SubsidyDesk subsidies, PlanCatalogue catalogue, UnionTree tree, Access access) {}

    private static Caller caller() {
        return Visit.current().someone();
    }

    @GetMapping(ADDRESS)
    JteModel all() {
        LocalDate today = LocalDate.now(clock);
        return page(Typed.of(Map.of(
                "from",
                today.toString(),
                "last",
                today.withDayOfYear(today.lengthOfYear()).toString())));
    }

    private JteModel page(Typed typed) {
        List<Subsidy> subsidies = rooms.subsidies().subsidies(caller());
        LocalDate today = LocalDate.now(clock);
        Map<UUID, String> names = rooms.tree()
                .names(subsidies.stream()
                        .map(each -> each.grant().organisation())
                        .toList());
        List<SubsidyLine> lines = subsidies.stream()
                .map(each -> new SubsidyLine(
                        each, names.getOrDefault(each.grant().organisation(), ""), example(each.grant(), today), today))
                .toList();
        return pages.consoleSubsidies(lines, sponsors(), plans(today), typed);
    }

    private List<String> plans(LocalDate today) {
        return rooms.catalogue().offered(caller().path().orElse(""), today);
    }

    /** What the subsidy pays for one head of its plan, or of the first plan that costs something. */
    private String example(Grant grant, LocalDate today) {
        List<String> plans = grant.plan().map(List::of).orElseGet(() -> plans(today));
        for (String plan : plans) {
            Optional<Money> price = rooms.catalogue()
                    .rulebook()
                    .library()
                    .governing(plan, today, today)
                    .map(Shared::price)
                    .filter(Money::isPositive);
            if (price.isPresent()) {
                Money paid = price.get().atMost(grant.perHead());
                Money left = price.get().minus(paid);
                return Texts.say(
                        left.isPositive() ? "subsidies.example" : "subsidies.example.all",
                        plan,
                        Texts.yuan(price.get()),
                        Texts.yuan(paid),
                        Texts.yuan(left));
            }
        }
        return "";
    }

    /** The caller's own organisation, and what is right below it but units: those that can be said to pay. */
    private List<Organisation> sponsors() {
        List<Organisation> sponsors = new ArrayList<>();
        rooms.tree().at(caller().path().orElse("")).ifPresent(own -> {
            sponsors.add(own);
            rooms.tree().below(own.id()).stream()
                    .filter(below -> below.tier() != Tier.UNIT)
                    .forEach(sponsors::add);
        });
        return sponsors;
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> grant(@RequestParam UUID organisation, @RequestParam MultiValueMap<String, String> words) {
        String path =
                rooms.tree().find(organisation).orElseThrow(NotWithinReach::new).path();
        rooms.access().require(caller(), Operation.SUBSIDY_GRANT, path);
        Typed typed = new Typed(words);
        Optional<Grant> grant = read(organisation, typed);
        if (grant.isPresent()) {
            try {
                Object _ = rooms.subsidies().grant(caller(), grant.get());
                return Answers.to(ADDRESS);
            } catch (ContributionRefused refused) {
                typed.refused(Texts.say("ContributionRefused." + refused.reason()));
            }
        }
        return Answers.again(page(typed));
    }

    private static Optional<Grant> read(UUID organisation, Typed typed) {
        Optional<Money> head = typed.wanted("head", SubsidiesPage::yuan, "subsidies.yuan.wrong");
        Optional<Money> budget = typed.wanted("budget", SubsidiesPage::yuan, "subsidies.yuan.wrong");
        Optional<LocalDate> from = typed.wanted("from", LocalDate::parse, "typed.day");
        Optional<LocalDate> last = typed.wanted("last", LocalDate::parse, "typed.day");
        if (from.isPresent() && last.filter(day -> day.isBefore(from.get())).isPresent()) {
            typed.refuse("last", "offers.until.early");
        }
        Optional<String> plan = Optional.of(typed.at("plan")).filter(word -> !word.isEmpty());
        return typed.isSound()
                ? Optional.of(new Grant(
                        organisation,
                        plan,
                        head.orElseThrow(),
                        budget.orElseThrow(),
                        from.orElseThrow(),
                        last.orElseThrow().plusDays(1)))
                : Optional.empty();
    }

    private static Money yuan(String text) {
        Money money = Money.parseYuan(text.replace(",", ""));
        if (!money.isPositive()) {
            throw new IllegalArgumentException(text);
        }
        return money;
    }

    /** Ends it after a last day; what was used stays used. */
    @PostMapping(ADDRESS + "/{id}/end")
    ResponseEntity<?> end(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> words) {
        boolean isHere = rooms.subsidies().subsidies(caller()).stream()
                .anyMatch(each -> each.id().equals(id));
        if (!isHere) {
            throw new NotWithinReach();
        }
        Typed typed = new Typed(words);
        Optional<LocalDate> until = typed.wanted("until", LocalDate::parse, "typed.day");
        if (until.isPresent()) {
            try {
                rooms.subsidies().end(caller(), id, until.get());
                return Answers.to(ADDRESS);
            } catch (ContributionRefused refused) {
                typed.refused(Texts.say("subsidies.end.wrong"));
            }
        }
        return Answers.again(page(typed));
    }
}
