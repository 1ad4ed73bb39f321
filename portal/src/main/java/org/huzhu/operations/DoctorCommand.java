package org.huzhu.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huzhu.database.Home;
import org.huzhu.database.Server;
import org.huzhu.database.Settings;
import org.huzhu.database.StartChecks;
import org.huzhu.database.StartChecks.Finding;
import org.huzhu.documents.StoredDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code huzhu doctor}: looks whether all is well, and says what to do where it is not. */
@Command(name = "doctor", header = "检查数据库、磁盘、时钟等是否正常，并说明怎样处理。", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Mixin
    private Voice voice = new Voice();

    @Override
    public Integer call() {
        Home home = huzhu.home();
        try (Server server = huzhu.join(voice)) {
            List<Finding> found = StartChecks.look(home, server, Instant.now());
            found.forEach(each -> voice.tell(
                    "%s %s：%s".formatted(each.isWell() ? "✓" : "✗", each.name(), each.saying()),
                    Map.of("name", each.name(), "well", each.isWell(), "says", each.saying())));
            StoredDocuments.elsewhere(huzhu.settings())
                    .ifPresent(place -> voice.tell(
                            "· 申请材料：存放在 %s，huzhu backup 不带上，请另行备份".formatted(place), Map.of("documents", place)));
            return found.stream().allMatch(Finding::isWell) ? 0 : HuzhuServer.NOT_WELL;
        }
    }
}
