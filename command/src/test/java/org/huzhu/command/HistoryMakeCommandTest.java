package org.huzhu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huzhu.city.past.Past;
import org.huzhu.city.past.PastOrder;
import org.huzhu.columns.FactBuilder;
import org.huzhu.columns.FactColumns;
import org.huzhu.columns.Part;
import org.huzhu.command.Shell.Answer;
import org.huzhu.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryMakeCommandTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_history_is_made_and_counted() {
        Path made = directory.resolve("past");

        Answer answer = make(made, "--people", 500, "--years", "2015-2024");

        assertThat(answer.exit()).isEqualTo(Exit.OK);
        assertThat(answer.out()).contains("会员 500 人", "门诊", "住院", "家财损失", "MiB");
        assertThat(answer.err()).isEmpty();
        assertThat(made.resolve("manifest.json")).content().contains("huzhu history make --people 500");
    }

    @Test
    void what_is_read_back_is_what_the_seed_gives() {
        Path made = directory.resolve("past");
        make(made, "--people", 300, "--years", 2024, "--events-per-person", 3);

        Part read = History.open(made).load(0, FactBuilder.ALL_PARTS);

        FactColumns wanted =
                Past.of(new PastOrder(300, 1, 2024, 2024, 3)).part(0).facts();
        assertThat(days(read.facts())).isEqualTo(days(wanted));
        assertThat(read.facts().termsTo(299)).isEqualTo(wanted.termsTo(299));
    }

    private static List<Integer> days(FactColumns facts) {
        return IntStream.range(0, facts.events()).mapToObj(facts::day).toList();
    }

    @Test
    void the_same_seed_gives_the_same_files() throws IOException {
        make(directory.resolve("one"), "--people", 200, "--years", "2023-2024");
        make(directory.resolve("two"), "--people", 200, "--years", "2023-2024");

        for (String file : List.of("words.parquet", "visits/part-00000.parquet", "terms/part-00000.parquet")) {
            assertThat(Files.mismatch(directory.resolve("one/" + file), directory.resolve("two/" + file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void an_order_that_cannot_be_met_is_a_mistake_of_typing_and_makes_nothing() {
        Path made = directory.resolve("past");

        Answer nobody = make(made, "--people", 0, "--years", 2024);
        Answer years = make(made, "--people", 9, "--years", "2024-2015");
        Answer word = make(made, "--people", 9, "--years", "lately");
        Answer events = make(made, "--people", 9, "--years", 2024, "--events-per-person", 90);

        assertThat(List.of(nobody.exit(), years.exit(), word.exit(), events.exit()))
                .containsOnly(Exit.USAGE);
        assertThat(nobody.err()).contains("人数 people 应在 1 到 20,000,000 之间");
        assertThat(years.err()).contains("年份 years 应在 2012 到");
        assertThat(word.err()).contains("年份 --years 应写作 2015-2024");
        assertThat(events.err()).contains("每人事件数");
        assertThat(made).doesNotExist();
    }

    @Test
    void a_directory_that_holds_something_is_named_and_left_alone() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "dear");

        Answer answer = make(directory, "--people", 10, "--years", 2024);

        assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
        assertThat(answer.err()).contains(directory.toString(), "不是空目录", "换一个目录");
        assertThat(directory.toFile().list()).containsExactly("letter.txt");
    }

    private static Answer make(Path out, Object... more) {
        Stream<Object> words = Stream.of("history", "make", "--seed", 1, "--out", out);
        return Shell.type(Stream.concat(words, Stream.of(more)).toArray());
    }
}
