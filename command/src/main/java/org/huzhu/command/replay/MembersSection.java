package org.huzhu.command.replay;

import java.util.ArrayList;
import java.util.List;
import org.huzhu.command.replay.Chart.Piece;
import org.huzhu.command.replay.Page.Cell;
import org.huzhu.replay.Comparison.Moved;
import org.huzhu.replay.Comparison.MovedStep;
import org.huzhu.replay.Comparison.Movement;
import org.huzhu.replay.Working;

/** The part of the page about members: who gains, who loses, and the largest changes with their working. */
record MembersSection(Page page, Report report) {

    void write() {
        Movement movement = report.comparison().movement();
        page.tag("h2", "谁得多、谁得少" + ReplayText.touched(report.comparison()));
        page.raw("<p class=\"key\"><span class=\"more\"><b>得多</b></span><span class=\"less\"><b>得少</b></span>"
                + "<span class=\"same\"><b>领取而不变</b></span></p>");
        String title = "领取互助金的会员：得多、得少、不变的人数";
        page.drawing(
                title,
                new Chart(title, "单位人；数字见下表。", count -> Wording.count(count) + "人")
                        .pieces(List.of(
                                new Piece("得多", "more", movement.gaining().members()),
                                new Piece("得少", "less", movement.losing().members()),
                                new Piece("领取而不变", "same", movement.same()))));
        page.table(
                "会员的得失",
                List.of(Cell.of("会员"), Cell.number("人数"), Cell.number("金额合计"), Cell.number("人均")),
                List.of(
                        cells("得多的", movement.gaining()),
                        cells("其中从无到有", movement.newly()),
                        cells("得少的", movement.losing()),
                        cells("其中从有到无", movement.noLonger()),
                        cells("领取而不变的", movement.same()),
                        cells("参保而没有领取的", movement.nothing())));
        steps(movement);
        largest();
    }

    private static List<Cell> cells(String name, Moved moved) {
        String each = moved.members() == 0 ? Wording.NONE : Wording.sum(moved.fen() / moved.members());
        return List.of(
                Cell.of(name),
                Cell.number(Wording.count(moved.members())),
                Cell.number(Wording.sum(moved.fen())),
                Cell.number(each));
    }

    private static List<Cell> cells(String name, long members) {
        return List.of(Cell.of(name), Cell.number(Wording.count(members)), Cell.number(""), Cell.number(""));
    }

    private void steps(Movement movement) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int step = 0; step < movement.gains().size(); step++) {
            MovedStep gain = movement.gains().get(step);
            Moved loss = movement.losses().get(step).moved();
            rows.add(List.of(
                    Cell.of(gain.label()),
                    Cell.number(Wording.count(gain.moved().members())),
                    Cell.number(Wording.sum(gain.moved().fen())),
                    Cell.number(Wording.count(loss.members())),
                    Cell.number(Wording.sum(loss.fen()))));
        }
        page.table(
                "每名会员变化的大小",
                List.of(
                        Cell.of("变化"),
                        Cell.number("得多的人数"),
                        Cell.number("多得合计"),
                        Cell.number("得少的人数"),
                        Cell.number("少得合计")),
                rows);
    }

    private void largest() {
        page.tag("h2", "变化最大的会员");
        page.tag("p class=\"soft\"", "至多50名，只写库里的序号和代办处。点开看两个版本各是怎样算的；带事由的内容请勿外传。");
        if (report.workings().isEmpty()) {
            page.tag("p", "没有一名会员有变化。");
        }
        report.workings().forEach(this::working);
    }

    private void working(Working working) {
        long change = working.change().changeFen();
        page.raw("<details><summary>会员%d（%s）：%s → %s，<b>%s</b></summary>"
                .formatted(
                        working.change().member(),
                        Page.escaped(working.change().agency()),
                        Wording.sum(working.change().beforeFen()),
                        Wording.sum(working.change().afterFen()),
                        Wording.signedSum(change)));
        for (Working.Line line : working.lines()) {
            page.tag("p", line.clause() + "：" + line.events());
            page.raw("<ul>");
            page.tag("li", "变更前 " + Wording.sum(line.beforeFen()) + steps(line.before()));
            page.tag("li", "变更后 " + Wording.sum(line.afterFen()) + steps(line.after()));
            page.raw("</ul>");
        }
        page.raw("</details>");
    }

    private static String steps(List<String> steps) {
        return steps.isEmpty() ? "" : "：" + String.join("；", steps) + "。";
    }
}
