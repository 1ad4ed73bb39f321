package org.huzhu.portal.plans;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanDesk;
import org.huzhu.catalogue.PlanDesk.Offer;
import org.huzhu.catalogue.PlanDesk.Standing;
import org.huzhu.catalogue.PlanRefused;
import org.huzhu.catalogue.StartRule;
import org.huzhu.portal.Answers;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where which plan can be enrolled in: opened at an organisation and all below it, and ended. */
@RestController
class OffersPage {

    private static final String LIST = "/w/offers";
    private static final String NEW = LIST + "/new";

    private final PlanDesk desk;
    private final PlanShelf shelf;
    private final UnionTree tree;
    private final Access access;
    private final Templates pages;

    OffersPage(PlanDesk desk, PlanShelf shelf, UnionTree tree, Access access, Templates pages) {
        this.desk = desk;
        this.shelf = shelf;
        this.tree = tree;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping(LIST)
    JteModel all() {
        return list("");
    }

    private JteModel list(String trouble) {
        Map<String, List<Standing>> byPath = desk.offers(Visit.current().someone(), shelf.today()).stream()
                .collect(Collectors.groupingBy(
                        standing -> standing.offer().path(), java.util.TreeMap::new, Collectors.toList()));
        Map<String, List<Standing>> byPlace = new LinkedHashMap<>();
        byPath.forEach((path, standing) -> byPlace.put(place(path), standing));
        return pages.plansOffers(byPlace, trouble);
    }

    private String place(String path) {
        return path.isEmpty()
                ? Texts.say("posts.whole")
                : tree.at(path).map(Organisation::name).orElse(path);
    }

    @GetMapping(NEW)
    JteModel ask() {
        requireOffering();
        Map<String, String> words =
                Map.of("from", shelf.today().toString(), "starts", StartRule.Kind.NEXT_MONTH.name());
        return pages.consoleSheet(sheet(MeantPlace.none()), Typed.of(words));
    }

    private Caller requireOffering() {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.PLAN_OFFER, caller.path().orElse(""));
        return caller;
    }

    @PostMapping(NEW)
    ResponseEntity<?> open(@RequestParam MultiValueMap<String, String> words) {
        Caller caller = requireOffering();
        Typed typed = new Typed(words);
        MeantPlace place = MeantPlace.of(tree, typed);
        Optional<Offer> offer = place.picked(typed).flatMap(its -> offer(typed, its.path()));
        if (offer.isPresent()) {
            try {
                Object _ = desk.offer(caller, offer.get());
                return Answers.to(LIST);
            } catch (PlanRefused refused) {
                typed.refuse("from", "PlanRefused." + refused.reason());
            }
        }
        return Answers.again(pages.consoleSheet(sheet(place), typed));
    }

    private static Optional<Offer> offer(Typed typed, String path) {
        Optional<String> plan = typed.wanted("plan", word -> word, "typed.missing");
        Optional<LocalDate> from = typed.wanted("from", LocalDate::parse, "typed.day");
        Optional<LocalDate> until = typed.maybe("until", LocalDate::parse, "typed.day");
        Optional<StartRule.Kind> kind = typed.wanted("starts", StartRule.Kind::valueOf, "typed.choose");
        Optional<LocalDate> agreed = typed.maybe("startsOn", LocalDate::parse, "typed.day");
        Optional<StartRule> starts =
                kind.flatMap(each -> StartRule.of(each, agreed.filter(_ -> each == StartRule.Kind.FIXED)));
        if (typed.isSound() && starts.isEmpty()) {
            typed.refuse("startsOn", "typed.missing");
        }
        if (typed.isSound()
                && until.filter(end -> !end.isAfter(from.orElseThrow())).isPresent()) {
            typed.refuse("until", "offers.until.early");
        }
        return typed.isSound()
                ? Optional.of(new Offer(plan.orElseThrow(), path, from.orElseThrow(), until, starts.orElseThrow()))
                : Optional.empty();
    }

    private Sheet sheet(MeantPlace place) {
        List<Choice> plans = shelf.all().stream()
                .map(each -> new Choice(each.plan(), each.current().plan().title()))
                .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("plan", Kind.SELECT, "offers.plan", "", true, plans));
        fields.addAll(place.picking().fields("offers.place.hint"));
        fields.add(Field.wanted("from", Kind.DAY, "offers.from"));
        fields.add(Field.maybe("until", Kind.DAY, "offers.until").hinted("offers.until.hint"));
        fields.add(Field.choice("starts", "offers.starts", Choice.of(StartRule.Kind.values())));
        fields.add(Field.maybe("startsOn", Kind.DAY, "offers.startsOn").hinted("offers.startsOn.hint"));
        return new Sheet("offers.new", Texts.say("offers.new.lead"), NEW, LIST, List.of(), fields);
    }

    @PostMapping("/w/offers/{id}/end")
    ResponseEntity<?> end(@PathVariable UUID id, @RequestParam LocalDate until) {
        try {
            desk.endOffer(Visit.current().someone(), id, until);
            return Answers.to(LIST);
        } catch (PlanRefused refused) {
            if (refused.reason() == PlanRefused.Reason.ABSENT) {
                throw refused;
            }
            return Answers.again(list(Texts.say("offers.end.cannot")));
        }
    }
}
