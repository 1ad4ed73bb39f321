package org.huzhu.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huzhu.examples.Examples;
import org.huzhu.examples.Examples.Difference;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.rules.Rulebook;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanReader;
import org.huzhu.text.PlanUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code huzhu examples}: works out worked examples again and says what differs. */
@Command(
        name = "examples",
        header = "重算算例：计划文件里的算例和单独的案例文件，逐个核对，列出差别。",
        description = "有不符的，退出码为 1。计划文件夹以外的计划文件按草稿核对，与其余计划一起核算。",
        footer = {"./huzhu examples", "./huzhu examples plans/意外伤害", "./huzhu examples 案例.yaml"})
final class ExamplesCommand extends PlanCommand {

    @Parameters(paramLabel = "路径", arity = "0..*", description = "文件或文件夹；不写则核对全部计划和案例。")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PlanFiles files = files();
        LibraryReading reading = files.read();
        Map<String, Document> wanted = paths.isEmpty() ? reading.documents() : chosen(files, reading);
        PrintWriter out = out();
        Count count = check(reading.library(), wanted, out);
        out.printf("算例%d个，不符%d个。%n", count.all(), count.wrong());
        out.flush();
        return count.wrong() == 0 ? Exit.OK : Exit.FOUND;
    }

    /** How many examples there were, and how many of them did not hold. */
    record Count(int all, int wrong) {}

    /** Works out the examples of the documents, and prints each that does not hold. */
    static Count check(Library library, Map<String, Document> documents, PrintWriter out) {
        int all = 0;
        int wrong = 0;
        for (Map.Entry<String, Document> entry : documents.entrySet()) {
            Optional<Plan> plan =
                    entry.getValue() instanceof Document.PlanFile file ? Optional.of(file.plan()) : Optional.empty();
            Rulebook under = Rulebook.of(plan.map(library::with).orElse(library));
            for (WorkedExample example : entry.getValue().examples()) {
                all++;
                List<Difference> differences = Examples.differences(under, plan.map(Plan::id), example);
                if (!differences.isEmpty()) {
                    wrong++;
                    out.printf("%s 第%d行 算例“%s”不符：%n", entry.getKey(), example.line(), example.title());
                    differences.forEach(difference -> out.println("  " + said(difference)));
                }
            }
        }
        return new Count(all, wrong);
    }

    static String said(Difference difference) {
        return difference.what() + "：算例写" + difference.expected() + "，核算得" + difference.found();
    }

    private Map<String, Document> chosen(PlanFiles files, LibraryReading reading) {
        Map<String, Document> chosen = new TreeMap<>();
        for (Path path : paths) {
            for (Path file : PlanFiles.below(path)) {
                Document known = files.holds(file) ? reading.documents().get(files.name(file)) : null;
                chosen.put(file.toString(), known == null ? read(reading.library(), file) : known);
            }
        }
        return chosen;
    }

    private static Document read(Library library, Path file) {
        try {
            return PlanReader.knowing(library).read(file.toString(), PlanFiles.text(file));
        } catch (PlanUnreadable unreadable) {
            throw PlanFiles.refusal(unreadable);
        }
    }
}
