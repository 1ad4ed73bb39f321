package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class HuzhuTest {

    @TempDir
    private Path home = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void stand_in_an_empty_home() {
        System.setProperty("huzhu.home", home.toString());
    }

    @Test
    void help_lists_what_there_is_and_ends_well() {
        assertThat(run("--help")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("用法：huzhu", "--version", "./huzhu test");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void without_a_command_it_shows_the_help() {
        assertThat(run()).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("用法：huzhu");
    }

    @Test
    void every_command_explains_itself_in_chinese() {
        assertThat(run("fail", "--help")).isEqualTo(Exit.OK);
        assertThat(out.toString()).contains("huzhu fail", "--count", "显示帮助");
    }

    @Test
    void a_mistyped_option_is_named_and_the_near_one_suggested() {
        assertThat(run("--verson")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("不认识的参数：--verson", "是否想写：--version", "huzhu --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_mistyped_command_is_answered_with_those_there_are() {
        assertThat(run("xyzzy")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("不认识的参数：xyzzy", "可用的命令：demo", "fail");
    }

    @Test
    void the_version_names_the_program_and_the_java_it_runs_on() {
        assertThat(run("--version")).isEqualTo(Exit.OK);
        assertThat(out.toString()).startsWith("huzhu ").contains("Java " + Runtime.version());
    }

    @Test
    void a_missing_or_wrong_value_is_named() {
        assertThat(run("fail", "--count", "1")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("缺少参数：--how", "huzhu fail --help");
        assertThat(run("fail", "--how", "x", "--count", "many")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("--count", "“many”");
    }

    @Test
    void an_option_without_its_value_is_named_with_what_it_wants() {
        assertThat(run("fail", "--how")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("参数 --how 后面缺少");
    }

    @Test
    void a_mistyped_option_is_not_taken_for_the_value_of_the_one_before() {
        assertThat(run("settle", "--feed", "a.csv", "--outt", "b")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("--outt");
    }

    @Test
    void every_command_and_option_is_explained_in_one_layout() {
        everyCommand(new CommandLine(new Huzhu())).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            CommandLine.Model.CommandSpec spec = command.getCommandSpec();
            assertThat(spec.usageMessage().header()).as(name).hasSize(1);
            assertThat(spec.usageMessage().footer()).as("examples of %s", name).isNotEmpty();
            assertThat(spec.args()).allSatisfy(argument -> {
                assertThat(String.join("", argument.description()))
                        .as("%s %s", name, argument.paramLabel())
                        .endsWith("。");
            });
            out.getBuffer().setLength(0);
            assertThat(run((name.replace("huzhu", "") + " --help").strip().split(" ")))
                    .isEqualTo(Exit.OK);
            assertThat(out.toString()).contains("用法：" + name, "选项：", "例：\n").doesNotContain("Usage", "COMMAND");
        });
    }

    private static Stream<CommandLine> everyCommand(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(HuzhuTest::everyCommand));
    }

    @Test
    void a_refusal_is_printed_as_it_stands() {
        assertThat(run("fail", "--how", "refusal")).isEqualTo(Exit.FOUND);
        assertThat(err.toString()).isEqualToNormalizingNewlines("文件 a.csv 缺少列 total。\n");
        assertThat(logs()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run("fail", "--how", "file")).isEqualTo(Exit.ENVIRONMENT);
        assertThat(err.toString()).contains("读写失败 feed.csv：没有这个文件或目录").doesNotContain("Exception");
    }

    @Test
    void a_fault_is_one_line_that_says_where_the_details_are() throws IOException {
        assertThat(run("fail", "--how", "fault")).isEqualTo(Exit.FAULT);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(logs()).hasSize(1);
        assertThat(err.toString()).contains(logs().getFirst().toString());
        assertThat(Files.readString(logs().getFirst())).contains("IllegalStateException: broken", "HuzhuTest");
    }

    @Test
    void debug_shows_the_whole_stack() {
        assertThat(run("fail", "--how", "fault", "--debug")).isEqualTo(Exit.FAULT);
        assertThat(err.toString()).contains("IllegalStateException: broken", "\tat org.huzhu");
    }

    @Test
    void memory_that_runs_out_says_how_to_give_more() {
        assertThat(run("fail", "--how", "memory")).isEqualTo(Exit.ENVIRONMENT);
        assertThat(err.toString()).contains("内存不足", "HUZHU_JAVA_OPTS");
    }

    private int run(String... args) {
        CommandLine line = new CommandLine(new Huzhu()).addSubcommand(new Fail());
        return Huzhu.run(Huzhu.wired(line, new PrintWriter(out, true), new PrintWriter(err, true)), args);
    }

    private List<Path> logs() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(name = "fail")
    private static final class Fail implements Runnable {

        @Option(names = "--how", required = true)
        private String how = "";

        @Option(names = "--count")
        private int count = 1;

        @Override
        public void run() {
            switch (how) {
                case "refusal" -> throw new Refusal(Exit.FOUND, "文件 a.csv 缺少列 total。");
                case "file" -> throw new UncheckedIOException(new NoSuchFileException("feed.csv"));
                case "memory" -> throw new OutOfMemoryError("Java heap space");
                default -> throw new IllegalStateException("broken " + count);
            }
        }
    }
}
