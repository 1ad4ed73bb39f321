package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huzhu.audit.Anchor;
import org.huzhu.audit.AuditSeals;
import org.huzhu.audit.TrailVerifier;
import org.huzhu.audit.TrailVerifier.Verdict;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code huzhu audit}: takes the trail out of the society, and tells whether it was changed. */
@Command(
        name = "audit",
        header = "审计记录：导出、取锚点，核对有没有被改过。",
        mixinStandardHelpOptions = true,
        subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class, AuditCommand.Head.class})
final class AuditCommand implements Runnable {

    @ParentCommand
    private HuzhuServer huzhu = new HuzhuServer(Settings.ofProcess());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code huzhu audit verify}: tells whether an export, or what stands in the database, is what was sealed. */
    @Command(
            name = "verify",
            header = "核对审计记录：导出的不需要服务器和数据库；不给目录就核对数据库里的。",
            description = "增、删、改、换任何一条都会查出来；从某处起整个重写的，要与事先另存的锚点对照才能查出来。",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        private AuditCommand audit = new AuditCommand();

        @Parameters(arity = "0..1", paramLabel = "目录", description = "导出的目录，内有 records.tsv 和 blocks.tsv。")
        private @Nullable Path folder;

        @Option(names = "--anchor", paramLabel = "文件", description = "事先另存的锚点：取文件的最后一行。")
        private @Nullable Path anchor;

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            Verdict verdict = folder == null ? ofDatabase(kept()) : ofExport(folder, kept());
            verdict.flaws()
                    .forEach(flaw ->
                            voice.tell("✗ " + flaw, Map.of("flaw", flaw.kind().name(), "place", flaw.place())));
            voice.tell(
                    "%s 共 %,d 块、%,d 条%s"
                            .formatted(
                                    verdict.isWell() ? "✓" : "✗",
                                    verdict.blocks(),
                                    verdict.records(),
                                    verdict.isWell() ? "，没有被改过。" : "，与封存时不符。"),
                    Map.of("well", verdict.isWell(), "blocks", verdict.blocks(), "records", verdict.records()));
            return verdict.isWell() ? 0 : HuzhuServer.NOT_WELL;
        }

        private Verdict ofDatabase(Optional<Anchor> kept) {
            try (Rooms rooms = audit.huzhu.rooms(voice)) {
                return rooms.get(AuditSeals.class).verify(kept);
            }
        }

        private static Verdict ofExport(Path folder, Optional<Anchor> kept) {
            try (Stream<String> records = Files.lines(folder.resolve("records.tsv"), UTF_8);
                    Stream<String> blocks = Files.lines(folder.resolve("blocks.tsv"), UTF_8)) {
                return TrailVerifier.verify(records, blocks, kept);
            } catch (IOException e) {
                throw new DatabaseTrouble("导出的审计记录 %s 不能读取：%s".formatted(folder, e.getMessage()), e);
            }
        }

        private Optional<Anchor> kept() {
            if (anchor == null) {
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(anchor, UTF_8)) {
                return lines.filter(line -> !line.isBlank())
                        .reduce((_, later) -> later)
                        .map(Anchor::parse);
            } catch (IOException e) {
                throw new DatabaseTrouble("锚点 %s 不能读取：%s".formatted(anchor, e.getMessage()), e);
            } catch (IllegalArgumentException e) {
                throw new DatabaseTrouble("%s 的最后一行不是锚点，应以 huzhu-anchor 开头。".formatted(anchor), e);
            }
        }
    }

    /** {@code huzhu audit export}: writes the sealed trail into a folder. */
    @Command(name = "export", header = "导出审计记录，交给审计人员。", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @ParentCommand
        private AuditCommand audit = new AuditCommand();

        @Option(names = "--out", required = true, paramLabel = "目录", description = "写到哪里；不能已经存在。")
        private Path out = Path.of("");

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            if (Files.exists(out)) {
                throw new DatabaseTrouble("%s 已经存在。请另起一个名字。".formatted(out));
            }
            try (Rooms rooms = audit.huzhu.rooms(voice)) {
                AuditSeals seals = rooms.get(AuditSeals.class);
                voice.step("封存最近的记录……");
                seals.seal();
                // What is anchored first is in the export, whatever is sealed meanwhile.
                Optional<String> anchor = seals.anchor().map(Anchor::line);
                Path to = out.toAbsolutePath();
                Path aside = Files.createTempDirectory(to.getParent(), to.getFileName() + ".part-");
                try {
                    seals.export(aside);
                    Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    FileSystemUtils.deleteRecursively(aside);
                }
                voice.tell(
                        "已导出到 %s。锚点：%s".formatted(out, anchor.orElse("（还没有记录）")),
                        Map.of("folder", out.toString(), "anchor", anchor.orElse("")));
                return 0;
            } catch (IOException e) {
                throw new DatabaseTrouble("审计记录不能写进 %s：%s".formatted(out, e.getMessage()), e);
            }
        }
    }

    /** {@code huzhu audit anchor}: prints the head of the trail, to be kept elsewhere. */
    @Command(name = "anchor", header = "取锚点：一行文字，请存到写得进数据库的人够不着的地方。", mixinStandardHelpOptions = true)
    static final class Head implements Callable<Integer> {

        @ParentCommand
        private AuditCommand audit = new AuditCommand();

        @Mixin
        private Voice voice = new Voice();

        @Override
        public Integer call() {
            try (Rooms rooms = audit.huzhu.rooms(voice)) {
                AuditSeals seals = rooms.get(AuditSeals.class);
                seals.seal();
                String anchor =
                        seals.anchor().map(Anchor::line).orElseThrow(() -> new DatabaseTrouble("还没有审计记录，也就没有锚点。"));
                voice.tell(anchor, Map.of("anchor", anchor));
                return 0;
            }
        }
    }
}
