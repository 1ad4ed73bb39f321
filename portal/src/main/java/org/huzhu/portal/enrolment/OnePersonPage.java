package org.huzhu.portal.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.models.runtime.JteModel;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.access.Caller;
import org.huzhu.enrolment.EnrolmentDesk;
import org.huzhu.enrolment.EnrolmentDesk.Choice;
import org.huzhu.enrolment.EnrolmentRefused;
import org.huzhu.enrolment.Order;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.roster.Column;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where one person is enrolled, as when he is hired (随入职参保): a roster of one row, which is read like any other. */
@RestController
class OnePersonPage {

    private static final String ADDRESS = "/w/enrolments/one";

    private final EnrolmentDesk desk;
    private final UnionTree tree;
    private final RosterPage rosters;
    private final Templates pages;

    OnePersonPage(EnrolmentDesk desk, UnionTree tree, RosterPage rosters, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.rosters = rosters;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    JteModel ask(@RequestParam UUID unit) {
        Caller caller = Visit.current().someone();
        Organisation organisation = tree.find(unit).orElseThrow(NotWithinReach::new);
        List<Choice> choices = desk.choices(caller, unit);
        return pages.consoleEnrolOne(organisation, choices, rosters.usual(caller, organisation, choices));
    }

    @PostMapping(ADDRESS)
    ResponseEntity<?> enrol(@RequestParam UUID unit, @RequestParam MultiValueMap<String, String> words) {
        Caller caller = Visit.current().someone();
        Organisation organisation = tree.find(unit).orElseThrow(NotWithinReach::new);
        List<Choice> choices = desk.choices(caller, unit);
        Typed typed = new Typed(words);
        Optional<Order> order = RosterPage.order(unit, typed);
        byte[] roster = roster(typed);
        if (typed.isSound()) {
            try {
                UUID batch = desk.bring(
                        caller, order.orElseThrow(), Texts.say("one.file"), new ByteArrayInputStream(roster));
                desk.await(caller, batch);
                return Answers.to("/w/enrolments/" + batch);
            } catch (EnrolmentRefused refused) {
                typed.refused(Texts.say("EnrolmentRefused." + refused.reason()));
            }
        }
        return Answers.again(pages.consoleEnrolOne(organisation, choices, typed));
    }

    private static byte[] roster(Typed typed) {
        Map<Column, String> row = new LinkedHashMap<>();
        row.put(Column.NAME, typed.wanted("name", text -> text, "typed.choose").orElse(""));
        row.put(
                Column.PAPER,
                typed.wanted("paper", text -> text, "typed.choose").orElse(""));
        row.put(Column.PHONE, typed.at("phone"));
        row.put(Column.CARD, typed.at("card"));
        row.put(Column.JOINED, typed.at("joined"));
        row.put(Column.OCCUPATION, typed.at("occupation"));
        List<String> lines = new ArrayList<>();
        lines.add(row.keySet().stream().map(Column::title).collect(Collectors.joining(",")));
        lines.add(row.values().stream().map(OnePersonPage::cell).collect(Collectors.joining(",")));
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
