package org.huzhu.quarters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.quarters.designated.Narrowing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a feed for designated people: all that bears on them, byte for byte. */
class NarrowingTest {

    private static final String HEADER =
            "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,total,fund_paid,large_sum_paid,"
                    + "self_pay_1,self_pay_2,own_cost,cancels\n";
    private static final String ANOTHER = valid("11010119800101123");

    @TempDir
    private Path folder = Path.of("");

    private static String row(String record, String number, String cancels) {
        return "%s,%s,outpatient,2025-01-02,2025-01-02,2025-01-02,医院,1.00,0.00,0.00,1.00,0.00,0.00,%s\n"
                .formatted(record, number, cancels);
    }

    private List<String> left(String... feeds) throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, "id_number,since,until\n" + number() + ",2025-01-01,\n");
        List<Path> files = new ArrayList<>();
        for (String feed : feeds) {
            files.add(folder.resolve("feed-" + files.size() + ".csv"));
            Files.writeString(files.getLast(), HEADER + feed);
        }
        StringBuilder left = new StringBuilder();
        for (Path each : Narrowing.to(list).feeds(files, folder)) {
            left.append(Files.readString(each).substring(HEADER.length()));
        }
        return left.toString().lines().map(line -> line.split(",", -1)[0]).toList();
    }

    private static String number() {
        return valid("11010119800101003");
    }

    /** With its check digit. */
    private static String valid(String digits) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    @Test
    void his_rows_are_left_and_others_are_not() throws IOException {
        assertThat(left(row("1", number(), "") + row("2", ANOTHER, "") + row("3", "bad", "")))
                .containsExactly("1");
    }

    @Test
    void what_cancels_his_rows_is_left_wherever_it_stands() throws IOException {
        assertThat(left(row("9", "", "1") + row("8", "", "2"), row("1", number(), "") + row("2", ANOTHER, "")))
                .containsExactly("9", "1");
    }

    @Test
    void a_row_of_another_that_has_the_number_of_his_is_left() throws IOException {
        assertThat(left(row("1", ANOTHER, "") + row("1", number(), "") + row("7", ANOTHER, "") + row("7", "", "1")))
                .containsExactly("1", "1", "7", "7");
    }

    @Test
    void quotes_are_read_and_what_they_spread_over_lines_is_left_whole() throws IOException {
        assertThat(left("\"1\",\"%s\",\"outpatient\",,,,\"a,b\",,,,,,,\"\"\n".formatted(number())
                        + "\"2\",\"%s\",\"outpatient\",,,,\"a,b\",,,,,,,\"\"\n".formatted(ANOTHER)
                        + "4,%s,outpatient,,,,\"a\nb\",1,,,,,,\n".formatted(number())
                        + row("5", "", "4")
                        + row("6", ANOTHER, "")))
                .containsExactly("\"1\"", "4", "b\"", "5");
    }

    @Test
    void a_card_counts_for_the_days_on_which_its_holder_is_designated() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list, "id_number,since,until\n%1$s,2025-02-01,2025-03-01\n%1$s,2025-05-01,\n".formatted(number()));
        Path register = folder.resolve("members.csv");
        Files.writeString(
                register,
                "\uFEFFmember_no,id_number,name,card_no,valid_from,valid_to,agency\n"
                        + "M1,%s,张三,1,2012-01-01,2025-06-01,东城\n".formatted(number())
                        + "M2,%s,李四,1,2012-01-01,,东城\n".formatted(ANOTHER));
        assertThat(Files.readAllLines(Narrowing.to(list).register(register, folder.resolve("to.csv"))))
                .containsExactly(
                        "member_no,id_number,name,card_no,valid_from,valid_to,agency",
                        "M1,%s,张三,1,2025-02-01,2025-03-01,东城".formatted(number()),
                        "M1,%s,张三,1,2025-05-01,2025-06-01,东城".formatted(number()));
    }
}
