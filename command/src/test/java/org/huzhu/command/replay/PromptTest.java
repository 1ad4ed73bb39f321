package org.huzhu.command.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.command.PlanFiles;
import org.huzhu.replay.Dimension;
import org.huzhu.replay.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {

    private static final Path PLANS = Path.of("..", "plans");

    @TempDir
    private Path directory = Path.of("");

    private Path draft = Path.of("");
    private String published = "";
    private String perDay = "";

    @BeforeEach
    void a_draft_equal_to_the_published_version() throws IOException {
        PastTown.write(directory.resolve("past"));
        published = Files.readString(PLANS.resolve("住院津贴/2015.yaml"));
        draft = Files.createDirectories(directory.resolve("住院津贴")).resolve("2015.yaml");
        Files.writeString(draft, published);
        perDay = said("show")
                .lines()
                .filter(line -> line.contains("给付 每日 ") && line.contains("40元"))
                .map(line -> line.strip().split(" ", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private String said(String... lines) throws IOException {
        Drafts drafts = new Drafts(new PlanFiles(PLANS), draft, Optional.empty(), Optional.empty());
        Store store = Store.load(directory.resolve("past"), Store.costs(drafts.published()), 1);
        Replay replay = new Replay(store.parts(), store.words(), 1);
        Trial trial = new Trial(drafts, store, replay, Integer.MIN_VALUE, Integer.MAX_VALUE);
        StringWriter out = new StringWriter();
        BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)));
        new Prompt(trial, List.of(Dimension.YEAR), in, new PrintWriter(out), LocalDate.of(2026, 1, 1)).run();
        return out.toString();
    }

    /** The lines that tell what the plan gives in all, one for each answer. */
    private static List<String> sums(String said) {
        return said.lines().filter(line -> line.startsWith("互助金  ")).toList();
    }

    @Test
    void a_number_is_set_and_the_answer_changes_and_undo_takes_it_back() throws IOException {
        List<String> sums = sums(said("set " + perDay + " 60元", "undo", "undo", "quit"));

        assertThat(sums).hasSize(3);
        assertThat(sums.getFirst()).contains(" 0元 ");
        assertThat(sums.get(1)).contains("＋50.0%");
        assertThat(sums.get(2)).isEqualTo(sums.getFirst());
        assertThat(said("undo")).contains("没有可以退回的改动。");
    }

    @Test
    void what_was_set_is_saved_word_for_word_and_shown_as_a_difference() throws IOException {
        Path saved = directory.resolve("新.yaml");

        String said = said("set " + perDay + " 60元", "diff", "save " + saved, "save " + saved);

        assertThat(Files.readString(saved)).isEqualTo(published.replace("每日: 40元", "每日: 60元"));
        assertThat(said).containsPattern("每日 +40元 +60元").contains("已写出 " + saved, "已经有了");
        assertThat(Files.readString(draft)).isEqualTo(published);
    }

    @Test
    void a_number_that_does_not_read_is_refused_as_in_plans_check_and_changes_nothing() throws IOException {
        String said = said("set " + perDay + " 60", "show", "undo");

        assertThat(said)
                .contains(draft + " 第", "“60”应以“元”结尾", "共1处要改。", "没有可以退回的改动。")
                .containsPattern("给付 每日 +40元");
        assertThat(sums(said)).hasSize(1);
    }

    @Test
    void tables_come_by_any_grouping_that_is_asked_for() throws IOException {
        String said = said("by agency", "by sex,age", "by colour", "set 999 1元", "sing", "help");

        assertThat(said).contains("按代办处", "东城区", "按性别、年龄", "写法：by 分组", "写法：set 编号 值", "不认识“sing”", "退回上一次改动");
    }

    @Test
    void a_file_that_was_edited_is_read_again() throws IOException {
        StringBuilder said = new StringBuilder(said("reload"));
        assertThat(said).contains("文件没有变。");

        Files.writeString(draft, published.replace("每日: 40元", "每日: 60元"));

        assertThat(sums(said("all")).getFirst()).contains("＋50.0%");
    }

    @Test
    void the_page_is_well_formed_and_asks_for_nothing_from_elsewhere() throws Exception {
        Path page = directory.resolve("试算.html");
        said("set " + perDay + " 60元", "html " + page);

        String html = Files.readString(page);

        assertThat(html).startsWith("<!DOCTYPE html>").contains("lang=\"zh-CN\"", "&lt;西城&amp;区&gt;", "示意");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
        assertThat(html.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:", "https:", "//", "src=", "href=", "url(", "@import", "<script");
        assertThat(html.split("<svg ", -1)).hasSize(html.split("role=\"img\"", -1).length);
        assertThat(html.split("<svg ", -1)).hasSize(html.split("<desc>", -1).length);
        assertThat(html.split("<details>", -1).length).isGreaterThan(50);
    }
}
