package org.huzhu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettleBenchTest {

    private static final String PLANS = "../plans";

    @TempDir
    private Path directory = Path.of("");

    /** The city holds rows of all ten reasons: were the SQL wrong in one of them, the counts would differ. */
    @Test
    void duckdb_gives_the_same_answer_in_sql() {
        Answer answer = type("--runs", "1", "--people", "8000", "--rows", "20000");

        assertThat(answer.exit()).as(answer.out()).isZero();
        assertThat(answer.out()).contains("机器：", "Huzhu：", "DuckDB SQL：", "逐字节", "八字节一取", "结果一致");
    }

    @Test
    void another_answer_is_noticed() throws IOException {
        Path ours = answer("ours", "M1,1.00", "a.csv,2,R1,BAD_ID,身份证号");
        Path same = answer("same", "M1,1.00", "R1,BAD_ID");
        Path otherSum = answer("otherSum", "M1,1.01", "R1,BAD_ID");
        Path otherReason = answer("otherReason", "M1,1.00", "R1,BAD_ROW");
        List<Path> feeds = List.of(Path.of("a.csv"));

        assertThat(Answers.differences(ours, same, feeds)).isEmpty();
        assertThat(Answers.differences(ours, otherSum, feeds))
                .singleElement()
                .asString()
                .startsWith("payments.csv");
        assertThat(Answers.differences(ours, otherReason, feeds))
                .singleElement()
                .asString()
                .contains("BAD_ROW=1");
    }

    @Test
    void both_ways_of_splitting_find_every_comma_and_line_end() throws IOException {
        byte[] bytes = "a,b\n,,\n\"北,京\"\r\n123456789,\u00ac\u008a\n".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("t.csv"), bytes);

        for (SplitFiles.Kind kind : SplitFiles.Kind.values()) {
            assertThat(SplitFiles.split(List.of(file, file), kind, 2)).isEqualTo(18);
        }
        assertThat(SplitFiles.byEight(bytes, bytes.length, new int[64]))
                .isEqualTo(SplitFiles.singly(bytes, bytes.length, new int[64]));
    }

    @Test
    void a_bench_that_cannot_be_run_says_so() {
        assertThat(type("--runs", "0").exit()).isEqualTo(2);
        assertThat(type("--people", "9", "--rows", "1000").exit()).isEqualTo(2);
    }

    private record Answer(int exit, String out) {}

    private Answer type(String... options) {
        StringWriter out = new StringWriter();
        String[] all = Stream.of(
                        new String[] {"settle", "--plans", PLANS, "--memory", "512m"},
                        new String[] {"--work", directory.toString()},
                        options)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        int exit = Bench.run(new PrintWriter(out), all);
        return new Answer(exit, out.toString());
    }

    private Path answer(String name, String payment, String reject) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name));
        Files.writeString(folder.resolve("payments.csv"), "header\n" + payment + "\n");
        Files.writeString(folder.resolve("carried.csv"), "header\n");
        Files.writeString(folder.resolve("rejects.csv"), "header\n" + reject + "\n");
        return folder;
    }
}
