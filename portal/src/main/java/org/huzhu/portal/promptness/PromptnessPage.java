package org.huzhu.portal.promptness;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.huzhu.access.Caller;
import org.huzhu.claims.promptness.Promptness;
import org.huzhu.claims.promptness.Promptness.Age;
import org.huzhu.claims.promptness.PromptnessDesk;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.promptness.PromptnessView.Bar;
import org.huzhu.portal.promptness.PromptnessView.Line;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether claims are paid in the ten working days that are promised, and what is due. */
@RestController
class PromptnessPage {

    private static final int SHOWN = 100;
    private static final int LENGTH = 1000;

    private final PromptnessDesk desk;
    private final UnionTree tree;
    private final Templates pages;

    PromptnessPage(PromptnessDesk desk, UnionTree tree, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.pages = pages;
    }

    @GetMapping("/w/promptness")
    JteModel promptness() {
        Caller caller = Visit.current().someone();
        Promptness found = desk.look(caller);
        List<Line> lines = found.speeds().stream()
                .map(speed ->
                        new Line(tree.at(speed.agency()).map(Organisation::name).orElse(""), speed))
                .toList();
        return pages.consolePromptness(
                new PromptnessView(lines, found.ages(), bars(found.ages()), desk.reminders(caller, SHOWN)));
    }

    private static List<Bar> bars(List<Age> ages) {
        int all = ages.stream().mapToInt(Age::all).sum();
        List<Bar> bars = new ArrayList<>();
        int before = 0;
        before = add(bars, "fresh", ages, Age::fresh, before, all);
        before = add(bars, "soon", ages, Age::soon, before, all);
        before = add(bars, "due", ages, Age::due, before, all);
        int _ = add(bars, "late", ages, Age::late, before, all);
        return bars;
    }

    private static int add(List<Bar> bars, String name, List<Age> ages, ToIntFunction<Age> count, int before, int all) {
        int claims = ages.stream().mapToInt(count).sum();
        if (claims > 0) {
            int from = before * LENGTH / all;
            bars.add(new Bar(name, claims, from, (before + claims) * LENGTH / all - from));
        }
        return before + claims;
    }
}
