package org.huzhu.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu plans publish}: freezes plan files by their hash. */
@Command(
        name = "publish",
        header = "发布计划文件：把内容的哈希记入 plans/PUBLISHED，此后不得改动。",
        description = "算例不符的文件不能发布。发布之后要修订，另立新版本。")
final class PlansPublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "文件", arity = "1..*", description = "计划文件夹里的文件。")
    private List<Path> paths = List.of();

    @Mixin
    private PlansOption plans = new PlansOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PlanFiles files = plans.files();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> texts = files.texts();
        LibraryReading reading = PlanFiles.read(texts);
        Map<String, Document> documents = new TreeMap<>(reading.documents());
        documents.keySet().retainAll(paths.stream().map(files::name).toList());
        if (documents.size() < paths.size()) {
            throw new Refusal(Exit.USAGE, "只能发布 " + files.folder() + " 里的文件。");
        }
        if (ExamplesCommand.check(reading.library(), documents, out).wrong() > 0) {
            out.println("算例不符，没有发布。");
            out.flush();
            return Exit.FOUND;
        }
        Published published = new Published(files);
        documents.keySet().forEach(name -> {
            published.add(name, texts.getOrDefault(name, ""));
            out.println("已发布 " + name);
        });
        out.flush();
        return Exit.OK;
    }
}
