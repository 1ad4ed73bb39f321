package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huzhu.quarter.Desk.FEED_HEADER;
import static org.huzhu.quarter.Desk.LI;
import static org.huzhu.quarter.Desk.MEMBERS_HEADER;
import static org.huzhu.quarter.Desk.WANG;
import static org.huzhu.quarter.Desk.ZHANG;
import static org.huzhu.quarter.Desk.outpatient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huzhu.quarter.Desk.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String ROWS = FEED_HEADER + "\n"
            + outpatient("R1", ZHANG, "2014-03-01", "2800") + "\n"
            + outpatient("R2", LI, "2014-03-01", "2300") + "\n";
    private static final String MEMBERS = MEMBERS_HEADER + "\n"
            + "M1," + ZHANG + ",张三,6001,2014-01-01,,东城·㐀区𠀀\n"
            + "M2," + LI + ",李四,6002,2014-01-01,,西城\n";

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void layTheDesk() {
        desk = new Desk(directory);
        desk.membersAt(desk.text("m.csv", MEMBERS, StandardCharsets.UTF_8));
    }

    @Test
    void encoding_mark_and_line_ends_do_not_matter() {
        List<String> expected = settle(ROWS.getBytes(StandardCharsets.UTF_8)).payments();

        assertThat(expected).hasSize(2);
        assertThat(settle(("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8)).payments())
                .isEqualTo(expected);
        assertThat(settle(ROWS.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                        .payments())
                .isEqualTo(expected);
        assertThat(settle(ROWS.stripTrailing().getBytes(StandardCharsets.UTF_8)).payments())
                .isEqualTo(expected);
        assertThat(settle(ROWS.getBytes(GB18030)).payments()).isEqualTo(expected);
        desk.membersAt(desk.text("gb.csv", MEMBERS, GB18030));
        assertThat(settle(ROWS.getBytes(GB18030)).payments()).isEqualTo(expected);
        assertThat(expected.getFirst()).contains(",东城·㐀区𠀀,");
    }

    @Test
    void columns_are_found_by_name_in_any_order() {
        String turned = ROWS.lines()
                .map(line -> List.of(line.split(",", -1)).reversed())
                .map(fields -> String.join(",", fields))
                .collect(Collectors.joining("\n"));

        assertThat(settle(turned.getBytes(StandardCharsets.UTF_8)).payments())
                .isEqualTo(settle(ROWS.getBytes(StandardCharsets.UTF_8)).payments());
    }

    @Test
    void quotes_may_hold_commas_quotes_and_lines_and_lines_are_counted_as_they_lie() {
        String quoted = FEED_HEADER + "\n"
                + "\"R\"\"1\"," + ZHANG
                + ",\"outpatient\",2014-03-01,2014-03-01,2014-03-01,\"天坛,\r\n\"\"新\"\"\n院\",2800,0,0,2800,0,0,\n"
                + "\n"
                + "bad\n"
                + "\"R\"\"1\"," + ZHANG
                + ",\"outpatient\",2014-03-01,2014-03-01,2014-03-01,\"天坛,\r\n\"\"新\"\"\n院\",2800,0,0,2800,0,0,\n";

        Outcome outcome = settle(quoted.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.payments()).hasSize(1);
        assertThat(outcome.rejects())
                .containsExactly(
                        "feed.csv,6,bad,BAD_ROW,有1列，应为14列", "feed.csv,7,\"R\"\"1\",DUPLICATE,与feed.csv第2行相同，以先出现的为准");
        assertThat(outcome.summary()).contains("\"rows_read\": 3,");
    }

    @Test
    void a_quote_that_is_never_closed_swallows_no_other_row() {
        String good = outpatient("R1", ZHANG, "2014-03-01", "2800");
        String other = outpatient("R2", LI, "2014-03-01", "2800").replace("天坛医院", "\"天坛\"");
        String open = good.replace("R1", "R3").replace("天坛", "\"天坛");
        String stray = good.replace("R1", "R4").replace("天坛", "天\"坛");

        Outcome outcome = desk.settle(1, open, good, stray, other, open);

        assertThat(outcome.payments()).hasSize(2);
        assertThat(outcome.rejects().stream().map(line -> line.split(",", -1)[1]))
                .containsExactly("2", "4", "6");
        assertThat(outcome.reasons()).containsOnly("BAD_ROW");
        assertThat(outcome.rejects().getFirst()).contains("引号位置不对");
    }

    @Test
    void a_column_missing_unknown_or_there_twice_stops_the_run() {
        assertThatThrownBy(() -> settle(ROWS.replace(",cancels", "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("feed.csv")
                .hasMessageContaining("缺少列“cancels”");
        assertThatThrownBy(() -> settle(ROWS.replace(",cancels", ",cancels,备注").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("不认识的列“备注”");
        assertThatThrownBy(() -> settle(ROWS.replace("own_cost", "total").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("“total”出现了两次");
        assertThatThrownBy(() -> settle(new byte[0])).hasMessageContaining("feed.csv（--feed）是空的");
        assertThatThrownBy(() -> settle(ROWS.replace("record_no", "Record_no").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("缺少列“record_no”");
    }

    @Test
    void what_is_in_neither_encoding_stops_the_run_and_says_where() {
        byte[] bytes = ROWS.getBytes(StandardCharsets.US_ASCII);
        bytes[FEED_HEADER.length() + 10] = (byte) 0xFF;
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marked.writeBytes(ROWS.getBytes(GB18030));

        assertThatThrownBy(() -> settle(bytes))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("第" + (FEED_HEADER.length() + 11) + "字节");
        assertThatThrownBy(() -> settle(marked.toByteArray())).hasMessageContaining("带UTF-8标记");
    }

    @Test
    void a_file_that_is_not_there_stops_the_run() {
        Path nowhere = directory.resolve("nowhere.csv");

        assertThatThrownBy(() -> desk.settle(1, List.of(nowhere), List.of()))
                .isInstanceOf(SettlementStopped.class)
                .hasMessageContaining("nowhere.csv")
                .hasMessageContaining("没有这个文件或目录");
        assertThatThrownBy(() -> desk.settle(1, List.of(directory), List.of())).isInstanceOf(SettlementStopped.class);
    }

    /** A feed of several blocks with a quoted line break in every row: none is cut in two, none is lost. */
    @Test
    void a_record_is_never_cut_between_two_blocks() {
        String place = "\"" + "院,\n".repeat(50) + "\"";
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> outpatient("R" + i, i % 2 == 0 ? ZHANG : LI, "2014-03-01", "0.50")
                        .replace("天坛医院", place))
                .collect(Collectors.joining("\n"));

        Outcome outcome = settle((FEED_HEADER + "\n" + rows + "\nlast").getBytes(StandardCharsets.UTF_8));

        assertThat(outcome.rejects()).containsExactly("feed.csv," + (2 + 20_000 * 51) + ",last,BAD_ROW,有1列，应为14列");
        assertThat(outcome.payments()).hasSize(2).allMatch(line -> line.endsWith(",5000.00,0.00,640.00,0.00,640.00"));
    }

    @Test
    void a_name_that_two_files_share_is_told_apart_without_a_directory() {
        Path one = desk.feed("feed.csv", "a");
        new Desk(directory.resolve(".")).feed("feed.csv", "a");

        assertThat(desk.settle(1, List.of(one, directory.resolve(".").resolve("feed.csv")), List.of())
                        .rejects())
                .containsExactly("feed.csv,2,a,BAD_ROW,有1列，应为14列", "feed.csv#2,2,a,BAD_ROW,有1列，应为14列");
    }

    @Test
    void an_open_card_has_no_end() {
        desk.members("M3," + WANG + ",王五,6003,0001-01-01,,海淀");

        assertThat(desk.settle(4, outpatient("R1", WANG, "2014-12-31", "1")).rejects())
                .isEmpty();
    }

    private Outcome settle(byte[] feed) {
        return desk.settle(1, List.of(desk.bytes("feed.csv", feed)), List.of());
    }
}
