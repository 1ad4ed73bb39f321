package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CityCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makes_the_city_and_says_what_it_holds() {
        Path city = directory.resolve("city");

        assertThat(run("--people", "200", "--seed", "1", "--year", "2023", "--rows", "500", "--out", city.toString()))
                .isZero();

        assertThat(out.toString()).contains("会员 200 人", "feed-q4.csv", "city.json");
        assertThat(city.resolve("feed-q4.csv")).isNotEmptyFile();
        assertThat(city.resolve("city.json")).content().contains("\"rows_ordered\": 500");
    }

    @Test
    void an_order_that_cannot_be_met_is_a_mistake_of_typing_and_makes_nothing() {
        Path city = directory.resolve("city");

        assertThat(run("--people", "0", "--seed", "1", "--year", "2023", "--out", city.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("人数 people 应在 1 到 10,000,000 之间");
        assertThat(run("--people", "9", "--seed", "1", "--year", "2023", "--bad", "2", "--out", city.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--bad 应写作百分数");
        assertThat(city).doesNotExist();
    }

    @Test
    void a_directory_that_holds_something_is_named_and_left_alone() throws Exception {
        Files.writeString(directory.resolve("letter.txt"), "dear");

        assertThat(run("--people", "10", "--seed", "1", "--year", "2023", "--out", directory.toString()))
                .isNotZero();

        assertThat(err.toString()).contains(directory.toString(), "目录不为空");
        assertThat(directory.toFile().list()).containsExactly("letter.txt");
    }

    private int run(String... args) {
        CommandLine line = new CommandLine(new CityCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
