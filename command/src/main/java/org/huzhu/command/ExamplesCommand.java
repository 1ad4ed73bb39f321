package org.huzhu.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.huzhu.adjudication.Examples;
import org.huzhu.adjudication.Examples.Difference;
import org.huzhu.facts.WorkedExample;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import org.huzhu.text.PlanReader;
import org.huzhu.text.PlanUnreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu examples}: works out worked examples again and says what differs. */
@Command(name = "examples", header = "重算算例：计划文件里的算例和单独的案例文件，逐个核对，列出差别。")
final class ExamplesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "路径", arity = "0..*", description = "文件或文件夹；不写则核对全部计划和案例。")
    private List<Path> paths = List.of();

    @Mixin
    private PlansOption plans = new PlansOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PlanFiles files = plans.files();
        LibraryReading reading = files.read();
        Map<String, Document> wanted = paths.isEmpty() ? reading.documents() : chosen(files, reading);
        PrintWriter out = spec.commandLine().getOut();
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
            Library under = plan.map(library::with).orElse(library);
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
            if (Files.isDirectory(path) && !files.holds(path)) {
                new PlanFiles(path)
                        .texts()
                        .forEach((name, text) -> chosen.put(
                                path.resolve(name).toString(), read(reading.library(), path.resolve(name), text)));
            } else if (files.holds(path)) {
                chosen.putAll(below(files.name(path), reading));
            } else {
                chosen.put(path.toString(), read(reading.library(), path, PlanFiles.text(path)));
            }
        }
        return chosen;
    }

    private static Map<String, Document> below(String name, LibraryReading reading) {
        Map<String, Document> below = new TreeMap<>(reading.documents());
        below.keySet().removeIf(each -> !name.isEmpty() && !each.equals(name) && !each.startsWith(name + "/"));
        if (below.isEmpty()) {
            List<String> known = new ArrayList<>(reading.documents().keySet());
            throw new Refusal(Exit.USAGE, "计划文件夹里没有 " + name + "。现有：" + String.join("、", known));
        }
        return below;
    }

    private static Document read(Library library, Path file, String text) {
        try {
            return PlanReader.knowing(library).read(file.toString(), text);
        } catch (PlanUnreadable unreadable) {
            throw PlanFiles.refusal(unreadable);
        }
    }
}
