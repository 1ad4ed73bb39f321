package org.huzhu.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huzhu.audit.AuditSeals;
import org.huzhu.claims.judged.JudgedAgain;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.KeyRotation;
import org.huzhu.database.Settings;
import org.huzhu.documents.StoredDocuments;
import org.huzhu.operations.agreements.Agreements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code huzhu verify}: asks the database whether all that must hold does. */
@Command(
        name = "verify",
        header = "核对全部数据：逐条说明什么应当成立，是否成立。",
        description = "审计记录的封存也逐块重算，密文逐个试解，申请材料逐个核对。",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Mixin
    private Voice voice = new Voice();

    private boolean isWell = true;

    @Override
    public Integer call() {
        try (Rooms rooms = huzhu.rooms(voice)) {
            for (Invariants each : Invariants.values()) {
                say(each.name(), each.says(), each.broken(rooms.server()));
            }
            for (Agreements each : Agreements.values()) {
                say(each.name(), each.says(), each.broken(rooms.server()));
            }
            say(
                    "GIVEN_WITHIN_PLANS",
                    "每位会员已经给付的，不超过把他的申请重新核算一遍应给付的，年度和终身的限额都在内",
                    rooms.get(JudgedAgain.class).overpaid());
            KeyRotation keys = rooms.get(KeyRotation.class);
            List<String> shut = Arrays.stream(Field.values())
                    .flatMap(field -> keys.unreadable(field).stream().map(row -> field + " " + row))
                    .toList();
            say("SEALED_VALUES_OPEN", "每个密文都能用现有的密钥解开", shut);
            say(
                    "DOCUMENTS_AS_KEPT",
                    "每份申请材料都在，与收下时一字节不差，也没有多余的文件",
                    rooms.get(StoredDocuments.class).broken());
            say(
                    "AUDIT_AS_SEALED",
                    "审计记录与封存时相同",
                    rooms.get(AuditSeals.class).verify(Optional.empty()).flaws().stream()
                            .map(Object::toString)
                            .toList());
        }
        return isWell ? 0 : HuzhuServer.NOT_WELL;
    }

    private void say(String name, String says, List<String> broken) {
        boolean holds = broken.isEmpty();
        isWell &= holds;
        voice.tell(
                "%s %s%s".formatted(holds ? "✓" : "✗", says, holds ? "" : "：不成立，如 " + String.join("、", broken)),
                Map.of("name", name, "holds", holds, "broken", broken));
    }
}
