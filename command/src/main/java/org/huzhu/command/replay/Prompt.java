package org.huzhu.command.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huzhu.command.Refusal;
import org.huzhu.command.replay.ReplayCommand.By;
import org.huzhu.command.terminal.Table;
import org.huzhu.command.terminal.Table.Column;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Dimension;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.edit.PlanFigures;
import org.huzhu.text.edit.PlanFigures.Figure;
import org.jspecify.annotations.Nullable;

/** Reads lines, changes the draft in memory, and answers; nothing is written to the disk but by {@code save}. */
final class Prompt {

    private static final String HELP = """
            show            列出草案里的数，各有编号
            set 编号 值     改一个数，带单位，如 set 3 25%
            undo            退回上一次改动
            reload          文件在外面改过，重新读
            diff            与现行规定（或 --against 的版本）的对比
            by 分组         按 plan、year、agency、sex、age 列表，可以几个，如 by year,sex
            all             完整的结果
            html 文件       写一份带图的网页
            save 文件       把改过的草案存成文件
            quit            结束
            """;

    private final Trial trial;
    private List<Dimension> grouping;
    private final BufferedReader in;
    private final PrintWriter out;
    private final LocalDate today;
    private final Deque<String> before = new ArrayDeque<>();
    private String text = "";
    private Trial.@Nullable Answer answer;

    Prompt(Trial trial, List<Dimension> grouping, BufferedReader in, PrintWriter out, LocalDate today) {
        this.trial = trial;
        this.grouping = grouping;
        this.in = in;
        this.out = out;
        this.today = today;
    }

    /** Answers until the lines end or somebody quits. */
    void run() throws IOException {
        judge(trial.drafts().text());
        out.println("输入 help 看能做什么。");
        for (String line = next(); line != null; line = next()) {
            String[] words = line.strip().split("\\s+", 3);
            if (words[0].equals("quit") || words[0].equals("exit")) {
                return;
            }
            try {
                obey(words);
            } catch (Refusal refusal) {
                out.println(refusal.getMessage());
            } catch (IOException e) {
                out.println("读写失败：" + e.getMessage() + "。请检查路径和权限。");
            }
        }
    }

    private @Nullable String next() throws IOException {
        out.print("试算> ");
        out.flush();
        return in.readLine();
    }

    private void obey(String[] words) throws IOException {
        switch (words[0]) {
            case "" -> {}
            case "help" -> out.print(HELP);
            case "show" -> out.print(figures());
            case "set" -> set(words);
            case "undo" -> undo();
            case "reload" -> reload();
            case "diff" -> out.print(diff());
            case "by" -> groups(words);
            case "all" -> out.print(ReplayText.of(trial.report(answered(), today), List.of()));
            case "html" -> html(words);
            case "save" -> save(words);
            default -> out.println("不认识“" + words[0] + "”。输入 help 看能做什么。");
        }
    }

    private Trial.Answer answered() {
        Trial.Answer last = answer;
        return last == null ? judge(text) : last;
    }

    /** Judges under the text and says the short answer; where the text does not read, all stays as it was. */
    private Trial.Answer judge(String changed) {
        Trial.Answer fresh = trial.answer(changed, ReplayCommand.groupings(grouping));
        answer = fresh;
        text = changed;
        out.print(ReplayText.headline(fresh.comparison()));
        out.printf(
                "得多 %,d人，得少 %,d人，领取而不变 %,d人%n",
                fresh.comparison().movement().gaining().members(),
                fresh.comparison().movement().losing().members(),
                fresh.comparison().movement().same());
        return fresh;
    }

    private void change(String changed) {
        String last = text;
        judge(changed);
        before.push(last);
    }

    private String figures() {
        Table table = new Table(Column.number("编号"), Column.text("条款"), Column.text("项目"), Column.text("值"));
        List<Figure> figures = PlanFigures.of(text);
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            table.row(String.valueOf(i + 1), figure.item(), figure.key(), figure.value());
        }
        return table.text();
    }

    private void set(String[] words) {
        List<Figure> figures = PlanFigures.of(text);
        Optional<Figure> figure = words.length < 3 ? Optional.empty() : at(figures, words[1]);
        if (figure.isEmpty()) {
            out.printf("写法：set 编号 值，如 set 3 25%%；编号是 1 到 %d，见 show。%n", figures.size());
            return;
        }
        change(figure.get().replaced(text, words[2]));
    }

    private static Optional<Figure> at(List<Figure> figures, String number) {
        boolean isNumber = number.matches("[1-9]\\d{0,5}") && Integer.parseInt(number) <= figures.size();
        return isNumber ? Optional.of(figures.get(Integer.parseInt(number) - 1)) : Optional.empty();
    }

    private void undo() {
        if (before.isEmpty()) {
            out.println("没有可以退回的改动。");
            return;
        }
        judge(before.pop());
    }

    private void reload() {
        String now = trial.drafts().text();
        if (now.equals(text)) {
            out.println("文件没有变。");
            return;
        }
        change(now);
    }

    private String diff() {
        List<PlanDiff.Change> changes = trial.drafts().changes(answered().amendment(), text);
        if (changes.isEmpty()) {
            return "没有不同。\n";
        }
        Table table = new Table(Column.text("调整项目"), Column.text("调整内容"), Column.text("调整前"), Column.text("调整后"));
        changes.forEach(change -> table.row(change.item(), change.content(), change.before(), change.after()));
        return table.text();
    }

    private void groups(String[] words) {
        List<Dimension> asked = words.length < 2 ? List.of() : dimensions(words[1]);
        if (asked.isEmpty()) {
            out.println("写法：by 分组；可写 plan、year、agency、sex、age，几个用逗号隔开。");
            return;
        }
        Trial.Answer has = answered();
        if (has.comparison().table(asked).isEmpty()) {
            // From here on every answer has this table, so that what the rules before gave is kept.
            grouping = asked;
            has = trial.answer(text, ReplayCommand.groupings(grouping));
            answer = has;
        }
        Comparison comparison = has.comparison();
        comparison.table(asked).ifPresent(table -> out.print(ReplayText.groups(table, comparison)));
    }

    private static List<Dimension> dimensions(String words) {
        List<By> known = List.of(By.values());
        List<String> asked =
                Stream.of(words.toLowerCase(Locale.ROOT).split(",")).distinct().toList();
        List<Dimension> found = asked.stream()
                .flatMap(word -> known.stream().filter(each -> each.name().equals(word)))
                .map(By::dimension)
                .toList();
        return found.size() == asked.size() ? found : List.of();
    }

    private void html(String[] words) throws IOException {
        if (words.length < 2) {
            out.println("写法：html 文件");
            return;
        }
        Files.writeString(Path.of(words[1]), ReplayHtml.of(trial.report(answered(), today)));
        out.println("已写出 " + words[1]);
    }

    private void save(String[] words) throws IOException {
        if (words.length < 2) {
            out.println("写法：save 文件");
            return;
        }
        Path file = Path.of(words[1]);
        if (Files.exists(file) && !Files.isSameFile(file, trial.drafts().file())) {
            out.println(file + " 已经有了。请换一个名字。");
            return;
        }
        Files.writeString(file, text);
        out.println("已写出 " + file);
    }
}
