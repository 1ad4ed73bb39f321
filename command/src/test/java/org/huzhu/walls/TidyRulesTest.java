package org.huzhu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule fires on what breaks it, and stays quiet one step before. */
class TidyRulesTest {

    @Test
    void a_method_has_40_lines_at_most() {
        assertThat(rules("class A { " + "void f() {" + "\n".repeat(39) + "} }")).isEmpty();
        assertThat(rules("class A { " + "void f() {" + "\n".repeat(40) + "} }")).containsExactly("method");
    }

    @Test
    void the_documentation_of_a_method_does_not_count() {
        assertThat(rules("class A {\n/**" + "\n *".repeat(50) + "*/\nvoid f() {} }"))
                .isEmpty();
    }

    @Test
    void a_method_inside_a_nested_type_counts_too() {
        assertThat(rules("class A { class B { void f() {" + "\n".repeat(40) + "} } }"))
                .containsExactly("method");
    }

    @Test
    void a_class_has_300_lines_at_most() {
        assertThat(rules("class A {" + "\n".repeat(299) + "}")).isEmpty();
        assertThat(rules("class A {" + "\n".repeat(300) + "}")).containsExactly("class");
    }

    @Test
    void a_constructor_takes_6_parameters_at_most_but_that_of_a_record() {
        String six = "int a, int b, int c, int d, int e, int f";
        assertThat(rules("class A { A(" + six + ") {} }")).isEmpty();
        assertThat(rules("class A { A(" + six + ", int g) {} }")).containsExactly("constructor");
        assertThat(rules("class A { void f(" + six + ", int g) {} }")).isEmpty();
        assertThat(rules("record A(" + six + ", int g) { A(" + six + ", int g) {} }"))
                .isEmpty();
    }

    @Test
    void a_line_has_120_characters_at_most_however_wide_they_are() {
        assertThat(rules("// " + "险".repeat(117))).isEmpty();
        assertThat(rules("// " + "险".repeat(118))).containsExactly("line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CardUtil",
                "CardUtils",
                "PlanManager",
                "PlanDTO",
                "PlanDto",
                "PlanImpl",
                "TestHelper",
                "MemberEntity",
                "InfoPage",
                "PlanData",
                "DataReader",
                "PlanVO",
                "VO"
            })
    void a_name_that_says_nothing_is_found(String name) {
        assertThat(rules("class " + name + " {}")).containsExactly("name");
        assertThat(rules("class A { record " + name + "() {} }")).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metadata", "Implant", "Database", "VoteCount", "Information", "Utility", "Voter"})
    void a_name_that_only_begins_like_one_is_left_alone(String name) {
        assertThat(rules("class " + name + " {}")).isEmpty();
    }

    @Test
    void nothing_is_left_undone() {
        assertThat(rules("// TO" + "DO later")).containsExactly("undone");
        assertThat(rules("/* FIX" + "ME */")).containsExactly("undone");
        assertThat(rules("// autodoc")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "System.out.println(), console",
        "java.lang.System.err.println(), console",
        "LocalDate.now(), clock",
        "LocalDate.now(zone), clock",
        "java.time.LocalDateTime.now(clock), clock",
        "Instant.now(), clock",
        "YearMonth.now(), clock",
        "Clock.systemUTC(), clock",
        "Clock.system(zone), clock",
        "System.nanoTime(), clock",
        "System.currentTimeMillis(), clock",
        "new Date(), clock",
        "new java.util.Date(), clock"
    })
    void only_the_command_has_a_console_and_a_clock(String call, String rule) {
        String text = "class A { Object a = " + call + "; }";

        assertThat(rules("quarter/src/main/java/org/huzhu/quarter/A.java", text))
                .containsExactly(rule);
        assertThat(rules("command/src/main/java/org/huzhu/command/A.java", text))
                .isEmpty();
    }

    @Test
    void a_package_holds_30_files_at_most() {
        List<SourceFile> files = new ArrayList<>(List.of(packageInfo("city", "@NullMarked")));
        for (int i = 1; i < 30; i++) {
            files.add(type("city", "A" + i));
        }
        assertThat(rules(files, "")).isEmpty();

        files.add(type("city", "A30"));
        assertThat(rules(files, "")).containsExactly("package");
    }

    @Test
    void a_package_says_what_it_is_for_and_that_nothing_in_it_is_null() {
        assertThat(rules(List.of(type("city", "A")), "")).containsExactly("package-info");
        assertThat(rules(List.of(type("city", "A"), packageInfo("city", "@Deprecated")), ""))
                .containsExactly("package-info");
        assertThat(rules(List.of(type("city", "A"), packageInfo("city", "@NullMarked")), ""))
                .isEmpty();
    }

    @Test
    void one_package_stands_in_one_module() {
        SourceFile stray = SourceFile.parse(
                "command/src/main/java/org/huzhu/city/package-info.java",
                "/** A. */ @NullMarked package org.huzhu.city;");

        assertThat(rules(List.of(stray, packageInfo("city", "@NullMarked")), ""))
                .containsExactly("split");
    }

    @Test
    void a_public_type_of_the_trade_is_a_word_of_the_glossary() {
        List<SourceFile> files = List.of(packageInfo("kernel", "@NullMarked"), type("kernel", "Money"));

        assertThat(rules(files, "| 金额 | amount | `Money` |")).isEmpty();
        assertThat(rules(files, "| 钱 | money | `Fen`、`Money` |")).isEmpty();
        assertThat(rules(files, "| 金额 | `Money` | |")).containsExactly("glossary");
        assertThat(rules(files, "")).containsExactly("glossary");
        assertThat(rules(List.of(packageInfo("city", "@NullMarked"), type("city", "Street")), ""))
                .isEmpty();
    }

    private static SourceFile type(String room, String name) {
        return SourceFile.parse(
                room + "/src/main/java/org/huzhu/" + room + "/" + name + ".java",
                "package org.huzhu." + room + "; public class " + name + " {}");
    }

    private static SourceFile packageInfo(String room, String annotation) {
        return SourceFile.parse(
                room + "/src/main/java/org/huzhu/" + room + "/package-info.java",
                "/** A room. */ " + annotation + " package org.huzhu." + room + ";");
    }

    private static List<String> rules(String text) {
        return rules("city/src/main/java/org/huzhu/city/A.java", text);
    }

    private static List<String> rules(String path, String text) {
        return rules(Tidy.in(SourceFile.parse(path, text)).stream());
    }

    private static List<String> rules(List<SourceFile> files, String glossary) {
        return rules(TidyHouse.in(files, glossary).stream());
    }

    private static List<String> rules(Stream<Untidy> untidy) {
        return untidy.map(Untidy::rule).toList();
    }
}
