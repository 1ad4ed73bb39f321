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

class CityCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_city_is_made_and_told_file_by_file() {
        Path city = directory.resolve("city");

        Answer answer = city(city, "--people", 200, "--rows", 500);

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("会员 200 人", "members.csv", "feed-q4.csv", "应被拒收", "city.json");
        assertThat(answer.err()).isEmpty();
        assertThat(city.resolve("feed-q4.csv")).isNotEmptyFile();
        assertThat(city.resolve("city.json")).content().contains("\"rows_ordered\": 500");
    }

    @Test
    void an_order_that_cannot_be_met_is_a_mistake_of_typing_and_makes_nothing() {
        Path city = directory.resolve("city");

        Answer nobody = city(city, "--people", 0);
        Answer bad = city(city, "--people", 9, "--bad", "2");
        Answer word = city(city, "--people", "many");

        assertThat(List.of(nobody.exit(), bad.exit(), word.exit())).containsOnly(Exit.USAGE);
        assertThat(nobody.err()).contains("人数 people 应在 1 到 10,000,000 之间");
        assertThat(bad.err()).contains("--bad 应写作百分数");
        assertThat(word.err()).contains("参数 --people 的值有误：“many”，应是").doesNotContain("Invalid");
        assertThat(city).doesNotExist();
    }

    @Test
    void a_directory_that_holds_something_is_named_and_left_alone() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "dear");

        Answer answer = city(directory, "--people", 10);

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains(directory.toString(), "目录不为空", "换一个目录");
        assertThat(directory.toFile().list()).containsExactly("letter.txt");
    }

    private Answer city(Path out, Object... more) {
        Stream<Object> words = Stream.of("city", "--seed", 1, "--year", 2023, "--out", out);
        return Shell.type(Stream.concat(words, Stream.of(more)).toArray());
    }
}
