package org.huzhu.command.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** The clock of these tests stands still until it is moved. */
class ProgressTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String REDRAW = "\r\u001b[K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now = 5 * SECOND;

    @Test
    void off_a_terminal_it_writes_a_plain_line_at_most_every_five_seconds() {
        Progress progress = progress(false, 4_000);

        progress.advance(1_000);
        now += 5 * SECOND - 1;
        progress.advance(1_000);
        assertThat(shown()).isEmpty();
        now += 1;
        progress.advance(1_000);
        progress.advance(500);
        assertThat(shown()).isEqualTo("读取 3,000 / 4,000 行（75%）\n");
    }

    @Test
    void on_a_terminal_it_redraws_one_line_at_most_ten_times_a_second() {
        Progress progress = progress(true, 4);

        now += SECOND / 10;
        progress.advance(1);
        progress.advance(1);
        assertThat(shown()).isEqualTo(REDRAW + "读取 [#######.......................] 1 / 4 行（25%）");
    }

    @Test
    void a_total_that_nobody_knows_shows_the_count_alone() {
        Progress progress = progress(true, 0);

        now += SECOND;
        progress.advance(1_234);
        assertThat(shown()).isEqualTo(REDRAW + "读取 1,234 行");
    }

    @Test
    void more_items_than_were_announced_are_still_a_full_bar() {
        Progress progress = progress(true, 10);

        now += SECOND;
        progress.advance(11);
        assertThat(shown()).isEqualTo(REDRAW + "读取 [" + "#".repeat(30) + "] 11 / 10 行（100%）");
    }

    @Test
    void closing_it_leaves_one_line_with_the_count_and_the_time() {
        Progress progress = progress(false, 10);

        progress.advance(10);
        now += SECOND * 5 / 2;
        progress.close();
        progress.close();
        assertThat(shown()).isEqualTo("读取 10 行，用时 2.5 秒\n");
    }

    @Test
    void work_of_less_than_a_second_leaves_no_line() {
        Progress progress = progress(false, 10);

        progress.advance(10);
        now += SECOND - 1;
        progress.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void closing_it_on_a_terminal_clears_the_bar() {
        Progress progress = progress(true, 10);

        now += SECOND / 10;
        progress.advance(10);
        progress.close();
        assertThat(shown()).endsWith("10 / 10 行（100%）" + REDRAW);
    }

    @Test
    void a_large_unit_counts_many_items_as_one() {
        Progress progress = new Progress(
                new PrintStream(bytes, true, UTF_8), false, () -> now, new Progress.Work("读取", "MB", 1_000), 20_000);

        now += 5 * SECOND;
        progress.advance(5_999);
        assertThat(shown()).isEqualTo("读取 5 / 20 MB（29%）\n");
    }

    private Progress progress(boolean terminal, long total) {
        return new Progress(
                new PrintStream(bytes, true, UTF_8), terminal, () -> now, Progress.Work.of("读取", "行"), total);
    }

    private String shown() {
        return bytes.toString(UTF_8);
    }
}
