package org.huzhu.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huzhu.access.Operation;
import org.huzhu.audit.Deed;
import org.huzhu.crypto.Field;
import org.huzhu.crypto.KeyRotation;
import org.huzhu.database.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code huzhu key}: changes keys while the society runs. */
@Command(
        name = "key",
        header = "更换密钥：系统运行时也可以更换。",
        mixinStandardHelpOptions = true,
        subcommands = {KeyCommand.Rotate.class, KeyCommand.Reseal.class, KeyCommand.Master.class})
final class KeyCommand implements Runnable {

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static Set<Field> orAll(List<Field> fields) {
        return fields.isEmpty() ? EnumSet.allOf(Field.class) : EnumSet.copyOf(fields);
    }

    private static long resealed(Rooms rooms, Collection<Field> fields, Voice voice) {
        KeyRotation keys = rooms.get(KeyRotation.class);
        long sum = 0;
        for (Field field : fields) {
            long values = keys.reseal(field);
            sum += values;
            voice.step("%s：用新密钥重新加密 %,d 个值".formatted(field, values));
        }
        return sum;
    }

    /** {@code huzhu key rotate}: new data keys, and all values sealed with them. */
    @Command(
            name = "rotate",
            header = "更换数据密钥，并用新密钥把已有的密文重新加密。",
            description = "正在运行的系统十秒内改用新密钥。中断后用 huzhu key reseal 接着做。",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        @ParentCommand
        private KeyCommand key = new KeyCommand();

        @Parameters(paramLabel = "字段", description = "只更换这些字段的：${COMPLETION-CANDIDATES}。缺省为全部。")
        private List<Field> fields = List.of();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() throws InterruptedException {
            Set<Field> all = orAll(fields);
            try (Rooms rooms = key.huzhu.rooms(voice)) {
                for (Field field : all) {
                    rooms.record(Deed.done(Operation.KEY_ROTATE.title(), "key", field.name()));
                    rooms.get(KeyRotation.class).rotate(field);
                }
                Instant rotated = Instant.now();
                long values = resealed(rooms, all, voice);
                if (rooms.isServed()) {
                    voice.step("等正在运行的系统改用新密钥……");
                    Thread.sleep(Duration.between(Instant.now(), rotated.plus(KeyRotation.SPREADS_IN)));
                    values += resealed(rooms, all, voice);
                }
                voice.tell(
                        "已更换 %d 种字段的密钥，重新加密 %,d 个值。".formatted(all.size(), values),
                        Map.of("fields", all, "values", values));
            }
            return 0;
        }
    }

    /** {@code huzhu key reseal}: goes on with what a rotation left. */
    @Command(name = "reseal", header = "把仍用旧密钥的密文用新密钥重新加密。", mixinStandardHelpOptions = true)
    static final class Reseal implements Callable<Integer> {

        @ParentCommand
        private KeyCommand key = new KeyCommand();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            try (Rooms rooms = key.huzhu.rooms(voice)) {
                long values = resealed(rooms, Arrays.asList(Field.values()), voice);
                voice.tell("重新加密 %,d 个值。".formatted(values), Map.of("values", values));
            }
            return 0;
        }
    }

    /** {@code huzhu key master}: a new master key in the operator's file. */
    @Command(
            name = "master",
            header = "更换主密钥：换掉主密钥文件，数据密钥改用它加密。",
            description = {"已有的密文不用重新加密。旧的主密钥留在旁边的 .before 文件里：", "更换以前的备份要用它才能恢复，请另行妥善保管，再删除这个文件。"},
            mixinStandardHelpOptions = true)
    static final class Master implements Callable<Integer> {

        @ParentCommand
        private KeyCommand key = new KeyCommand();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            try (Rooms rooms = key.huzhu.rooms(voice)) {
                rooms.record(Deed.done(Operation.KEY_ROTATE.title(), "key", "MASTER"));
                rooms.get(KeyRotation.class).changeMaster();
                voice.tell("已更换主密钥。", Map.of("changed", true));
            }
            return 0;
        }
    }
}
