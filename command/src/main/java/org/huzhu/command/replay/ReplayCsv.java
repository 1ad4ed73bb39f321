package org.huzhu.command.replay;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Comparison.Moved;
import org.huzhu.replay.Comparison.Movement;
import org.huzhu.replay.Comparison.Totals;
import org.huzhu.replay.Figures;
import org.huzhu.replay.GroupTable;

/**
 * The answer for spreadsheets: one row for each figure, {@code 表,项目,指标,单位,变更前,变更后,差}, in UTF-8 with a byte order mark,
 * by which spreadsheets know it. Amounts are yuan with two decimals.
 */
final class ReplayCsv {

    private static final String MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder(MARK + "表,项目,指标,单位,变更前,变更后,差\n");

    private ReplayCsv() {}

    static String of(Comparison comparison) {
        ReplayCsv csv = new ReplayCsv();
        csv.totals(comparison);
        comparison.tables().forEach(csv::table);
        comparison.payments().forEach(step -> {
            csv.counts(
                    "每笔互助金的大小",
                    step.label(),
                    "笔数",
                    "笔",
                    step.before().payments(),
                    step.after().payments());
            csv.yuan(
                    "每笔互助金的大小",
                    step.label(),
                    "互助金",
                    step.before().fen(),
                    step.after().fen());
        });
        csv.movement(comparison.movement());
        comparison
                .largest()
                .forEach(change -> csv.yuan(
                        "变化最大的会员",
                        change.member() + " " + change.agency(),
                        "互助金",
                        change.beforeFen(),
                        change.afterFen()));
        return csv.text.toString();
    }

    private void totals(Comparison comparison) {
        Totals before = comparison.before();
        Totals after = comparison.after();
        figures("合计", "本计划", before.plan(), after.plan());
        figures("合计", "全部涉及计划", before.all(), after.all());
        counts(
                "参保",
                "本计划",
                "参保人次",
                "人次",
                before.enrolments().terms(),
                after.enrolments().terms());
        counts(
                "参保",
                "本计划",
                "参保份数",
                "份",
                before.enrolments().units(),
                after.enrolments().units());
        yuan(
                "参保",
                "本计划",
                "会费",
                before.enrolments().contributionFen(),
                after.enrolments().contributionFen());
        yuan("参保", "本计划", "每参保人次互助金", before.perTermFen(), after.perTermFen());
        yuan("参保", "本计划", "保本会费（每份）", before.breakEvenFen(), after.breakEvenFen());
        row(
                "参保",
                "本计划",
                "给付率",
                "%",
                decimals(before.payoutPerMille(), 1),
                decimals(after.payoutPerMille(), 1),
                difference(before.payoutPerMille(), after.payoutPerMille(), 1));
    }

    private void table(GroupTable table) {
        String name = "按" + Wording.dimensions(table.by());
        table.rows().forEach(row -> figures(name, String.join(" / ", row.labels()), row.before(), row.after()));
    }

    private void movement(Movement movement) {
        moved("得多的会员", "合计", movement.gaining());
        movement.gains().forEach(step -> moved("得多的会员", step.label(), step.moved()));
        moved("得少的会员", "合计", movement.losing());
        movement.losses().forEach(step -> moved("得少的会员", step.label(), step.moved()));
        row("会员", "领取而不变的", "人数", "人", "", "", String.valueOf(movement.same()));
        row("会员", "从无到有", "人数", "人", "", "", String.valueOf(movement.newly()));
        row("会员", "从有到无", "人数", "人", "", "", String.valueOf(movement.noLonger()));
        row("会员", "参保而没有领取的", "人数", "人", "", "", String.valueOf(movement.nothing()));
    }

    private void moved(String table, String item, Moved moved) {
        row(table, item, "人数", "人", "", "", String.valueOf(moved.members()));
        row(table, item, "互助金", "元", "", "", decimals(OptionalLong.of(moved.fen()), 2));
    }

    private void figures(String table, String item, Figures before, Figures after) {
        counts(table, item, "给付笔数", "笔", before.payments(), after.payments());
        counts(table, item, "受益人数", "人", before.persons(), after.persons());
        yuan(table, item, "互助金", before.fen(), after.fen());
    }

    private void counts(String table, String item, String what, String unit, long before, long after) {
        row(table, item, what, unit, String.valueOf(before), String.valueOf(after), String.valueOf(after - before));
    }

    private void yuan(String table, String item, String what, long before, long after) {
        yuan(table, item, what, OptionalLong.of(before), OptionalLong.of(after));
    }

    private void yuan(String table, String item, String what, OptionalLong before, OptionalLong after) {
        row(table, item, what, "元", decimals(before, 2), decimals(after, 2), difference(before, after, 2));
    }

    private static String decimals(OptionalLong number, int decimals) {
        return number.isPresent()
                ? BigDecimal.valueOf(number.getAsLong(), decimals).toPlainString()
                : "";
    }

    private static String difference(OptionalLong before, OptionalLong after, int decimals) {
        return before.isPresent() && after.isPresent()
                ? decimals(OptionalLong.of(after.getAsLong() - before.getAsLong()), decimals)
                : "";
    }

    private void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
