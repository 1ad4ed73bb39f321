package org.huzhu.quarter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huzhu.kernel.Rate;
import org.huzhu.rules.YearlyShareRule;

/** A desk in a directory of its own: files are laid on it, quarters of 2014 are settled on it. */
final class Desk {

    static final String ZHANG = "11010519491231002X";
    static final String LI = "440524188001010014";
    static final String WANG_OLD = "130503670401001";
    static final String WANG = "130503196704010016";
    static final String STRANGER = "110101199003071233";

    static final String FEED_HEADER = "record_no,id_number,visit,admitted_on,discharged_on,settled_on,institution,"
            + "total,fund_paid,large_sum_paid,self_pay_1,self_pay_2,own_cost,cancels";
    static final String MEMBERS_HEADER = "member_no,id_number,name,card_no,valid_from,valid_to,agency";

    static final QuarterRule RULE = new QuarterRule(
            "暖·互助",
            "2014",
            "第六条",
            LocalDate.of(2014, 1, 1),
            LocalDate.of(2021, 1, 1),
            new YearlyShareRule(180_000, 130_000, 65_000, Rate.parse("20%"), RoundingMode.HALF_UP, 20_065_300),
            false);

    private final Path directory;
    private int runs;
    private Path members;

    Desk(Path directory) {
        this.directory = directory;
        this.members = file(
                "members.csv",
                MEMBERS_HEADER,
                "M1," + ZHANG + ",张三,6001,2014-01-01,,东城",
                "M2," + LI + ",李四,6002,2014-02-01,2014-09-01,西城",
                "M3," + WANG_OLD + ",王五,6003,2014-01-01,,\"海淀, 北\"");
    }

    /** What a run wrote, by lines, without the headers. */
    record Outcome(Path out, List<String> payments, List<String> carried, List<String> rejects, String summary) {

        List<String> reasons() {
            return rejects.stream().map(line -> line.split(",", -1)[3]).toList();
        }
    }

    static String outpatient(String recordNo, String id, String settledOn, String selfPay) {
        return bill(recordNo, id, "outpatient", settledOn, settledOn, selfPay);
    }

    static String stay(String recordNo, String id, String admittedOn, String selfPay) {
        return bill(recordNo, id, "inpatient", admittedOn, "2014-03-31", selfPay);
    }

    static String cancel(String recordNo, String settledOn, String cancels) {
        return recordNo + ",,,,," + settledOn + ",,,,,,,," + cancels;
    }

    private static String bill(String recordNo, String id, String visit, String from, String to, String selfPay) {
        return String.join(
                ",", recordNo, id, visit, from, to, to, "天坛医院", selfPay, "0", "0.0", selfPay, "0.00", "0", "");
    }

    Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String... lines) {
        return text(name, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    Path text(String name, String text, Charset charset) {
        return bytes(name, text.getBytes(charset));
    }

    Path feed(String name, String... rows) {
        return file(name, lines(FEED_HEADER, rows));
    }

    void members(String... rows) {
        members = file("members.csv", lines(MEMBERS_HEADER, rows));
    }

    void membersAt(Path path) {
        members = path;
    }

    private static String[] lines(String header, String... rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows));
        return lines.toArray(String[]::new);
    }

    SettlementRequest request(int quarter, List<Path> feeds, List<Path> paid) {
        return new SettlementRequest(2014, quarter, feeds, members, paid, directory.resolve("out" + runs++));
    }

    /** Settles a quarter of one feed with these rows. */
    Outcome settle(int quarter, String... rows) {
        return settle(quarter, List.of(feed("feed.csv", rows)), List.of());
    }

    Outcome settle(int quarter, List<Path> feeds, List<Path> paid) {
        SettlementRequest request = request(quarter, feeds, paid);
        Settlement.settle(request, RULE, SettlementListener.SILENT);
        return read(request.out());
    }

    static Outcome read(Path out) {
        return new Outcome(
                out,
                rows(out.resolve("payments.csv")),
                rows(out.resolve("carried.csv")),
                rows(out.resolve("rejects.csv")),
                textOf(out.resolve("summary.json")));
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(Path file) {
        List<String> lines = textOf(file).lines().toList();
        return lines.subList(1, lines.size());
    }
}
