package org.huzhu.payments.bank;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huzhu.kernel.Require;
import org.huzhu.payments.bank.AnswerLine.Outcome;

/**
 * A bank's own form of files, as a YAML file describes it.
 *
 * @param back what it answers in
 * @param results what its codes for results mean; all others mean that the order was given back
 * @param reasons what its codes or words for failures are in ISO 20022
 */
record Layout(
        String name,
        String title,
        String bank,
        Form form,
        Charset encoding,
        int lines,
        int days,
        Records out,
        Records back,
        Map<String, Outcome> results,
        Map<String, String> reasons) {

    /** How the cells of a row are held apart. */
    enum Form {
        CSV,
        FIXED,
        XLSX
    }

    /** What a file consists of: a row at its top and one at its end, each known by its first cell, and rows between. */
    record Records(List<Cell> top, List<Cell> columns, List<Cell> end) {

        Records {
            top = List.copyOf(top);
            columns = List.copyOf(columns);
            end = List.copyOf(end);
            Require.that(begins(top) && begins(end), "The first and the last row of a layout begin with a text");
        }

        private static boolean begins(List<Cell> cells) {
            return !cells.isEmpty() && cells.getFirst().text().isPresent();
        }

        List<String> titles() {
            return columns.stream().map(Cell::title).toList();
        }
    }

    /**
     * A cell of a row.
     *
     * @param title above it; empty where there are no titles
     * @param field what stands in it; empty where it is always the same text
     * @param width in bytes; zero where cells are separated
     * @param isRight whether it is filled with zeros on its left, else with blanks on its right
     * @param isFen whether a sum is in fen, else in yuan with both decimals
     * @param form of a day
     */
    record Cell(
            String title,
            Optional<Part> field,
            Optional<String> text,
            int width,
            boolean isRight,
            boolean isFen,
            String form) {}

    /** What can stand in a cell. */
    enum Part {
        NUMBER,
        DAY,
        COUNT,
        SUM,
        HOLDER,
        ACCOUNT,
        LINE,
        REFERENCE,
        CARD,
        NAME,
        PURPOSE,
        RESULT,
        WORDS,
        SERIAL
    }

    Layout {
        results = Map.copyOf(results);
        reasons = Map.copyOf(reasons);
        Require.that(lines > 0 && days > 0, "The layout %s has lines and days above zero", name);
    }

    /** The bank's code for an outcome, or for the reason of a return. */
    String code(Outcome outcome, Optional<String> reason) {
        if (outcome == Outcome.RETURNED) {
            return reason.flatMap(code -> key(reasons, code)).orElse("9999");
        }
        return key(results, outcome).orElseThrow();
    }

    private static <V> Optional<String> key(Map<String, V> map, V value) {
        return map.entrySet().stream()
                .filter(each -> each.getValue().equals(value))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
