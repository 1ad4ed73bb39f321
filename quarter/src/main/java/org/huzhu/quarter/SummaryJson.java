package org.huzhu.quarter;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huzhu.quarter.SettlementSummary.InputMark;
import org.huzhu.quarter.SettlementSummary.OutputFile;
import org.huzhu.quarter.SettlementSummary.Rows;

/** Writes a summary as JSON (RFC 8259): the same summary gives the same text. */
final class SummaryJson {

    private SummaryJson() {}

    static String of(SettlementSummary summary) {
        return """
                {
                  "plan": %s,
                  "version": %s,
                  "year": %d,
                  "quarter": %d,
                %s  "sums_fen": %s,
                  "members": %s,
                  "paid_lists": %s,
                  "inputs": %s,
                  "outputs": %s,
                  "notes": %s
                }
                """.formatted(
                        quoted(summary.plan()),
                        quoted(summary.version()),
                        summary.year(),
                        summary.quarter(),
                        counts(summary),
                        sums(summary.sums()),
                        rows(summary.members()),
                        rows(summary.paidLists()),
                        lines(summary.inputs().stream().map(SummaryJson::input)),
                        lines(summary.outputs().stream().map(SummaryJson::output)),
                        lines(summary.notes().stream().map(SummaryJson::quoted)));
    }

    private static String counts(SettlementSummary summary) {
        Rows feed = summary.feed();
        return """
                  "rows_read": %d,
                  "rows_accepted": %d,
                  "rows_rejected": %d,
                  "rejected_by_reason": %s,
                  "cancelling_rows": %d,
                  "cancelled_rows": %d,
                  "persons": %d,
                  "person_times": %d,
                  "year_to_date": {"persons": %d, "person_times": %d},
                  "carried_persons": %d,
                """.formatted(
                        feed.read(),
                        feed.accepted(),
                        feed.read() - feed.accepted(),
                        reasons(feed),
                        summary.cancelling(),
                        summary.cancelled(),
                        summary.persons(),
                        summary.personTimes(),
                        summary.yearPersons(),
                        summary.yearPersonTimes(),
                        summary.carriedPersons());
    }

    private static String reasons(Rows rows) {
        return rows.rejected().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String rows(Rows rows) {
        return "{\"rows_read\": %d, \"rows_accepted\": %d, \"rejected_by_reason\": %s}"
                .formatted(rows.read(), rows.accepted(), reasons(rows));
    }

    private static String sums(SettlementSummary.Sums sums) {
        return """
                {"due": %d, "carried": %d, "entitled": %d, "paid_before": %d, \
                "outpatient_self_pay_1": %d, "inpatient_self_pay_1": %d}""".formatted(
                        sums.dueFen(),
                        sums.carriedFen(),
                        sums.entitledFen(),
                        sums.paidBeforeFen(),
                        sums.outpatientSelfPay1Fen(),
                        sums.inpatientSelfPay1Fen());
    }

    private static String input(InputMark input) {
        return "{\"role\": %s, \"file\": %s, \"bytes\": %d, \"rows\": %d, \"sha256\": %s}"
                .formatted(
                        quoted(input.role()),
                        quoted(input.file()),
                        input.bytes(),
                        input.rows(),
                        quoted(input.sha256()));
    }

    private static String output(OutputFile output) {
        return "{\"file\": %s, \"rows\": %d, \"sha256\": %s}"
                .formatted(quoted(output.file()), output.rows(), quoted(output.sha256()));
    }

    private static String lines(Stream<String> items) {
        String joined = items.collect(Collectors.joining(",\n    "));
        return joined.isEmpty() ? "[]" : "[\n    " + joined + "\n  ]";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
