package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.BundleDesk;
import org.huzhu.catalogue.BundleDesk.Bundle;
import org.huzhu.catalogue.BundleDesk.Part;
import org.huzhu.catalogue.PlanRefused;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Plan;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which plans are enrolled in together under one name. */
@RestController
class BundlesPage {

    private static final String LIST = "/w/bundles";
    private static final String NEW = LIST + "/new";
    private static final int PARTS = 5;
    private static final String TIER = "|";

    private final BundleDesk desk;
    private final PlanShelf shelf;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    BundlesPage(BundleDesk desk, PlanShelf shelf, UnionTree tree, Access access, Templates pages) {
        this.desk = desk;
        this.shelf = shelf;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(LIST)
    JteModel all() {
        return pages.plansBundles(desk.all(Visit.current().someone()));
    }

    @GetMapping(NEW)
    JteModel ask() {
        requireOffering();
        return pages.consoleSheet(sheet(MeantPlace.none()), Typed.of(java.util.Map.of()));
    }

    private Caller requireOffering() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.PLAN_OFFER, caller.path().orElse(""));
        return caller;
    }

    @PostMapping(NEW)
    ResponseEntity<?> add(@RequestParam MultiValueMap<String, String> words) {
        Caller caller = requireOffering();
        Typed typed = new Typed(words);
        MeantPlace place = MeantPlace.of(tree, typed);
        Optional<Bundle> bundle = place.picked(typed).flatMap(its -> bundle(typed, its.path()));
        if (bundle.isPresent()) {
            try {
                Object _ = desk.add(caller, bundle.get());
                return Answers.to(LIST);
            } catch (PlanRefused refused) {
                typed.refuse(
                        "part1",
                        refused.reason() == PlanRefused.Reason.OFFERED_ALREADY
                                ? "bundles.named"
                                : "bundles.parts.wrong");
            }
        }
        return Answers.again(pages.consoleSheet(sheet(place), typed));
    }

    private static Optional<Bundle> bundle(Typed typed, String path) {
        Optional<String> name = typed.wanted("name", word -> word, "typed.missing");
        List<Part> parts = new ArrayList<>();
        for (int number = 1; number <= PARTS; number++) {
            typed.maybe("part" + number, BundlesPage::part, "typed.choose").ifPresent(parts::add);
        }
        return typed.isSound() ? Optional.of(new Bundle(name.orElseThrow(), path, parts)) : Optional.empty();
    }

    private static Part part(String word) {
        int mark = word.indexOf(TIER);
        return mark < 0
                ? new Part(word, Optional.empty())
                : new Part(word.substring(0, mark), Optional.of(word.substring(mark + 1)));
    }

    private Sheet sheet(MeantPlace place) {
        List<Choice> plans = shelf.all().stream()
                .flatMap(each -> choices(each.plan(), each.current().plan()))
                .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.wanted("name", Kind.TEXT, "bundles.name"));
        fields.addAll(place.picking().fields("offers.place.hint"));
        for (int number = 1; number <= PARTS; number++) {
            fields.add(new Field("part" + number, Kind.SELECT, "bundles.part" + number, "", number <= 2, plans));
        }
        return new Sheet("bundles.new", Texts.say("bundles.new.lead"), NEW, LIST, List.of(), fields);
    }

    /** A plan, or each of its tiers. */
    private static Stream<Choice> choices(String name, Plan plan) {
        List<String> tiers = plan.enrolment().contributions().stream()
                .map(Contribution::tier)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return tiers.isEmpty()
                ? Stream.of(new Choice(name, name))
                : tiers.stream().map(tier -> new Choice(name + TIER + tier, name + "（" + tier + "）"));
    }

    @PostMapping("/w/bundles/{id}/drop")
    ResponseEntity<?> drop(@PathVariable UUID id) {
        desk.drop(Visit.current().someone(), id);
        return Answers.to(LIST);
    }
}
