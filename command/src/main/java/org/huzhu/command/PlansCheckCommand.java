package org.huzhu.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huzhu.text.Document;
import org.huzhu.text.LibraryReader.LibraryReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code huzhu plans check}: reads plan files strictly, works out their examples, and sees that nothing published
 * changed.
 */
@Command(
        name = "check",
        header = "核对计划文件：写法、各条之间有无冲突、算例是否相符、已发布的有无改动。",
        description = "列出一个文件的全部问题，每处写明行号和可用的词。草稿可以放在任何地方，按“计划/版本.yaml”存放，它代替同一计划同一版本的文件。",
        footer = {"./huzhu plans check", "./huzhu plans check 草稿/意外伤害/2026.yaml"})
final class PlansCheckCommand extends PlanCommand {

    @Parameters(paramLabel = "文件", arity = "0..*", description = "要核对的文件或文件夹；不写则核对计划文件夹里的全部文件。")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        PlanFiles files = files();
        PrintWriter out = out();
        Map<String, String> texts = files.texts();
        List<String> broken = new Published(files).broken(texts);
        Map<String, String> withDrafts = new TreeMap<>(texts);
        List<String> wanted = new ArrayList<>(paths.isEmpty() ? texts.keySet() : List.of());
        Map<String, Path> drafts = new TreeMap<>();
        for (Path path : paths) {
            for (Path file : PlanFiles.below(path)) {
                String name = files.nameInLibrary(file);
                withDrafts.put(name, PlanFiles.text(file));
                drafts.put(name, file);
                wanted.add(name);
            }
        }
        LibraryReading reading = PlanFiles.read(withDrafts, drafts);
        Map<String, Document> documents = new TreeMap<>(reading.documents());
        documents.keySet().retainAll(wanted);
        documents.forEach((name, document) -> out.println(said(name, document)));
        ExamplesCommand.Count count = ExamplesCommand.check(reading.library(), documents, out);
        broken.forEach(out::println);
        out.printf("文件%d个，算例%d个，不符%d个。%n", documents.size(), count.all(), count.wrong());
        out.flush();
        return count.wrong() == 0 && broken.isEmpty() ? Exit.OK : Exit.FOUND;
    }

    private static String said(String name, Document document) {
        String examples =
                document.examples().isEmpty() ? "" : "，算例" + document.examples().size() + "个";
        return switch (document) {
            case Document.PlanFile file ->
                name + "：" + file.plan().title() + "，条款" + file.plan().clauses().size() + "条" + examples;
            case Document.DictionaryFile file ->
                name + "：病种" + file.dictionary().classes().size() + "类，名单"
                        + file.dictionary().lists().size() + "份";
            case Document.OverlayFile file -> name + "：" + file.overlay().office() + "的地区叠加" + examples;
            case Document.StackingFile file ->
                name + "：" + file.stacking().office() + "的并用规则，"
                        + file.stacking().pairs().size() + "对计划";
            case Document.CaseFile file -> name + "：案例“" + file.example().title() + "”";
        };
    }
}
