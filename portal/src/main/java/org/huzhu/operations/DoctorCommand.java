package org.huzhu.operations;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import org.huzhu.database.StartChecks;
import org.huzhu.database.StartChecks.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huzhu doctor}: looks whether all is well, and says what to do where it is not. */
@Command(name = "doctor", header = "检查数据库、磁盘、时钟等是否正常，并说明怎样处理。", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Home home = Home.of(Settings.ofProcess());
        home.make();
        try (Server server = Servers.join(
                home, Settings.ofProcess(), step -> spec.commandLine().getErr().println(step))) {
            List<Finding> found = StartChecks.look(home, server, Instant.now());
            found.forEach(each -> spec.commandLine()
                    .getOut()
                    .println("%s %s：%s".formatted(each.isWell() ? "✓" : "✗", each.name(), each.saying())));
            return found.stream().allMatch(Finding::isWell) ? 0 : HuzhuServer.NOT_WELL;
        }
    }
}
