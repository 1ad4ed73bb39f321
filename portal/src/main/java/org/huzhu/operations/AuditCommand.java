package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huzhu.audit.Anchor;
import org.huzhu.audit.TrailVerifier;
import org.huzhu.audit.TrailVerifier.Verdict;
import org.huzhu.database.DatabaseTrouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huzhu audit}: what an auditor does with an export of the trail, without the server. */
@Command(
        name = "audit",
        header = "审计记录：核对导出的记录有没有被改过。",
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code huzhu audit verify}: tells whether an export is the trail that was sealed. */
    @Command(
            name = "verify",
            header = "核对导出的审计记录，不需要服务器和数据库。",
            description = "增、删、改、换任何一条都会查出来；从某处起整个重写的，要与事先另存的锚点对照才能查出来。",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Parameters(paramLabel = "目录", description = "导出的目录，内有 records.tsv 和 blocks.tsv。")
        private Path folder = Path.of("");

        @Option(names = "--anchor", paramLabel = "文件", description = "事先另存的锚点，一行文字。")
        private @Nullable Path anchor;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (Stream<String> records = Files.lines(folder.resolve("records.tsv"), UTF_8);
                    Stream<String> blocks = Files.lines(folder.resolve("blocks.tsv"), UTF_8)) {
                Verdict verdict = TrailVerifier.verify(records, blocks, kept());
                verdict.flaws().forEach(flaw -> spec.commandLine().getOut().println("✗ " + flaw));
                spec.commandLine()
                        .getOut()
                        .println("%s 共 %,d 块、%,d 条%s"
                                .formatted(
                                        verdict.isWell() ? "✓" : "✗",
                                        verdict.blocks(),
                                        verdict.records(),
                                        verdict.isWell() ? "，没有被改过。" : "，与封存时不符。"));
                return verdict.isWell() ? 0 : HuzhuServer.NOT_WELL;
            } catch (IOException e) {
                throw new DatabaseTrouble("导出的审计记录 %s 不能读取：%s".formatted(folder, e.getMessage()), e);
            }
        }

        private Optional<Anchor> kept() throws IOException {
            return anchor == null
                    ? Optional.empty()
                    : Optional.of(Anchor.parse(Files.readString(anchor, UTF_8).strip()));
        }
    }
}
