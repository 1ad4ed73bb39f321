package org.huzhu.command.replay;

import java.time.LocalDate;
import java.util.List;
import org.huzhu.plan.Clause;
import org.huzhu.plan.Plan;
import org.huzhu.replay.Amendment;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Working;
import org.huzhu.text.PlanDiff;

/**
 * All that an answer shows, in whatever form.
 *
 * @param workings how the largest changes come about
 * @param changes what the draft changes in the text
 * @param notes what the reader should know before he believes a figure
 * @param sources what the figures were worked out from
 */
record Report(
        Amendment amendment,
        Comparison comparison,
        List<Working> workings,
        List<PlanDiff.Change> changes,
        List<String> notes,
        List<Source> sources,
        LocalDate madeOn) {

    Report {
        workings = List.copyOf(workings);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** A file or folder that was looked at, and the SHA-256 of what stands in it. */
    record Source(String what, String name, String sha256) {}

    Plan draft() {
        return amendment.draft();
    }

    String title() {
        return "%s %s 试算".formatted(draft().id().plan(), draft().id().version());
    }

    /** What stands on the two sides of the comparison. */
    String compared() {
        String since = amendment.since().map(day -> "自" + day + "起").orElse("一直");
        return amendment
                .against()
                .map(against -> "变更前：%s适用%s；变更后：%s适用%s".formatted(since, against.id(), since, draft().id()))
                .orElseGet(() -> "变更前：计划文件夹里的现行规定；变更后：%s自%s起适用，其余不变".formatted(draft().id(), amendment.decidesFrom()));
    }

    /** The years whose awards count. */
    String years() {
        long from = comparison.question().fromYear();
        long to = comparison.question().toYear();
        if (from == Integer.MIN_VALUE) {
            return to == Integer.MAX_VALUE ? "全部年份" : "到%d年".formatted(to);
        }
        return to == Integer.MAX_VALUE ? "从%d年起".formatted(from) : "%d—%d年".formatted(from, to);
    }

    /** The sections and clauses of the draft with a figure that only illustrates. */
    List<String> illustrative() {
        List<String> marked = new java.util.ArrayList<>();
        if (draft().enrolment().basis().illustrative()
                || draft().enrolment().contributions().stream().anyMatch(row -> row.illustrative())) {
            marked.add("参保");
        }
        draft().waiting().filter(it -> it.basis().illustrative()).ifPresent(it -> marked.add("等待"));
        draft().clauses().stream()
                .filter(clause -> clause.basis().illustrative())
                .map(Clause::number)
                .forEach(marked::add);
        return marked;
    }

    /** What a replay leaves out, whatever is asked. */
    static final List<String> NOT_LOOKED_AT = List.of(
            "只按事实重新核定应得的互助金，不看当时实际付了多少。",
            "待遇变了，参保的人数、报送的习惯、就医的多少也会变；这里都当作不变。",
            "参保资格（年龄、对象、参保率、份数以外的限制）不重新审核，库里有保障期的都算参保。",
            "会费以库里所记为准，没有记的按当时版本的价；草案改了会费的，按差价乘份数加减，保障期的长短不随草案改变。",
            "互助金按给付所属的年份计，会费按保障期开始的年份计，一年之内两者对应的人不完全相同。",
            "税、管理费、准备金、利息都不在内。");
}
