package org.huzhu.portal.gaps;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.enrolment.gaps.Gaps;
import org.huzhu.enrolment.gaps.Gaps.Found;
import org.huzhu.enrolment.gaps.Gaps.Only;
import org.huzhu.enrolment.gaps.Gaps.Question;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.roster.CsvList;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which units lack cover, the worst first: what handlers of an agency call on units with. */
@RestController
class GapsPage {

    static final String ADDRESS = "/w/gaps";
    static final String LIST = ADDRESS + "/list";
    private static final int SHOWN = 50;
    private static final int LISTED = 100_000;
    private static final int WORDS_MAX = 60;

    private final Rooms rooms;
    private final Clock clock;
    private final Templates pages;

    GapsPage(Rooms rooms, Clock clock, Templates pages) {
        this.rooms = rooms;
        this.clock = clock;
        this.pages = pages;
    }

    /** The doors that the page stands before. */
    @Component("gapsRooms")
    record Rooms(Gaps gaps, PlanCatalogue catalogue, UnionTree tree, Access access) {}

    /**
     * What was asked, as it came.
     *
     * @param at an organisation
     * @param q words in the name of a unit
     * @param after how many rows were shown before
     */
    record Asked(
            Optional<UUID> at,
            Optional<String> plan,
            Optional<Only> only,
            Optional<String> q,
            Optional<Integer> after) {}

    @GetMapping(ADDRESS)
    JteModel gaps(
            @RequestParam Optional<UUID> at,
            @RequestParam Optional<String> plan,
            @RequestParam Optional<Only> only,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Integer> after) {
        Caller caller = Visit.current().someone();
        Question question = question(caller, new Asked(at, plan, only, q, after), SHOWN + 1);
        Found found = rooms.gaps().find(caller, question);
        List<GapLine> lines =
                found.gaps().stream().limit(SHOWN).map(GapLine::new).toList();
        return pages.consoleGaps(new GapsView(
                question,
                at,
                places(caller),
                rooms.catalogue().offered(question.path(), question.day()),
                found.totals(),
                lines,
                found.gaps().size() > SHOWN,
                rooms.access().allows(caller, Operation.ENROLMENT_FILE, question.path())));
    }

    /** All of the list, for a spreadsheet. */
    @GetMapping(LIST)
    void list(
            @RequestParam Optional<UUID> at,
            @RequestParam Optional<String> plan,
            @RequestParam Optional<Only> only,
            @RequestParam Optional<String> q,
            HttpServletResponse response)
            throws IOException {
        Caller caller = Visit.current().someone();
        Question question = question(caller, new Asked(at, plan, only, q, Optional.empty()), LISTED);
        Found found = rooms.gaps().find(caller, question);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gaps-" + question.day() + ".csv\"");
        List<String> columns = List.of(Texts.say("gaps.columns").split(","));
        try (CsvList out = new CsvList(response.getOutputStream(), columns)) {
            for (var gap : found.gaps()) {
                out.add(new GapLine(gap).cells());
            }
        }
    }

    private Question question(Caller caller, Asked asked, int max) {
        String path = asked.at()
                .map(id ->
                        rooms.tree().find(id).orElseThrow(NotWithinReach::new).path())
                .orElseGet(() -> caller.path().orElse(""));
        rooms.access().require(caller, Operation.ENROLMENT_VIEW, path);
        LocalDate today = LocalDate.now(clock);
        return new Question(
                path,
                asked.plan().filter(rooms.catalogue().offered(path, today)::contains),
                asked.q()
                        .map(String::strip)
                        .filter(words -> words.length() <= WORDS_MAX)
                        .orElse(""),
                asked.only(),
                today,
                asked.after().filter(count -> count > 0).orElse(0),
                max);
    }

    /** What is right below the caller's own place, where that is more than a unit. */
    private List<Organisation> places(Caller caller) {
        return rooms.tree().at(caller.path().orElse("")).stream()
                .filter(own -> own.tier() != Tier.UNIT)
                .flatMap(own -> rooms.tree().below(own.id()).stream())
                .filter(below -> below.tier() != Tier.UNIT)
                .toList();
    }
}
