package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huzhu.command.Shell.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code huzhu plans publish}, in a copy of the plans, and the list of the project itself. */
class PlansPublishCommandTest {

    private static final String NAME = "意外伤害/2016.yaml";

    @TempDir
    private Path plans = Path.of("");

    private Path published = Path.of("");

    @BeforeEach
    void copy_the_plans() throws IOException {
        try (Stream<Path> files = Files.walk(Shell.PLANS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                Path copy = plans.resolve(Shell.PLANS.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
        published = plans.resolve("PUBLISHED");
    }

    @Test
    void a_published_file_is_listed_with_its_hash_as_sha256sum_writes_it() throws Exception {
        Answer answer = publish(plans.resolve(NAME));

        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("已发布 " + NAME);
        assertThat(published).hasContent(hash(plans.resolve(NAME)) + "  " + NAME + "\n");
    }

    @Test
    void to_publish_twice_changes_nothing() throws IOException {
        publish(plans.resolve(NAME));
        String before = Files.readString(published);

        Answer answer = publish(plans.resolve(NAME));

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).doesNotContain("已发布 ");
        assertThat(published).hasContent(before);
    }

    @Test
    void a_published_file_that_changes_or_goes_is_refused_by_check_and_by_publish() throws IOException {
        publish(plans.resolve(NAME));
        String list = Files.readString(published);

        Files.writeString(plans.resolve(NAME), Files.readString(plans.resolve(NAME)) + "# 改\n");
        Answer checked = Shell.type("plans", "check", "--plans", plans);
        Answer again = publish(plans.resolve(NAME));
        Answer other = publish(plans.resolve("意外伤害/2010.yaml"));

        assertThat(checked.exit()).isEqualTo(Exit.FOUND);
        assertThat(checked.out()).contains(NAME + "：已发布的文件被改动了", "另立新版本");
        for (Answer refused : new Answer[] {again, other}) {
            assertThat(refused.exit()).isEqualTo(Exit.FOUND);
            assertThat(refused.err()).contains(NAME + "：已发布的文件被改动了", "没有发布");
        }
        assertThat(published).hasContent(list);
    }

    @Test
    void a_published_file_that_is_gone_is_missed() throws IOException {
        publish(plans.resolve(NAME));
        Files.delete(plans.resolve(NAME));

        Answer checked = Shell.type("plans", "check", "--plans", plans, plans.resolve("意外伤害/2010.yaml"));

        assertThat(checked.exit()).isEqualTo(Exit.FOUND);
        assertThat(checked.out()).contains(NAME + "：已发布的文件不见了");
    }

    @Test
    void a_file_whose_examples_do_not_hold_is_not_published() throws IOException {
        Path file = plans.resolve("暖互助/2014.yaml");
        String text = Files.readString(file);
        assertThat(text).contains("20%");
        Files.writeString(file, text.replace("20%", "21%"));

        Answer answer = publish(file);

        assertThat(answer.exit()).isEqualTo(Exit.FOUND);
        assertThat(answer.out()).contains("不符：", "算例不符，没有发布");
        assertThat(published).doesNotExist();
    }

    @Test
    void a_file_elsewhere_and_a_case_are_not_published() {
        Answer elsewhere = publish(Shell.PLANS.resolve(NAME));
        Answer example = publish(plans.resolve("案例/彭女士24208元.yaml"));

        assertThat(elsewhere.exit()).isEqualTo(Exit.USAGE);
        assertThat(elsewhere.err()).contains(NAME, "不在计划文件夹 " + plans);
        assertThat(example.exit()).isEqualTo(Exit.USAGE);
        assertThat(example.err()).contains("是案例，不用发布");
        assertThat(published).doesNotExist();
    }

    @Test
    void a_list_that_cannot_be_read_is_named_with_its_line() throws IOException {
        Files.writeString(published, "abc 意外伤害\n");

        Answer answer = Shell.type("plans", "check", "--plans", plans);

        assertThat(answer.exit()).isEqualTo(Exit.FOUND);
        assertThat(answer.err()).contains(published.toString(), "“abc 意外伤害”");
    }

    /** Every file but the cases; the list is made by {@code ./huzhu plans publish plans}. */
    @Test
    void the_plans_of_the_project_are_published_and_unchanged() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Shell.PLANS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                expected.put(Shell.PLANS.relativize(file).toString(), hash(file));
            }
        }
        expected.keySet().removeIf(name -> name.startsWith("案例/"));

        Map<String, String> listed = new TreeMap<>();
        Files.readAllLines(Shell.PLANS.resolve("PUBLISHED"))
                .forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));

        assertThat(listed).isEqualTo(expected);
    }

    private Answer publish(Path file) {
        return Shell.type("plans", "publish", file, "--plans", plans);
    }

    private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
