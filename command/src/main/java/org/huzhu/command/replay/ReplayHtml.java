package org.huzhu.command.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.command.replay.Chart.Pair;
import org.huzhu.command.replay.Page.Cell;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Comparison.Totals;
import org.huzhu.replay.Dimension;
import org.huzhu.replay.GroupTable;
import org.huzhu.text.PlanDiff;

/** The answer as one page that needs nothing else: no network, no script. */
final class ReplayHtml {

    private static final int ROWS_DRAWN = 12;
    private static final int LABEL_WIDTH = 150;

    private final Report report;
    private final Comparison comparison;
    private final Page page = new Page();

    private ReplayHtml(Report report) {
        this.report = report;
        this.comparison = report.comparison();
    }

    static String of(Report report) {
        return new ReplayHtml(report).page();
    }

    private String page() {
        page.raw("<!DOCTYPE html>").raw("<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.tag("title", report.title()).raw("<style>").raw(style()).raw("</style></head><body><main>");
        head();
        headline();
        years();
        groups();
        new PaymentsSection(page, comparison).write();
        new MembersSection(page, report).write();
        costs();
        changes();
        sources();
        return page.raw("</main></body></html>").toString();
    }

    private static String style() {
        try (InputStream file = requireNonNull(ReplayHtml.class.getResourceAsStream("report.css"))) {
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        page.tag("h1", report.title());
        page.tag("p", report.draft().title());
        page.tag("p", report.compared() + "。");
        page.tag(
                "p class=\"soft\"",
                "给付年份：" + report.years() + "。制表日期：" + report.madeOn() + "。金额除另注单位外以元计。" + illustrative());
        if (!report.notes().isEmpty()) {
            page.raw("<div class=\"notes\" role=\"note\">").list(report.notes()).raw("</div>");
        }
    }

    private String illustrative() {
        return report.illustrative().isEmpty()
                ? ""
                : "标有示意的部分（没有出处、为运行而选的数）：" + String.join("、", report.illustrative()) + "；下面的数都受它影响。";
    }

    private void headline() {
        Totals before = comparison.before();
        Totals after = comparison.after();
        page.raw("<section aria-label=\"主要结果\"><div class=\"cards\">");
        card(
                "互助金",
                Wording.signedBrief(after.plan().fen() - before.plan().fen()),
                Wording.brief(before.plan().fen()) + " → "
                        + Wording.brief(after.plan().fen()),
                Wording.change(before.plan().fen(), after.plan().fen()) + "；给付"
                        + Wording.count(before.plan().payments()) + " → "
                        + Wording.count(after.plan().payments()) + "笔");
        card(
                "受益人数",
                Wording.signedCount(after.plan().persons() - before.plan().persons()) + "人",
                Wording.count(before.plan().persons()) + " → "
                        + Wording.count(after.plan().persons()) + "人",
                Wording.change(before.plan().persons(), after.plan().persons()));
        card(
                "保本会费（每份）",
                Wording.sum(after.breakEvenFen()),
                "变更前 " + Wording.sum(before.breakEvenFen()),
                "给付率 " + Wording.perMille(before.payoutPerMille()) + " → " + Wording.perMille(after.payoutPerMille()));
        page.raw("</div>");
        page.table(
                "主要数字（本计划）",
                List.of(Cell.of("项目"), Cell.number("变更前"), Cell.number("变更后"), Cell.number("差"), Cell.number("增减")),
                lines());
        page.raw("</section>");
    }

    private void card(String name, String big, String of, String also) {
        page.raw("<div class=\"card\">").tag("h3", name).tag("div class=\"big\"", big);
        page.tag("div class=\"of\"", of).tag("div class=\"also\"", also).raw("</div>");
    }

    private List<List<Cell>> lines() {
        Stream<Wording.Line> lines = Wording.lines(comparison.before(), comparison.after()).stream();
        if (comparison.plans().size() > 1) {
            lines = Stream.concat(
                    lines,
                    Stream.of(Wording.Line.ofSums(
                            "全部涉及计划的互助金",
                            comparison.before().all().fen(),
                            comparison.after().all().fen())));
        }
        return lines.map(line -> List.of(
                        Cell.of(line.name()),
                        Cell.number(line.before()),
                        Cell.number(line.after()),
                        Cell.number(line.difference()),
                        Cell.number(line.change())))
                .toList();
    }

    /** The colours of before and after, in words. */
    static void key(Page page) {
        page.raw("<p class=\"key\"><span class=\"before\"><b>变更前</b></span>"
                + "<span class=\"after\"><b>变更后</b></span></p>");
    }

    private void years() {
        comparison
                .table(List.of(Dimension.YEAR))
                .filter(it -> !it.rows().isEmpty())
                .ifPresent(table -> {
                    page.tag("h2", "逐年的互助金");
                    key(page);
                    String title = "逐年的互助金，变更前和变更后";
                    List<Pair> pairs = pairs(table.rows());
                    page.drawing(title, new Chart(title, "单位元；数字见下表。", Wording::brief).columns(pairs));
                    table(table);
                });
    }

    private static List<Pair> pairs(List<GroupTable.Row> rows) {
        return rows.stream()
                .map(row -> new Pair(
                        String.join(" ", row.labels()),
                        row.before().fen(),
                        row.after().fen()))
                .toList();
    }

    private void groups() {
        page.tag("h2", "分组的互助金" + ReplayText.touched(comparison));
        page.tag("p class=\"soft\"", "图上至多" + ROWS_DRAWN + "组，按变化从大到小；全部在表里。一个人可以在几组里出现，各组人数相加会多于总数。");
        key(page);
        comparison.tables().stream()
                .filter(table -> !table.by().equals(List.of(Dimension.YEAR)))
                .forEach(this::group);
    }

    private void group(GroupTable table) {
        String title = "按" + Wording.dimensions(table.by());
        page.tag("h3", title);
        Comparator<GroupTable.Row> byChange = Comparator.comparingLong(row -> -Math.abs(row.changeFen()));
        boolean isOrdered = table.rows().size() <= ROWS_DRAWN;
        List<GroupTable.Row> drawn = isOrdered
                ? table.rows()
                : table.rows().stream().sorted(byChange).limit(ROWS_DRAWN).toList();
        int width = Math.min(
                300,
                drawn.stream()
                                .mapToInt(row -> String.join(" ", row.labels()).length() * 13)
                                .max()
                                .orElse(0)
                        + 20);
        page.drawing(
                title,
                new Chart(title + "的互助金，变更前和变更后", "单位元；数字见下表。", Wording::brief)
                        .rows(pairs(drawn), Math.max(LABEL_WIDTH, width)));
        table(table);
    }

    private void table(GroupTable table) {
        boolean isLong = table.rows().size() > ROWS_DRAWN;
        if (isLong) {
            page.raw(
                    "<details><summary>全部%d组的表</summary>".formatted(table.rows().size()));
        }
        List<Cell> head = Stream.concat(
                        table.by().stream().map(Wording::dimension).map(Cell::of),
                        Stream.of("笔数前", "笔数后", "人数前", "人数后", "互助金前", "互助金后", "差", "增减")
                                .map(Cell::number))
                .toList();
        page.table(
                "按" + Wording.dimensions(table.by()),
                head,
                table.rows().stream().map(ReplayHtml::cells).toList());
        if (isLong) {
            page.raw("</details>");
        }
    }

    private static List<Cell> cells(GroupTable.Row row) {
        return Stream.concat(
                        row.labels().stream().map(Cell::of),
                        Stream.of(
                                Cell.number(Wording.count(row.before().payments())),
                                Cell.number(Wording.count(row.after().payments())),
                                Cell.number(Wording.count(row.before().persons())),
                                Cell.number(Wording.count(row.after().persons())),
                                Cell.number(Wording.sum(row.before().fen())),
                                Cell.number(Wording.sum(row.after().fen())),
                                Cell.change(row.changeFen(), Wording.signedSum(row.changeFen())),
                                Cell.number(Wording.change(
                                        row.before().fen(), row.after().fen()))))
                .toList();
    }

    private void costs() {
        Totals before = comparison.before();
        Totals after = comparison.after();
        page.tag("h2", "每参保成本和保本会费");
        page.tag("p", "互助金除以参保人次，是每参保一次平均给付多少；除以份数、进到分，是会费收到多少才正好够付互助金（不含费用和准备金）。");
        key(page);
        String title = "每份的会费和保本会费";
        page.drawing(
                title,
                new Chart(title, "单位元；数字见主要数字的表。", Wording::sum)
                        .rows(
                                List.of(
                                        new Pair("平均每份会费", perUnit(before), perUnit(after)),
                                        new Pair(
                                                "保本会费（每份）",
                                                before.breakEvenFen().orElse(0),
                                                after.breakEvenFen().orElse(0)),
                                        new Pair(
                                                "每参保人次互助金",
                                                before.perTermFen().orElse(0),
                                                after.perTermFen().orElse(0))),
                                LABEL_WIDTH));
    }

    private static long perUnit(Totals totals) {
        long units = totals.enrolments().units();
        return units == 0 ? 0 : totals.enrolments().contributionFen() / units;
    }

    private void changes() {
        page.tag("h2", "草案改了什么");
        if (report.changes().isEmpty()) {
            page.tag("p", "文字没有不同，或没有可比的版本。");
            return;
        }
        page.table(
                "调整前后对比",
                List.of(Cell.of("调整项目"), Cell.of("调整内容"), Cell.of("调整前"), Cell.of("调整后")),
                report.changes().stream().map(ReplayHtml::cells).toList());
    }

    private static List<Cell> cells(PlanDiff.Change change) {
        return List.of(
                Cell.of(change.item()), Cell.of(change.content()), Cell.of(change.before()), Cell.of(change.after()));
    }

    private void sources() {
        page.tag("h2", "依据和没有看的");
        page.raw("<ul>");
        report.sources()
                .forEach(source -> page.raw("<li>%s：%s，SHA-256 <code>%s</code></li>"
                        .formatted(Page.escaped(source.what()), Page.escaped(source.name()), source.sha256())));
        page.raw("</ul>").tag("h3", "试算没有看的").list(Report.NOT_LOOKED_AT);
    }
}
