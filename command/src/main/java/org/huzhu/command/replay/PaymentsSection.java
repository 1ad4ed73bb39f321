package org.huzhu.command.replay;

import java.util.List;
import java.util.stream.IntStream;
import org.huzhu.command.replay.Chart.Pair;
import org.huzhu.command.replay.Page.Cell;
import org.huzhu.replay.Comparison;

/** The part of the page that counts payments by their size. */
record PaymentsSection(Page page, Comparison comparison) {

    void write() {
        page.tag("h2", "每笔互助金的大小（本计划）");
        ReplayHtml.key(page);
        List<Comparison.Step> steps = comparison.payments();
        long drawn = IntStream.range(0, steps.size())
                .filter(i ->
                        steps.get(i).before().payments() + steps.get(i).after().payments() > 0)
                .mapToLong(i -> i + 1L)
                .max()
                .orElse(1);
        List<Pair> pairs = steps.stream()
                .limit(drawn)
                .map(step -> new Pair(
                        step.label(), step.before().payments(), step.after().payments()))
                .toList();
        String title = "每笔互助金的大小，变更前和变更后的笔数";
        page.drawing(title, new Chart(title, "单位笔；数字见下表。", count -> Wording.count(count) + "笔").rows(pairs, 170));
        page.table(
                "每笔互助金的大小",
                List.of(
                        Cell.of("每笔"),
                        Cell.number("笔数前"),
                        Cell.number("笔数后"),
                        Cell.number("互助金前"),
                        Cell.number("互助金后"),
                        Cell.number("差")),
                comparison.payments().stream().map(PaymentsSection::cells).toList());
    }

    private static List<Cell> cells(Comparison.Step step) {
        long change = step.after().fen() - step.before().fen();
        return List.of(
                Cell.of(step.label()),
                Cell.number(Wording.count(step.before().payments())),
                Cell.number(Wording.count(step.after().payments())),
                Cell.number(Wording.sum(step.before().fen())),
                Cell.number(Wording.sum(step.after().fen())),
                Cell.change(change, Wording.signedSum(change)));
    }
}
