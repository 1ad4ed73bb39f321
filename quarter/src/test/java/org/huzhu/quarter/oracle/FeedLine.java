package org.huzhu.quarter.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a feed as it stands in its file.
 *
 * @param file the name without the folders
 * @param number of the line, the header being 1
 * @param recordNo as far as it can be read, otherwise empty
 * @param columns by name; empty if the row has not one field for each column of the header
 */
record FeedLine(String file, int number, String recordNo, Map<String, String> columns) {

    static final List<String> COLUMNS = List.of(
            "record_no",
            "id_number",
            "visit",
            "admitted_on",
            "discharged_on",
            "settled_on",
            "institution",
            "total",
            "fund_paid",
            "large_sum_paid",
            "self_pay_1",
            "self_pay_2",
            "own_cost",
            "cancels");

    private static final List<String> PARTS =
            List.of("fund_paid", "large_sum_paid", "self_pay_1", "self_pay_2", "own_cost");

    boolean isCancellation() {
        return !text("cancels").isEmpty();
    }

    String text(String column) {
        return columns.getOrDefault(column, "");
    }

    boolean isStay() {
        return text("visit").equals("inpatient");
    }

    LocalDate day(String column) {
        return Texts.day(text(column)).orElseThrow();
    }

    BigDecimal amount(String column) {
        return Texts.amount(text(column)).orElseThrow();
    }

    String person() {
        return Numbers.canonical(text("id_number")).orElseThrow();
    }

    /** Reasons 1 to 4: those that the row shows by itself. */
    Optional<String> ownFault(int year, int quarter) {
        if (isBad()) {
            return Optional.of("BAD_ROW");
        }
        if (!isCancellation() && Numbers.canonical(text("id_number")).isEmpty()) {
            return Optional.of("BAD_ID");
        }
        if (!isCancellation() && amountsDisagree()) {
            return Optional.of("AMOUNTS_DISAGREE");
        }
        LocalDate settled = day("settled_on");
        LocalDate quarterEnd = LocalDate.of(year, 1, 1).plusMonths(3L * quarter);
        if (settled.getYear() != year || !settled.isBefore(quarterEnd)) {
            return Optional.of("OUT_OF_YEAR");
        }
        return Optional.empty();
    }

    private boolean isBad() {
        if (columns.isEmpty() || text("record_no").isEmpty()) {
            return true;
        }
        if (Texts.day(text("settled_on")).isEmpty()) {
            return true;
        }
        if (isCancellation()) {
            return false;
        }
        if (!text("visit").equals("inpatient") && !text("visit").equals("outpatient")) {
            return true;
        }
        Optional<LocalDate> admitted = Texts.day(text("admitted_on"));
        Optional<LocalDate> discharged = Texts.day(text("discharged_on"));
        if (admitted.isEmpty() || discharged.isEmpty() || discharged.get().isBefore(admitted.get())) {
            return true;
        }
        if (Texts.amount(text("total")).isEmpty()) {
            return true;
        }
        return PARTS.stream().anyMatch(part -> Texts.amount(text(part)).isEmpty());
    }

    private boolean amountsDisagree() {
        BigDecimal sum = PARTS.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount("total").subtract(sum).abs().compareTo(new BigDecimal("0.01")) > 0;
    }

    /** What the row says, however it writes it: 5 is 5.00, and an old number is the new one. */
    List<String> content() {
        if (isCancellation()) {
            return List.of(text("settled_on"), text("cancels"));
        }
        List<String> content = new ArrayList<>();
        content.add(person());
        for (String column : List.of("visit", "admitted_on", "discharged_on", "settled_on", "institution")) {
            content.add(text(column));
        }
        content.add(Texts.yuan(amount("total")));
        PARTS.forEach(part -> content.add(Texts.yuan(amount(part))));
        return content;
    }
}
