package org.huzhu.operations;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huzhu.Society;
import org.huzhu.database.Copies;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code huzhu restore}: makes a society again from its copy. */
@Command(
        name = "restore",
        header = "恢复：把备份恢复到一个空的地方。",
        description = {"只能恢复到空的数据目录：请先用环境变量 HUZHU_HOME 指定一个新目录。恢复前先核对备份的每个文件。"},
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "备份", description = "huzhu backup 写出的目录。")
    private Path copy = Path.of("");

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Mixin
    private Voice voice = new Voice();

    @Override
    public Integer call() {
        Copies.check(copy);
        Home home = huzhu.home();
        try (Server server = Servers.open(home, huzhu.settings(), voice::step)) {
            long rows = Copies.restore(home, server, copy, voice::step);
            Migrations.run(server, Society.ROOMS);
            voice.tell(
                    "已恢复 %,d 行到 %s".formatted(rows, home.folder()),
                    Map.of("rows", rows, "folder", home.folder().toString()));
            return 0;
        }
    }
}
