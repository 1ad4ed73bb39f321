package org.huzhu.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.adjudication.Determination;
import org.huzhu.adjudication.Determination.Denial;
import org.huzhu.adjudication.Determination.Line;
import org.huzhu.kernel.Money;

/** A determination as a person reads it: by plan, each line with its clause and working, then what is not paid. */
final class DeterminationText {

    private static final String ILLUSTRATIVE = "（含示意数）";

    private DeterminationText() {}

    static String of(String title, Determination determination) {
        StringBuilder text = new StringBuilder();
        text.append(title).append('\n');
        text.append("应得合计 ").append(ChineseWording.yuan(determination.entitled()));
        Money paid =
                Money.sum(determination.lines().stream().map(Line::paidBefore).toList());
        if (!paid.equals(Money.ZERO)) {
            text.append("，此前已付 ").append(ChineseWording.yuan(paid));
        }
        text.append("，本次应付 ").append(ChineseWording.yuan(determination.due())).append('\n');
        Map<String, List<Line>> byPlan = determination.lines().stream()
                .collect(Collectors.groupingBy(line -> line.plan().toString(), TreeMap::new, Collectors.toList()));
        byPlan.forEach((plan, lines) -> {
            text.append('\n').append("【").append(plan).append("】\n");
            lines.forEach(line -> append(text, line));
        });
        append(text, determination.denials());
        return text.toString();
    }

    private static void append(StringBuilder text, Line line) {
        text.append("  ")
                .append(line.clause().number())
                .append(' ')
                .append(line.clause().title());
        if (!line.events().isEmpty()) {
            text.append("（").append(events(line)).append("）");
        }
        text.append("  ").append(ChineseWording.yuan(line.entitled()));
        text.append(line.illustrative() ? ILLUSTRATIVE : "").append('\n');
        text.append("    条文：").append(line.clause().wording().strip()).append('\n');
        ChineseWording.list(line.working())
                .forEach(step -> text.append("    · ").append(step).append('\n'));
        if (!line.paidBefore().equals(Money.ZERO)) {
            text.append("    · 此前已付")
                    .append(ChineseWording.yuan(line.paidBefore()))
                    .append(line.due().isNegative() ? "，多付" : "，本次应付")
                    .append(ChineseWording.yuan(line.due().isNegative() ? Money.ZERO.minus(line.due()) : line.due()))
                    .append('\n');
        }
    }

    private static String events(Line line) {
        if (!line.person().name().isEmpty()) {
            return line.person().name() + " " + String.join("、", line.events());
        }
        return String.join("、", line.events());
    }

    private static void append(StringBuilder text, List<Denial> denials) {
        if (denials.isEmpty()) {
            return;
        }
        text.append("\n不付的：\n");
        denials.forEach(denial -> text.append("  ")
                .append(denial.plan())
                .append(' ')
                .append(denial.event())
                .append("：依")
                .append(denial.clause())
                .append("，")
                .append(ChineseWording.of(denial.reason()))
                .append(denial.illustrative() ? ILLUSTRATIVE : "")
                .append("。\n"));
    }
}
