package org.huzhu.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huzhu.quarter.Desk.Outcome;
import org.huzhu.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole years of generated bills against a plain reckoning in decimals, one person and one row at a time. */
class WholeYearTest {

    private static final List<String> PERSONS = List.of(Desk.ZHANG, Desk.LI, Desk.WANG);

    @TempDir
    private Path directory;

    private record Bill(int number, int person, boolean isStay, int month, int admittedMonth, long fen, int cancels) {

        int quarter() {
            return (month + 2) / 3;
        }

        String row() {
            String on = "2014-%02d-15".formatted(month);
            if (cancels > 0) {
                return Desk.cancel("R" + number, on, "R" + cancels);
            }
            String yuan = BigDecimal.valueOf(fen, 2).toPlainString();
            return isStay
                    ? Desk.stay("R" + number, PERSONS.get(person), "2014-%02d-01".formatted(admittedMonth), yuan)
                            .replace("2014-03-31", on)
                    : Desk.outpatient("R" + number, PERSONS.get(person), on, yuan);
        }
    }

    @Test
    void the_quarters_of_a_year_pay_what_the_year_entitles_to() {
        Cases.check(60, cases -> {
            Desk desk = freshDesk();
            List<Bill> bills = bills(cases);
            Map<Integer, Long> paid = new TreeMap<>();
            List<Path> feeds = new ArrayList<>();
            List<Path> lists = new ArrayList<>();
            for (int quarter = 1; quarter <= 4; quarter++) {
                feeds.add(feed(desk, cases, bills, quarter));
                Outcome outcome = desk.settle(quarter, feeds, lists);
                lists.add(outcome.out().resolve("payments.csv"));

                Map<Integer, Long> expected = duesOf(bills, quarter, paid);
                assertThat(dues(outcome.payments(), outcome.carried())).isEqualTo(expected);
                expected.forEach((person, due) -> paid.merge(person, Math.max(0, due), Long::sum));
            }
        });
    }

    private Desk freshDesk() {
        try {
            Desk desk = new Desk(Files.createTempDirectory(directory, "year"));
            desk.members(IntStream.range(0, PERSONS.size())
                    .mapToObj(i -> "M" + i + "," + PERSONS.get(i) + ",某,60,2014-01-01,,东城")
                    .toArray(String[]::new));
            return desk;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Bill> bills(Cases cases) {
        List<Bill> bills = new ArrayList<>();
        int count = cases.listOf(each -> 1).size() * 2;
        for (int number = 1; number <= count; number++) {
            int month = (int) cases.wholeBetween(1, 12);
            boolean isCancelling = number > 3 && cases.wholeBetween(0, 9) == 0;
            int cancels = isCancelling ? (int) cases.wholeBetween(1, number - 1L) : 0;
            bills.add(new Bill(
                    number,
                    (int) cases.wholeBetween(0, 2),
                    cases.wholeBetween(0, 1) == 1,
                    month,
                    (int) cases.wholeBetween(1, month),
                    cases.wholeBetween(0, cases.oneOf(List.of(300_000L, 40_000_000L))),
                    cancels));
        }
        return bills;
    }

    /** The rows of a quarter in any order: the order does not matter. */
    private static Path feed(Desk desk, Cases cases, List<Bill> bills, int quarter) {
        Map<Bill, Long> places = new HashMap<>();
        bills.forEach(bill -> places.put(bill, cases.wholeBetween(0, 1_000_000)));
        return desk.feed(
                "q" + quarter + ".csv",
                bills.stream()
                        .filter(bill -> bill.quarter() == quarter)
                        .sorted(Comparator.comparing(places::get))
                        .map(Bill::row)
                        .toArray(String[]::new));
    }

    private static Map<Integer, Long> duesOf(List<Bill> bills, int quarter, Map<Integer, Long> paid) {
        Map<Integer, Long> dues = new TreeMap<>();
        for (int person = 0; person < PERSONS.size(); person++) {
            long due = entitledFen(bills, quarter, person) - paid.getOrDefault(person, 0L);
            if (due != 0) {
                dues.put(person, due);
            }
        }
        return dues;
    }

    private static long entitledFen(List<Bill> all, int quarter, int person) {
        List<Bill> bills =
                all.stream().filter(bill -> bill.quarter() <= quarter).toList();
        List<Integer> cancelled = bills.stream().map(Bill::cancels).toList();
        List<Bill> counted = bills.stream()
                .filter(bill -> bill.cancels() == 0 && bill.person() == person && !cancelled.contains(bill.number()))
                .toList();
        long outpatient = counted.stream()
                .filter(bill -> !bill.isStay())
                .mapToLong(Bill::fen)
                .sum();
        List<Bill> stays = counted.stream()
                .filter(Bill::isStay)
                .sorted(Comparator.comparingInt(Bill::admittedMonth).thenComparing(bill -> "R" + bill.number()))
                .toList();
        long above = Math.max(0, outpatient - 180_000);
        for (int i = 0; i < stays.size(); i++) {
            above += Math.max(0, stays.get(i).fen() - (i == 0 ? 130_000 : 65_000));
        }
        BigDecimal share = new BigDecimal(above).multiply(new BigDecimal("0.2")).setScale(0, RoundingMode.HALF_UP);
        return share.min(new BigDecimal(20_065_300)).longValueExact();
    }

    private static Map<Integer, Long> dues(List<String> payments, List<String> carried) {
        Map<Integer, Long> dues = new TreeMap<>();
        for (List<String> list : List.of(payments, carried)) {
            for (String line : list) {
                String[] fields = line.split(",", -1);
                dues.put(
                        Integer.parseInt(fields[0].substring(1)),
                        new BigDecimal(fields[10]).movePointRight(2).longValueExact());
            }
        }
        return dues;
    }
}
