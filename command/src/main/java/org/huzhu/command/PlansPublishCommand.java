package org.huzhu.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code huzhu plans publish}: freezes plan files by their hash. */
@Command(
        name = "publish",
        header = "发布计划文件：把内容的哈希记入 plans/PUBLISHED，此后不得改动。",
        description = "算例不符的文件不能发布；案例不用发布。再次发布同一文件无妨。发布之后要修订，另立新版本。",
        footer = {"./huzhu plans publish plans/意外伤害/2016.yaml", "./huzhu plans publish plans"})
final class PlansPublishCommand extends PlanCommand {

    @Parameters(paramLabel = "文件", arity = "1..*", description = "计划文件夹里的文件；写文件夹则发布其中全部。")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PlanFiles files = files();
        Map<String, String> texts = files.texts();
        Published published = new Published(files);
        List<String> broken = published.broken(texts);
        if (!broken.isEmpty()) {
            throw new Refusal(Exit.FOUND, String.join("\n", broken) + "\n没有发布。");
        }
        LibraryReading reading = PlanFiles.read(texts, Map.of());
        Map<String, Document> documents = new TreeMap<>(reading.documents());
        documents.keySet().retainAll(names(files, documents));
        if (ExamplesCommand.check(reading.library(), documents, out()).wrong() > 0) {
            out().println("算例不符，没有发布。");
            out().flush();
            return Exit.FOUND;
        }
        Map<String, String> frozen = new TreeMap<>(texts);
        frozen.keySet().retainAll(documents.keySet());
        published.add(frozen).forEach(name -> out().println("已发布 " + name));
        out().printf("文件%d个，已在 %s 中。%n", frozen.size(), published.list());
        out().flush();
        return Exit.OK;
    }

    private Set<String> names(PlanFiles files, Map<String, Document> documents) {
        Set<String> names = new TreeSet<>();
        for (Path path : paths) {
            for (Path file : PlanFiles.below(path)) {
                Document document = files.holds(file) ? documents.get(files.name(file)) : null;
                if (document == null) {
                    throw new Refusal(
                            Exit.USAGE, file + " 不在计划文件夹 " + files.folder() + " 里，不能发布。请先把它放进去，或用 --plans 指明文件夹。");
                }
                if (!(document instanceof Document.CaseFile)) {
                    names.add(files.name(file));
                } else if (!Files.isDirectory(path)) {
                    throw new Refusal(Exit.USAGE, file + " 是案例，不用发布。");
                }
            }
        }
        return names;
    }
}
