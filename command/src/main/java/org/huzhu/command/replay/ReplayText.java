package org.huzhu.command.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.command.terminal.Table;
import org.huzhu.command.terminal.Table.Column;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Comparison.Moved;
import org.huzhu.replay.Comparison.Movement;
import org.huzhu.replay.Figures;
import org.huzhu.replay.GroupTable;

/** The answer as a terminal shows it. */
final class ReplayText {

    private static final int LARGEST_SHOWN = 10;
    private static final int ROWS_SHOWN = 200;

    private ReplayText() {}

    /** The whole answer. */
    static String of(Report report, List<GroupTable> tables) {
        Comparison comparison = report.comparison();
        StringBuilder text = new StringBuilder();
        text.append(report.title()).append("（").append(report.years()).append("）\n");
        text.append(report.compared()).append("\n\n");
        text.append(headline(comparison));
        tables.forEach(table -> text.append('\n').append(groups(table, comparison)));
        text.append("\n每笔互助金的大小（本计划）\n").append(steps(comparison));
        text.append("\n谁得多、谁得少").append(touched(comparison)).append('\n').append(movement(comparison.movement()));
        if (!comparison.largest().isEmpty()) {
            text.append("\n变化最大的会员（前%d名，怎样算的见 --html 或 --json）\n"
                            .formatted(
                                    Math.min(LARGEST_SHOWN, comparison.largest().size())))
                    .append(largest(comparison));
        }
        report.notes().forEach(note -> text.append("\n注意：").append(note));
        return text.append(report.notes().isEmpty() ? "" : "\n").toString();
    }

    /** The headline figures, and those of all plans that are touched where these are several. */
    static String headline(Comparison comparison) {
        Table table = new Table(
                Column.text("本计划"),
                Column.number("变更前"),
                Column.number("变更后"),
                Column.number("差"),
                Column.number("增减"));
        List<Wording.Line> lines = new ArrayList<>(Wording.lines(comparison.before(), comparison.after()));
        if (comparison.plans().size() > 1) {
            Figures before = comparison.before().all();
            Figures after = comparison.after().all();
            lines.add(Wording.Line.ofSums("全部涉及计划的互助金", before.fen(), after.fen()));
            lines.add(Wording.Line.ofCounts("全部涉及计划的受益人数", before.persons(), after.persons()));
        }
        lines.forEach(line -> table.row(line.name(), line.before(), line.after(), line.difference(), line.change()));
        return table.text();
    }

    static String touched(Comparison comparison) {
        return comparison.plans().size() > 1 ? "（全部涉及计划：" + String.join("、", comparison.plans()) + "）" : "";
    }

    /** A table by groups. */
    static String groups(GroupTable table, Comparison comparison) {
        Column[] columns = Stream.concat(
                        table.by().stream().map(Wording::dimension).map(Column::text),
                        Stream.of("笔数前", "笔数后", "人数前", "人数后", "互助金前", "互助金后", "差", "增减")
                                .map(Column::number))
                .toArray(Column[]::new);
        Table shown = new Table(columns);
        table.rows().stream()
                .limit(ROWS_SHOWN)
                .forEach(row -> shown.row(
                        Stream.concat(row.labels().stream(), cells(row)).toArray(String[]::new)));
        String rest = table.rows().size() > ROWS_SHOWN
                ? "……共%,d行，其余见 --csv、--json 或 --html\n".formatted(table.rows().size())
                : "";
        return "按%s%s\n%s%s".formatted(Wording.dimensions(table.by()), touched(comparison), shown.text(), rest);
    }

    private static Stream<String> cells(GroupTable.Row row) {
        return Stream.of(
                Wording.count(row.before().payments()),
                Wording.count(row.after().payments()),
                Wording.count(row.before().persons()),
                Wording.count(row.after().persons()),
                Wording.sum(row.before().fen()),
                Wording.sum(row.after().fen()),
                Wording.signedSum(row.changeFen()),
                Wording.change(row.before().fen(), row.after().fen()));
    }

    private static String steps(Comparison comparison) {
        Table table = new Table(
                Column.text("每笔"),
                Column.number("笔数前"),
                Column.number("笔数后"),
                Column.number("互助金前"),
                Column.number("互助金后"));
        comparison
                .payments()
                .forEach(step -> table.row(
                        step.label(),
                        Wording.count(step.before().payments()),
                        Wording.count(step.after().payments()),
                        Wording.sum(step.before().fen()),
                        Wording.sum(step.after().fen())));
        return table.text();
    }

    private static String movement(Movement movement) {
        Table table = new Table(Column.text("会员"), Column.number("人数"), Column.number("金额合计"), Column.number("人均"));
        row(table, "得多的", movement.gaining());
        table.row("  其中从无到有", Wording.count(movement.newly()), "", "");
        row(table, "得少的", movement.losing());
        table.row("  其中从有到无", Wording.count(movement.noLonger()), "", "");
        table.row("领取而不变的", Wording.count(movement.same()), "", "");
        table.row("参保而没有领取的", Wording.count(movement.nothing()), "", "");
        return table.text();
    }

    private static void row(Table table, String name, Moved moved) {
        String each = moved.members() == 0 ? Wording.NONE : Wording.sum(moved.fen() / moved.members());
        table.row(name, Wording.count(moved.members()), Wording.sum(moved.fen()), each);
    }

    private static String largest(Comparison comparison) {
        Table table = new Table(
                Column.number("会员序号"),
                Column.text("代办处"),
                Column.number("变更前"),
                Column.number("变更后"),
                Column.number("差"));
        comparison.largest().stream()
                .limit(LARGEST_SHOWN)
                .forEach(change -> table.row(
                        String.valueOf(change.member()),
                        change.agency(),
                        Wording.sum(change.beforeFen()),
                        Wording.sum(change.afterFen()),
                        Wording.signedSum(change.changeFen())));
        return table.text();
    }
}
