package org.huzhu.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huzhu.command.terminal.Table;
import org.huzhu.text.PlanDiff;
import org.huzhu.text.PlanDiff.Change;
import org.huzhu.text.PlanUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu plans diff}: the table of what changed between two versions of a plan. */
@Command(
        name = "diff",
        header = "比较两个版本：调整项目、调整内容、调整前、调整后。",
        description = "只列有不同的；示意数标“（示意）”。",
        footer = {
            "./huzhu plans diff plans/意外伤害/2010.yaml plans/意外伤害/2016.yaml",
            "./huzhu plans diff --format markdown plans/意外伤害/2010.yaml plans/意外伤害/2016.yaml"
        })
final class PlansDiffCommand implements Callable<Integer> {

    /** How the table is written. */
    enum Format {
        text,
        markdown,
        json
    }

    @Parameters(index = "0", paramLabel = "调整前", description = "较早版本的文件。")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "调整后", description = "较晚版本的文件。")
    private Path after = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "格式",
            defaultValue = "text",
            description = "text、markdown 或 json，缺省为 text。")
    private Format format = Format.text;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        List<Change> changes = changes(before, after);
        String table = switch (format) {
            case text -> text(changes);
            case markdown -> markdown(changes);
            case json -> DeterminationJson.JSON.writeValueAsString(changes) + "\n";
        };
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }

    static List<Change> changes(Path before, Path after) {
        try {
            return PlanDiff.between(before.toString(), PlanFiles.text(before), after.toString(), PlanFiles.text(after));
        } catch (PlanUnreadable unreadable) {
            throw PlanFiles.refusal(unreadable);
        }
    }

    static String text(List<Change> changes) {
        if (changes.isEmpty()) {
            return "两个版本没有不同。\n";
        }
        Table table = new Table(
                Table.Column.text("调整项目"),
                Table.Column.text("调整内容"),
                Table.Column.text("调整前"),
                Table.Column.text("调整后"));
        changes.forEach(change -> table.row(change.item(), change.content(), change.before(), change.after()));
        return table.text();
    }

    private static String markdown(List<Change> changes) {
        StringBuilder table = new StringBuilder("| 调整项目 | 调整内容 | 调整前 | 调整后 |\n| --- | --- | --- | --- |\n");
        changes.forEach(change -> table.append("| ")
                .append(String.join(
                        " | ",
                        cell(change.item()),
                        cell(change.content()),
                        cell(change.before()),
                        cell(change.after())))
                .append(" |\n"));
        return table.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
