package org.huzhu.operations;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huzhu.Society;
import org.huzhu.database.Copies;
import org.huzhu.database.Home;
import org.huzhu.database.Migrations;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu restore}: makes a society again from its copy. */
@Command(
        name = "restore",
        header = "恢复：把备份恢复到一个空的地方。",
        description = {"只能恢复到空的数据目录：请先用环境变量 HUZHU_HOME 指定一个新目录。恢复前先核对备份的每个文件。"},
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "备份", description = "huzhu backup 写出的目录。")
    private Path copy = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Copies.check(copy);
        Home home = Home.of(Settings.ofProcess());
        home.make();
        try (Server server = Servers.open(home, Settings.ofProcess(), this::say)) {
            long rows = Copies.restore(home, server, copy, this::say);
            Migrations.run(server, Society.ROOMS);
            spec.commandLine().getOut().println("已恢复 %,d 行到 %s".formatted(rows, home.folder()));
            return 0;
        }
    }

    private void say(String step) {
        spec.commandLine().getErr().println(step);
    }
}
