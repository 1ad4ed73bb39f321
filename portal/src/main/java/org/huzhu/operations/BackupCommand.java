package org.huzhu.operations;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huzhu.Society;
import org.huzhu.database.Copies;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.database.Settings;
import org.huzhu.documents.StoredDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code huzhu backup}: keeps a copy of the society while it runs. */
@Command(
        name = "backup",
        header = "备份：数据库、密钥和申请材料，写进一个新目录。",
        description = {"系统运行时也可以备份，得到的是开始那一刻的样子。写完才出现在 --out 指定的位置。", "备份里有密钥，拿到备份的人可以读出全部信息，请与系统本身同样保管。"},
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "目录", description = "备份写到哪里；不能已经存在。")
    private Path out = Path.of("");

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Mixin
    private Voice voice = new Voice();

    @Override
    public Integer call() {
        Home home = huzhu.home();
        try (Server server = huzhu.join(voice)) {
            long rows = Copies.make(home, server, Society.ROOMS, out, voice::step);
            voice.tell("已备份 %,d 行到 %s".formatted(rows, out), Map.of("rows", rows, "folder", out.toString()));
            StoredDocuments.elsewhere(huzhu.settings())
                    .ifPresent(place ->
                            voice.tell("申请材料存放在 %s，不在这份备份里，请另行备份".formatted(place), Map.of("documents", place)));
            return 0;
        }
    }
}
