package org.huzhu.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.database.Servers;
import org.huzhu.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huzhu verify}: asks the database whether all that must hold does. */
@Command(name = "verify", header = "核对全部数据：逐条说明什么应当成立，是否成立。", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--json", description = "每行一个 JSON，供程序读取。")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Home home = Home.of(Settings.ofProcess());
        home.make();
        List<Invariants> broken = new ArrayList<>();
        try (Server server = Servers.join(
                home, Settings.ofProcess(), step -> spec.commandLine().getErr().println(step))) {
            for (Invariants each : Invariants.values()) {
                List<String> ids = each.broken(server);
                say(each, ids);
                if (!ids.isEmpty()) {
                    broken.add(each);
                }
            }
        }
        return broken.isEmpty() ? 0 : HuzhuServer.NOT_WELL;
    }

    private void say(Invariants each, List<String> ids) {
        boolean holds = ids.isEmpty();
        String line = json
                ? "{\"name\":\"%s\",\"holds\":%s,\"broken\":[%s]}"
                        .formatted(
                                each.name(),
                                holds,
                                String.join(
                                        ",",
                                        ids.stream().map(id -> '"' + id + '"').toList()))
                : "%s %s%s".formatted(holds ? "✓" : "✗", each.says(), holds ? "" : "：不成立，如 " + String.join("、", ids));
        spec.commandLine().getOut().println(line);
    }
}
