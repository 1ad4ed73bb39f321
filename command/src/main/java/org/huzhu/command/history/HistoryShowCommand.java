package org.huzhu.command.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huzhu.command.Exit;
import org.huzhu.history.History;
import org.huzhu.history.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu history show}: says what a store holds. */
@Command(
        name = "show",
        header = "说明历史库里有什么：各表各年的行数，计划，办事处，大小。",
        description = "只读几列，不载入全库；不改动任何文件。",
        footer = {"./huzhu history show /tmp/history", "./huzhu history show --json /tmp/history"})
final class HistoryShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "目录", description = "历史库的目录，即有 manifest.json 的那一个。")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "输出 JSON，供程序使用。")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        History history = History.open(folder);
        StoreContents contents = new StoreContents(folder, history.manifest(), history.summary(), bytes());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? contents.json() : contents.text());
        out.flush();
        return Exit.OK;
    }

    private Map<Table, Long> bytes() throws IOException {
        Map<Table, Long> bytes = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            long sum = 0;
            try (Stream<Path> files = Files.list(folder.resolve(table.folder()))) {
                for (Path file : files.toList()) {
                    sum += Files.size(file);
                }
            }
            bytes.put(table, sum);
        }
        return bytes;
    }
}
