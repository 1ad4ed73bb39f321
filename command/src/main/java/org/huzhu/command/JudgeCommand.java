package org.huzhu.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.Adjudicator;
import org.huzhu.adjudication.Determination;
import org.huzhu.examples.Examples;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.facts.WorkedExample.OfBenefit;
import org.huzhu.plan.Library;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.Document;
import org.huzhu.text.PlanReader;
import org.huzhu.text.PlanUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code huzhu judge}: judges one case under all plans that the member holds. */
@Command(
        name = "judge",
        header = "核算一个案例：该领多少、依哪一条、怎么算的；不付的，依哪一条。",
        description = {"案例文件的写法见 docs/plans.md，例子在 plans/案例。", "案例写了应得而核算不同时，列出差别，退出码为 1。"},
        footer = {"./huzhu judge plans/案例/彭女士24208元.yaml", "./huzhu judge --json 案例.yaml"})
final class JudgeCommand extends PlanCommand {

    @Parameters(paramLabel = "文件", description = "案例文件（YAML）。")
    private Path file = Path.of("");

    @Option(names = "--json", description = "输出 JSON，供程序使用；金额以分计。")
    private boolean json;

    @Override
    public Integer call() {
        Library library = files().read().library();
        Document.CaseFile read = read(library);
        OfBenefit example = read.example();
        Rulebook rules = Rulebook.of(library);
        Determination determination = Adjudicator.determine(rules, example.facts());
        List<Difference> differences =
                read.judged() ? Examples.differences(rules, Optional.empty(), example) : List.of();
        out().print(
                        json
                                ? DeterminationJson.text(example.title(), determination, differences)
                                : DeterminationText.of(example.title(), determination));
        out().flush();
        if (differences.isEmpty()) {
            return Exit.OK;
        }
        err().println(file + " 所写的应得与核算不符：");
        differences.forEach(difference -> err().println("  " + ExamplesCommand.said(difference)));
        return Exit.FOUND;
    }

    private Document.CaseFile read(Library library) {
        try {
            if (PlanReader.knowing(library).read(file.toString(), PlanFiles.text(file))
                    instanceof Document.CaseFile read) {
                return read;
            }
        } catch (PlanUnreadable unreadable) {
            throw PlanFiles.refusal(unreadable);
        }
        throw new Refusal(Exit.USAGE, file + " 不是案例文件：案例文件的第一个词应是“案例”。核对计划文件请用 huzhu plans check。");
    }
}
