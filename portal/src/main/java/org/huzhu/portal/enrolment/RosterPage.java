package org.huzhu.portal.enrolment;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.BundleDesk;
import org.huzhu.catalogue.BundleDesk.Bundle;
import org.huzhu.catalogue.BundleDesk.Named;
import org.huzhu.catalogue.BundleDesk.Part;
import org.huzhu.enrolment.Batch;
import org.huzhu.enrolment.Batch.Channel;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.EnrolmentDesk.Choice;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.Order;
import org.huzhu.enrolment.Order.Hours;
import org.huzhu.enrolment.Order.Wanted;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where a roster is brought: for which unit, in which plans, from which day, in which file. */
@RestController
class RosterPage {

    private static final String ADDRESS = "/w/enrolments/new";
    private static final int FOUND = 20;

    private final EnrolmentDesk desk;
    private final BundleDesk bundles;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    RosterPage(EnrolmentDesk desk, BundleDesk bundles, UnionTree tree, Access access, Templates pages) {
        this.desk = desk;
        this.bundles = bundles;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    /** The form; where there are several units, first of all which one. */
    @GetMapping(ADDRESS)
    JteModel ask(
            @RequestParam Optional<UUID> unit, @RequestParam Optional<String> q, @RequestParam Optional<UUID> bundle) {
        Caller whoAsks = Visit.current().someone();
        access.require(whoAsks, Operation.ENROLMENT_FILE, whoAsks.path().orElse(""));
        Optional<Organisation> found =
                unit.map(id -> tree.find(id).orElseThrow(NotWithinReach::new)).or(this::only);
        if (found.isEmpty()) {
            List<Organisation> units = q.map(words -> tree.search(words, FOUND)).orElse(List.of()).stream()
                    .filter(each -> each.tier() == Tier.UNIT && each.closedOn().isEmpty())
                    .toList();
            return pages.consoleEnrolUnit(q.orElse(""), units);
        }
        Caller caller = Visit.current().someone();
        List<Choice> choices = desk.choices(caller, found.get().id());
        List<Named> offered = bundles(found.get(), choices);
        Typed typed = usual(caller, found.get(), choices);
        return offered.stream()
                .filter(each -> bundle.filter(each.id()::equals).isPresent())
                .findFirst()
                .map(each -> form(found.get(), choices, chosen(each.bundle(), typed)))
                .orElseGet(() -> form(found.get(), choices, typed));
    }

    private JteModel form(Organisation unit, List<Choice> choices, Typed typed) {
        return pages.consoleEnrol(unit, choices, bundles(unit, choices), typed);
    }

    /** The bundles of which every plan is offered. */
    private List<Named> bundles(Organisation unit, List<Choice> choices) {
        List<String> plans = choices.stream().map(Choice::plan).toList();
        return bundles.at(unit.path()).stream()
                .filter(named -> named.bundle().parts().stream().allMatch(part -> plans.contains(part.plan())))
                .toList();
    }

    private static Typed chosen(Bundle bundle, Typed usual) {
        Map<String, List<String>> words = new HashMap<>();
        for (String name : List.of("channel", "units", "from")) {
            words.put(name, usual.all(name));
        }
        words.put("plan", bundle.parts().stream().map(Part::plan).toList());
        bundle.parts().forEach(part -> part.tier().ifPresent(tier -> words.put("tier-" + part.plan(), List.of(tier))));
        return new Typed(words);
    }

    /** The one unit of whoever handles no other. */
    private Optional<Organisation> only() {
        return Optional.of(tree.tops())
                .filter(tops -> tops.size() == 1)
                .map(tops -> tops.getFirst().organisation())
                .filter(top -> top.tier() == Tier.UNIT);
    }

    /** What stands there beforehand: what the unit chose last time, from the first day that all of it can start. */
    Typed usual(Caller caller, Organisation unit, List<Choice> choices) {
        Map<String, List<String>> words = new HashMap<>();
        Optional<Batch> last =
                desk.batches(caller, Optional.of(unit.id()), 1).stream().findFirst();
        words.put("plan", usualPlans(last, choices));
        last.stream()
                .flatMap(batch -> batch.plans().stream())
                .forEach(pinned -> pinned.tier().ifPresent(tier -> words.put("tier-" + pinned.plan(), List.of(tier))));
        words.put(
                "channel",
                List.of(last.map(Batch::channel).orElse(Channel.AGENCY).name()));
        words.put("units", List.of(last.map(Batch::units).orElse(1).toString()));
        choices.stream()
                .map(Choice::startsOn)
                .max(Comparator.naturalOrder())
                .ifPresent(day -> words.put("from", List.of(day.toString())));
        return new Typed(words);
    }

    /** The plans that people can renew; else what was chosen last; else the only one there is. */
    private static List<String> usualPlans(Optional<Batch> last, List<Choice> choices) {
        List<String> ending = choices.stream()
                .filter(choice -> choice.ending() > 0)
                .map(Choice::plan)
                .toList();
        if (!ending.isEmpty()) {
            return ending;
        }
        return last.map(batch -> batch.plans().stream().map(Batch.Pinned::plan).toList())
                .orElse(choices.size() == 1 ? List.of(choices.getFirst().plan()) : List.of());
    }

    /** The next term of those whose cover ends, without a file. */
    @PostMapping("/w/enrolments/renew")
    ResponseEntity<?> renew(@RequestParam UUID unit, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Organisation organisation = tree.find(unit).orElseThrow(NotWithinReach::new);
        List<Choice> choices = desk.choices(caller, unit);
        Typed typed = new Typed(words);
        Optional<Order> order = order(unit, typed);
        if (order.isPresent()) {
            try {
                return Answers.to("/w/enrolments/" + desk.renew(caller, order.get()));
            } catch (EnrolmentRefused refused) {
                typed.refused(Texts.say("EnrolmentRefused." + refused.reason()));
            }
        }
        return Answers.again(form(organisation, choices, typed));
    }

    @PostMapping("/w/enrolments")
    ResponseEntity<?> bring(
            @RequestParam UUID unit,
            @RequestParam MultiValueMap<String, String> words,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Caller caller = Visit.current().someone();
        Organisation organisation = tree.find(unit).orElseThrow(NotWithinReach::new);
        List<Choice> choices = desk.choices(caller, unit);
        Typed typed = new Typed(words);
        Optional<Order> order = order(unit, typed);
        if (file.filter(sent -> !sent.isEmpty()).isEmpty()) {
            typed.refuse("file", "enrol.file.missing");
        }
        if (typed.isSound()) {
            try (InputStream in = file.orElseThrow().getInputStream()) {
                UUID batch = desk.bring(caller, order.orElseThrow(), nameOf(file.orElseThrow()), in);
                return Answers.to("/w/enrolments/" + batch);
            } catch (EnrolmentRefused refused) {
                typed.refused(Texts.say("EnrolmentRefused." + refused.reason()));
            }
        }
        return Answers.again(form(organisation, choices, typed));
    }

    /** What the user calls the file; nothing that could lead anywhere. */
    static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", " ").strip();
        int signs = plain.codePointCount(0, plain.length());
        return signs <= 100 ? plain : plain.substring(plain.offsetByCodePoints(0, signs - 100));
    }

    static Optional<Order> order(UUID unit, Typed typed) {
        List<Wanted> plans = typed.all("plan").stream()
                .map(plan ->
                        new Wanted(plan, Optional.of(typed.at("tier-" + plan)).filter(tier -> !tier.isEmpty())))
                .toList();
        if (plans.isEmpty()) {
            typed.refuse("plan", "enrol.plan.missing");
        }
        Optional<LocalDate> from = typed.wanted("from", LocalDate::parse, "typed.day");
        Optional<Integer> units = typed.wanted("units", RosterPage::count, "enrol.units.wrong");
        Optional<Channel> channel = typed.wanted("channel", Channel::valueOf, "typed.choose");
        Optional<LocalTime> begins = typed.maybe("fromTime", LocalTime::parse, "typed.time");
        Optional<LocalTime> ends = typed.maybe("untilTime", LocalTime::parse, "typed.time");
        if (begins.isPresent() != ends.isPresent()) {
            typed.refuse("fromTime", "enrol.hours.both");
        }
        Optional<Hours> hours = begins.flatMap(first -> ends.map(last -> new Hours(first, last)));
        return typed.isSound()
                ? Optional.of(
                        new Order(unit, plans, from.orElseThrow(), units.orElseThrow(), channel.orElseThrow(), hours))
                : Optional.empty();
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }
}
