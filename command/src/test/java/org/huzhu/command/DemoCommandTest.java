package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huzhu.command.Shell.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code huzhu demo} and {@code huzhu explain} on what it leaves. */
class DemoCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_demonstration_settles_a_year_explains_a_payment_and_shows_an_adjustment() {
        Path out = directory.resolve("demo");

        Answer answer = Shell.typeWithPlans("demo", "--out", out);

        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.OK);
        assertThat(answer.err()).as("nothing but the answer").isEmpty();
        assertThat(answer.out())
                .containsPattern("季度 +数据行 +拒收 +支付人次 +支付合计 +人均 +结转")
                .containsPattern("第4季度 +[0-9,]+ +[0-9]+ +[0-9]+ +[0-9]{1,3}(,[0-9]{3})+\\.[0-9]{2}元")
                .containsPattern("此前已付 [0-9.]+元，本次应付 [0-9.]+元")
                .contains("条文：按自然年计算", "起付1800元", "× 20% =", "四舍五入到分")
                .containsPattern("调整项目 +调整内容 +调整前 +调整后")
                .containsPattern("生活补助互助金 +每日（100元档） +60元 +80元")
                .contains(out.toString());
        assertThat(out.resolve("q4/payments.csv")).isNotEmptyFile();
    }

    @Test
    void a_payment_of_the_demonstration_is_explained_again_from_its_files() throws IOException {
        Path out = directory.resolve("demo");
        Shell.typeWithPlans("demo", "--out", out);
        List<String> paid = List.of(
                Files.readAllLines(out.resolve("q1/payments.csv")).get(1).split(",", -1));

        Answer text = explain(out, paid.getFirst());
        Answer json = explain(out, paid.getFirst(), "--json");

        assertThat(text.exit()).as(text.err()).isEqualTo(Exit.OK);
        assertThat(text.out()).contains("会员" + paid.getFirst() + "，2024年第1季度", "第六条", "× 20% =");
        assertThat(json.out()).contains("\"dueFen\" : " + paid.getLast().replace(".", ""));
    }

    @Test
    void a_member_whom_nobody_knows_is_not_explained() {
        Path out = directory.resolve("demo");
        Shell.typeWithPlans("demo", "--out", out);

        Answer answer = explain(out, "没有");

        assertThat(answer.exit()).isEqualTo(Exit.FOUND);
        assertThat(answer.err()).contains("members.csv 里没有会员号“没有”");
    }

    private static Answer explain(Path demo, String member, Object... more) {
        Path city = demo.resolve("city");
        Stream<Object> words = Stream.of("explain", "--year", 2024, "--quarter", 1, "--feed");
        Stream<Object> files =
                Stream.of(city.resolve("feed-q1.csv"), "--members", city.resolve("members.csv"), "--member", member);
        return Shell.typeWithPlans(
                Stream.of(words, files, Stream.of(more)).flatMap(each -> each).toArray());
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "dear");

        Answer answer = Shell.typeWithPlans("demo", "--out", directory);

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains(directory.toString(), "不是空目录");
        assertThat(answer.out()).isEmpty();
        assertThat(directory.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void the_bench_is_a_program_of_its_own() {
        Answer answer = Shell.type("bench", "settle");

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains("./huzhu bench settle");
    }
}
