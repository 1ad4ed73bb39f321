package org.huzhu.quarter.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huzhu.testkit.Cases;

/** Makes the rows of an awkward city one by one, each likely to have something to do with an earlier one. */
final class AwkwardRows {

    private static final List<String> SELF_PAY_1 = List.of(
            "0",
            "0.01",
            "649.99",
            "650",
            "650.01",
            "1299.99",
            "1300.00",
            "1300.01",
            "1800",
            "1800.00",
            "1800.01",
            "1800.03",
            "2345.67",
            "900.5",
            "005.50",
            "5000",
            "1005065.00",
            "1005065.01",
            "99999999.99");

    private static final List<String> INSTITUTIONS =
            List.of("东城区第一医院", "城北医院,东院", "\"百草\"门诊部", "㛃园镇卫生院", "", "Sino Care", " 前后有空格 ");

    /** Ways to write a row that the format does not allow. */
    private static final List<UnaryOperator<List<String>>> SPOILERS = List.of(
            row -> with(row, "admitted_on", "2023-02-30"),
            row -> with(row, "discharged_on", "2023-2-01"),
            row -> with(row, "settled_on", "20230301"),
            row -> with(row, "settled_on", " 2023-03-01"),
            row -> with(row, "settled_on", "2023-03-01T00:00"),
            row -> with(row, "settled_on", ""),
            row -> with(row, "discharged_on", "2001-01-01"),
            row -> with(row, "total", "-1.00"),
            row -> with(row, "total", "1.000"),
            row -> with(row, "self_pay_1", "+5"),
            row -> with(row, "self_pay_1", "1e2"),
            row -> with(row, "self_pay_1", "５.00"),
            row -> with(row, "self_pay_2", "12."),
            row -> with(row, "self_pay_2", ".5"),
            row -> with(row, "own_cost", "1,000.00"),
            row -> with(row, "fund_paid", " 1"),
            row -> with(row, "large_sum_paid", ""),
            row -> with(row, "visit", "Inpatient"),
            row -> with(row, "visit", ""),
            row -> with(row, "record_no", ""),
            row -> row.subList(0, 13),
            row -> row.subList(0, 3),
            row -> row.subList(0, 1),
            AwkwardRows::withOneMore);

    private final List<AwkwardPerson> people;
    private final Cases cases;
    private final List<List<String>> earlier = new ArrayList<>();
    private int numbersUsed;

    AwkwardRows(List<AwkwardPerson> people, Cases cases) {
        this.people = people;
        this.cases = cases;
    }

    /** Adds a row to the feed of one of the four quarters, mostly the right one. */
    void addTo(List<List<String>> feeds) {
        List<String> row = next();
        earlier.add(row);
        String line = written(row);
        if (cases.wholeBetween(0, 60) == 0) {
            line = broken(line);
        }
        List<String> feed = feeds.get(quarterOf(row) - 1);
        feed.add((int) cases.wholeBetween(0, feed.size()), line);
        if (cases.wholeBetween(0, 80) == 0) {
            feed.add("");
        }
    }

    private List<String> next() {
        if (earlier.isEmpty()) {
            return fresh();
        }
        return switch ((int) cases.wholeBetween(0, 27)) {
            case 0, 1 -> cases.oneOf(earlier);
            case 2 -> rewritten(cases.oneOf(earlier));
            case 3 -> contradicting(cases.oneOf(earlier));
            case 4, 5, 6, 7 -> cancellation();
            case 8, 9 -> cases.oneOf(SPOILERS).apply(fresh());
            case 10 -> with(fresh(), "id_number", badId());
            case 11 -> disagreeing(fresh());
            case 12 -> with(fresh(), "settled_on", cases.oneOf(List.of("2022-12-31", "2024-01-01", "2023-12-31")));
            case 13 -> with(fresh(), "id_number", "110101199003071233");
            default -> fresh();
        };
    }

    private List<String> fresh() {
        LocalDate settled = AwkwardCity.someDay(cases);
        LocalDate discharged = settled.minusDays(cases.wholeBetween(0, 3));
        LocalDate admitted = discharged.minusDays(10 * cases.wholeBetween(0, 4));
        String selfPay1 = cases.oneOf(SELF_PAY_1);
        BigDecimal total =
                new BigDecimal(selfPay1).add(new BigDecimal("111.11")).add(gap());
        return List.of(
                "R" + numbersUsed++,
                cases.oneOf(people).id(cases),
                cases.oneOf(List.of("outpatient", "inpatient", "inpatient")),
                admitted.toString(),
                discharged.toString(),
                settled.toString(),
                cases.oneOf(INSTITUTIONS),
                total.toPlainString(),
                "100.00",
                "0",
                selfPay1,
                "1.11",
                "10",
                "");
    }

    /** As much as rounding may leave between a total and its parts. */
    private BigDecimal gap() {
        return cases.oneOf(List.of(BigDecimal.ZERO, new BigDecimal("0.01"), new BigDecimal("-0.01")));
    }

    private List<String> disagreeing(List<String> row) {
        BigDecimal gap = cases.oneOf(List.of(new BigDecimal("0.02"), new BigDecimal("-0.02"), BigDecimal.TEN));
        BigDecimal sum = new BigDecimal(row.get(10)).add(new BigDecimal("111.11"));
        return with(row, "total", sum.add(gap).max(BigDecimal.ZERO).toPlainString());
    }

    /** The same said in other signs, if the row is one that can be: an amount with its decimals, X as x. */
    private List<String> rewritten(List<String> row) {
        if (row.size() != FeedLine.COLUMNS.size()) {
            return row;
        }
        List<String> other = with(row, "id_number", row.get(1).replace('X', 'x'));
        return with(other, "large_sum_paid", row.get(9).equals("0") ? "0.00" : row.get(9));
    }

    private List<String> contradicting(List<String> row) {
        if (row.size() != FeedLine.COLUMNS.size()) {
            return row;
        }
        return switch ((int) cases.wholeBetween(0, 4)) {
            case 0 -> with(row, "institution", "另一家医院");
            case 1 -> with(row, "settled_on", AwkwardCity.someDay(cases).toString());
            case 2 -> with(row, "id_number", cases.oneOf(people).id(cases));
            case 3 -> with(row, "cancels", row.get(13).isEmpty() ? "R0" : "");
            default -> with(fresh(), "record_no", row.getFirst());
        };
    }

    /** Takes back an earlier record, one that comes later, one that never comes, a cancellation, or itself. */
    private List<String> cancellation() {
        List<String> row = fresh();
        int highest = numbersUsed + 5;
        String target = switch ((int) cases.wholeBetween(0, 9)) {
            case 0 -> "R" + cases.wholeBetween(0, highest);
            case 1 -> row.getFirst();
            case 2 -> "r0";
            case 3, 4 -> takenBackBefore();
            default -> cases.oneOf(earlier).getFirst();
        };
        List<String> cancelling = with(row, "cancels", target.isEmpty() ? "R1" : target);
        if (cases.wholeBetween(0, 2) == 0) {
            for (String column : List.of("id_number", "visit", "admitted_on", "total", "self_pay_1")) {
                cancelling = with(cancelling, column, cases.oneOf(List.of("", "?", "-5", "2023-99-99")));
            }
        }
        if (cases.wholeBetween(0, 9) == 0) {
            cancelling = with(cancelling, "settled_on", cases.oneOf(List.of("2022-12-31", "?", "")));
        }
        return cancelling;
    }

    /** What some earlier row takes back already; the first number there is, if no row does. */
    private String takenBackBefore() {
        List<String> targets = earlier.stream()
                .filter(row -> row.size() == FeedLine.COLUMNS.size())
                .map(List::getLast)
                .filter(target -> !target.isEmpty())
                .toList();
        return targets.isEmpty() ? "R0" : cases.oneOf(targets);
    }

    private String badId() {
        String body = cases.oneOf(people).body();
        String full = body + Numbers.check(body);
        String wrong = full.endsWith("5") ? "6" : "5";
        String unborn = full.substring(0, 10) + "1301" + full.substring(14, 17);
        return cases.oneOf(List.of(
                "",
                body,
                full + "0",
                body + wrong,
                " " + full,
                full.replace('1', 'l'),
                unborn + Numbers.check(unborn),
                "110105491331002",
                "11010549123100X",
                full.replace('1', '１')));
    }

    private int quarterOf(List<String> row) {
        int right = row.size() > 5 && row.get(5).matches("2023-[01][0-9]-.*")
                ? Math.clamp((Integer.parseInt(row.get(5).substring(5, 7)) + 2L) / 3, 1, 4)
                : 1;
        return (int) Math.min(4, cases.wholeBetween(0, 4) == 0 ? right + cases.wholeBetween(0, 3) : right);
    }

    /** As a line: quotes where they are needed, and sometimes where they are not. */
    private String written(List<String> row) {
        List<String> fields = new ArrayList<>();
        for (String field : row) {
            boolean needed = field.contains(",") || field.contains("\"");
            fields.add(needed || cases.wholeBetween(0, 5) == 0 ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        return String.join(",", fields);
    }

    /** A quote that is never closed, or closed in the middle of a field. */
    private String broken(String line) {
        return cases.wholeBetween(0, 1) == 0 ? "\"" + line.replace("\"", "") : "\"R\"" + line;
    }

    private static List<String> with(List<String> row, String column, String text) {
        List<String> changed = new ArrayList<>(row);
        changed.set(FeedLine.COLUMNS.indexOf(column), text);
        return List.copyOf(changed);
    }

    private static List<String> withOneMore(List<String> row) {
        List<String> longer = new ArrayList<>(row);
        longer.add("");
        return List.copyOf(longer);
    }
}
