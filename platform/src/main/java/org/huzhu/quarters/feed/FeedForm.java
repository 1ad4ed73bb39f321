package org.huzhu.quarters.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an insurance office writes its feed, as a YAML file describes it.
 *
 * <p>What cannot be understood in a cell is passed on as it stands: the settlement rejects the row, and the list of
 * rejects shows what was there.
 *
 * @param columns what their column is called, by ours
 * @param empty which of our columns stands in for an empty cell, by ours
 * @param isFen whether sums are in fen
 * @param days the form of their days
 * @param visits what their words for kinds of visits mean
 */
record FeedForm(
        String name,
        String title,
        char separator,
        Map<String, String> columns,
        Map<String, String> empty,
        boolean isFen,
        DateTimeFormatter days,
        Map<String, String> visits) {

    private static final Set<String> DAYS = Set.of("admitted_on", "discharged_on", "settled_on");
    private static final Set<String> SUMS =
            Set.of("total", "fund_paid", "large_sum_paid", "self_pay_1", "self_pay_2", "own_cost");

    FeedForm {
        columns = Map.copyOf(columns);
        empty = Map.copyOf(empty);
        visits = Map.copyOf(visits);
    }

    /** What is missing among the columns of a file; empty where it has all. */
    Optional<String> missing(List<String> theirs) {
        return columns.values().stream()
                .filter(column -> !theirs.contains(column))
                .sorted()
                .findFirst();
    }

    /** What stands in our column, where their row has these cells. */
    String cell(String ours, Map<String, String> row) {
        String there = row.getOrDefault(columns.getOrDefault(ours, ""), "").strip();
        if (there.isEmpty() && empty.containsKey(ours)) {
            return cell(empty.getOrDefault(ours, ""), row);
        }
        if (DAYS.contains(ours)) {
            return day(there);
        }
        return SUMS.contains(ours) ? sum(there) : ours.equals("visit") ? visits.getOrDefault(there, there) : there;
    }

    private String day(String there) {
        try {
            return there.isEmpty() ? there : LocalDate.parse(there, days).toString();
        } catch (DateTimeException _) {
            return there;
        }
    }

    private String sum(String there) {
        try {
            return isFen && !there.isEmpty()
                    ? new BigDecimal(there).movePointLeft(2).setScale(2).toPlainString()
                    : there;
        } catch (ArithmeticException | NumberFormatException _) {
            return there;
        }
    }
}
