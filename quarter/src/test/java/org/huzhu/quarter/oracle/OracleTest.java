package org.huzhu.quarter.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases computed by hand: they prove the oracle before anything is held against it. */
class OracleTest {

    private static final String WANG = "11010519491231002X";
    private static final String ZHANG = "110105198503011238";
    private static final String LI = "130503196704010016";
    private static final String LI_OLD = "130503670401001";

    private static final String HEADER = "member_no,id_number,card_no,agency,year,quarter,"
            + "outpatient_self_pay_1,inpatient_self_pay_1,entitled,paid_before,due\n";

    private static final String MEMBERS = """
            member_no,id_number,name,card_no,valid_from,valid_to,agency
            M3,11010519491231002x,王,6029690000000002,2015-01-01,,东城区
            M2,110105198503011238,张,6222021234567890128,2015-01-01,2023-06-30,"华岳,总部"
            M1,130503670401001,李,6217000000000000004,2015-01-01,2023-05-01,西城区
            M4,130503196704010016,李,6029690000000010,2023-05-01,,朝阳区
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void outpatient_counts_above_1800_and_stays_above_1300_and_then_650() throws IOException {
        Settled settled = settle(
                1,
                row("A1", WANG, "outpatient", "2023-01-05", "1500"),
                row("A2", WANG, "outpatient", "2023-02-05", "400.05"),
                row("A3", WANG, "inpatient", "2023-03-05", "1300.04"),
                row("A4", WANG, "inpatient", "2023-03-06", "700"));

        // 100.05 + 0.04 + 50 = 150.09; a fifth is 30.018
        assertThat(settled.payments())
                .isEqualTo(HEADER
                        + "M3,11010519491231002X,6029690000000002,东城区,2023,1,1900.05,2000.04,30.02,0.00,30.02\n");
        assertThat(settled.carried()).isEqualTo(HEADER);
        assertThat(settled.rejects()).isEmpty();
        assertThat(settled.counts()).containsEntry("rows_accepted", 4L).containsEntry("paid_fen", 3_002L);
    }

    @Test
    void the_first_stay_is_that_of_the_earlier_admission_and_then_of_the_lesser_number() throws IOException {
        String a = row("B2", WANG, "inpatient", "2023-03-05", "1000");
        String b = row("B10", WANG, "inpatient", "2023-03-05", "1400");

        // B10 comes before B2 as text: 100 + 350 = 450. The other way round it would be 0 + 750.
        assertThat(settle(1, a, b).payments()).contains(",2400.00,90.00,0.00,90.00\n");
        assertThat(settle(1, b, a).payments()).contains(",2400.00,90.00,0.00,90.00\n");
        String late = row("B99", WANG, "inpatient", "2023-03-01", "5");

        // A stay before both takes the 1,300 on itself: 0 + 750 + 350 = 1,100.
        assertThat(settle(1, a, b, late).payments()).contains(",2405.00,220.00,0.00,220.00\n");
    }

    @Test
    void nobody_is_entitled_to_more_than_the_yearly_maximum() throws IOException {
        String large = row("C1", WANG, "outpatient", "2023-01-05", "1005065.00");
        String larger = row("C1", WANG, "outpatient", "2023-01-05", "1005070.00");

        assertThat(settle(1, large).payments()).contains(",200653.00,0.00,200653.00\n");
        assertThat(settle(1, larger).payments()).contains(",200653.00,0.00,200653.00\n");
    }

    @Test
    void what_was_paid_is_taken_off_and_too_much_is_carried_until_made_good() throws IOException {
        List<Path> feeds = List.of(
                feed("q1.csv", row("D1", WANG, "outpatient", "2023-01-05", "2800")),
                feed("q2.csv", cancel("D2", "2023-04-05", "D1"), row("D3", WANG, "outpatient", "2023-05-05", "2300")),
                feed("q3.csv", row("D4", WANG, "outpatient", "2023-07-05", "1000")));
        Path first = list("first.csv", settle(1, feeds.subList(0, 1), List.of()).payments());
        Settled second = settle(2, feeds.subList(0, 2), List.of(first));
        Path secondList = list("second.csv", second.payments());
        Settled third = settle(3, feeds, List.of(first, secondList));

        assertThat(second.payments()).isEqualTo(HEADER);
        assertThat(second.carried()).endsWith(",2300.00,0.00,100.00,200.00,-100.00\n");
        assertThat(third.payments()).endsWith(",3300.00,0.00,300.00,200.00,100.00\n");
    }

    @Test
    void an_old_number_is_the_same_person_and_the_newest_card_is_paid() throws IOException {
        Settled settled = settle(
                2,
                row("E1", LI_OLD, "outpatient", "2023-04-30", "1000"),
                row("E2", LI, "outpatient", "2023-05-01", "1000"));

        assertThat(settled.payments())
                .isEqualTo(
                        HEADER + "M4,130503196704010016,6029690000000010,朝阳区,2023,2,2000.00,0.00,40.00,0.00,40.00\n");
    }

    @Test
    void payments_are_sorted_by_member_number_and_quoted_where_needed() throws IOException {
        Settled settled = settle(
                1,
                row("F1", WANG, "outpatient", "2023-01-05", "1900"),
                row("F2", ZHANG, "outpatient", "2023-01-05", "1900"));

        assertThat(settled.payments().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("M2,").contains(",\"华岳,总部\","),
                        line -> assertThat(line).startsWith("M3,"));
    }

    @Test
    void the_first_reason_that_fits_is_given() throws IOException {
        String good = row("G1", WANG, "outpatient", "2023-01-05", "10");
        Settled settled = settle(
                2,
                good,
                good.replace("2023-01-05", "2023-1-5").replace(WANG, "1"),
                good.replace(WANG, "110105194912310021"),
                good.replace(",10,0,0", ",10,0,0.02"),
                row("G2", WANG, "outpatient", "2023-07-01", "10"),
                good.replace(",10,0,0", ",10.00,0.0,0"),
                row("G1", ZHANG, "outpatient", "2023-01-05", "10"),
                cancel("G3", "2023-01-06", "G9"),
                cancel("G4", "2023-01-06", "G1"),
                cancel("G5", "2023-01-06", "G1"),
                cancel("G6", "2023-01-06", "G4"),
                row("G7", "110101199003071233", "outpatient", "2023-01-05", "10"),
                row("G8", ZHANG, "outpatient", "2023-06-30", "10"),
                row("G9", ZHANG, "outpatient", "2023-06-29", "10"),
                "G10,\"never closed",
                "G11,one,two");

        assertThat(settled.rejects())
                .containsExactly(
                        "feed.csv,3,G1,BAD_ROW",
                        "feed.csv,4,G1,BAD_ID",
                        "feed.csv,5,G1,AMOUNTS_DISAGREE",
                        "feed.csv,6,G2,OUT_OF_YEAR",
                        "feed.csv,7,G1,DUPLICATE",
                        "feed.csv,8,G1,CONFLICTING",
                        "feed.csv,11,G5,CANCELLED_TWICE",
                        "feed.csv,12,G6,CANCELS_UNKNOWN",
                        "feed.csv,13,G7,UNKNOWN_PERSON",
                        "feed.csv,14,G8,NOT_COVERED",
                        "feed.csv,16,,BAD_ROW",
                        "feed.csv,17,G11,BAD_ROW");
        assertThat(settled.counts()).containsEntry("rows_read", 16L).containsEntry("rows_accepted", 4L);
    }

    @Test
    void a_total_may_be_off_by_one_fen_and_not_by_two() throws IOException {
        String row = "K1,%s,outpatient,2023-01-05,2023-01-05,2023-01-05,医院,%s,1,2,3,4,5,";

        assertThat(settle(1, row.formatted(WANG, "15.01")).rejects()).isEmpty();
        assertThat(settle(1, row.formatted(WANG, "14.99")).rejects()).isEmpty();
        assertThat(settle(1, row.formatted(WANG, "15.02")).rejects()).containsExactly("feed.csv,2,K1,AMOUNTS_DISAGREE");
        assertThat(settle(1, row.formatted(WANG, "14.98")).rejects()).containsExactly("feed.csv,2,K1,AMOUNTS_DISAGREE");
    }

    @Test
    void a_cancellation_finds_its_record_wherever_it_stands_and_whatever_else_it_says() throws IOException {
        Settled settled = settle(
                1,
                "H1,,?,,,2023-03-05,,x,,,,,,H2",
                row("H2", WANG, "outpatient", "2023-01-05", "2800"),
                "H1,other junk,?,,,2023-03-05,,x,,,,,,H2",
                "H1,,?,,,2023-03-06,,x,,,,,,H2");

        assertThat(settled.payments()).isEqualTo(HEADER);
        assertThat(settled.rejects()).containsExactly("feed.csv,4,H1,DUPLICATE", "feed.csv,5,H1,CONFLICTING");
    }

    @Test
    void a_record_that_is_itself_refused_cannot_be_taken_back() throws IOException {
        Settled settled = settle(
                1, row("I1", "110101199003071233", "outpatient", "2023-01-05", "10"), cancel("I2", "2023-01-06", "I1"));

        assertThat(settled.rejects()).containsExactly("feed.csv,2,I1,UNKNOWN_PERSON", "feed.csv,3,I2,CANCELS_UNKNOWN");
    }

    @Test
    void a_feed_from_a_bank_in_gb18030_with_a_spreadsheets_line_ends_reads_the_same() throws IOException {
        String text = String.join(",", FeedLine.COLUMNS) + "\r\n\r\n"
                + row("J1", WANG, "outpatient", "2023-01-05", "2000").replace("医院", "\"㛃园,东院\"");
        Path feed = Files.writeString(folder.resolve("bank.csv"), text, Charset.forName("GB18030"));

        assertThat(settle(1, List.of(feed), List.of()).payments()).endsWith(",2000.00,0.00,40.00,0.00,40.00\n");
    }

    @Test
    void a_missing_column_stops_the_run() throws IOException {
        Path feed = Files.writeString(folder.resolve("short.csv"), "record_no,id_number\n");

        assertThatThrownBy(() -> settle(1, List.of(feed), List.of())).hasMessageContaining("short.csv");
    }

    @Test
    void identity_numbers_have_the_check_of_the_standard() {
        assertThat(Numbers.canonical(WANG)).contains(WANG);
        assertThat(Numbers.canonical("810000199001010019")).isPresent();
        assertThat(Numbers.canonical("933156198501010026")).isPresent();
        assertThat(Numbers.canonical(LI_OLD)).contains(LI);
        assertThat(Numbers.canonical("110101190002290018")).isEmpty();
        assertThat(Numbers.canonical("110105194912310021")).isEmpty();
    }

    private static String row(String number, String id, String visit, String day, String selfPay1) {
        return String.join(",", number, id, visit, day, day, day, "医院", selfPay1, "0", "0", selfPay1, "0", "0", "");
    }

    private static String cancel(String number, String day, String target) {
        return number + ",,,,," + day + ",,,,,,,," + target;
    }

    private Settled settle(int quarter, String... rows) throws IOException {
        return settle(quarter, List.of(feed("feed.csv", rows)), List.of());
    }

    private Settled settle(int quarter, List<Path> feeds, List<Path> paid) throws IOException {
        return Oracle.settle(2023, quarter, feeds, list("members.csv", MEMBERS), paid, Rule.OF_2014);
    }

    private Path feed(String name, String... rows) throws IOException {
        return list(name, String.join(",", FeedLine.COLUMNS) + "\n" + String.join("\n", rows) + "\n");
    }

    private Path list(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
