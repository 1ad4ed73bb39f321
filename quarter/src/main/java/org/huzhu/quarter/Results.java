package org.huzhu.quarter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huzhu.quarter.Part.Reject;
import org.huzhu.quarter.SettlementSummary.InputMark;
import org.huzhu.quarter.SettlementSummary.OutputFile;
import org.huzhu.quarter.SettlementSummary.Rows;
import org.huzhu.quarter.table.Aside;
import org.huzhu.quarter.table.Blocks.Loaded;
import org.huzhu.quarter.table.CsvLines;
import org.huzhu.quarter.table.CsvOut;

/** Writes the four files of a settlement. */
final class Results {

    private static final String FORMULA_BEGINS = "=+-@\t\r";
    private static final String REJECTS_HEADER = "file,line,record_no,reason,detail";

    private final SettlementRequest request;
    private final QuarterRule rule;
    private final List<Loaded<? extends Part>> inputs;
    private final List<Reject> rejects;
    private final SettlementListener listener;

    /** Takes what is to be written; the rejects in the order of the inputs, then of the lines. */
    Results(
            SettlementRequest request,
            QuarterRule rule,
            List<Loaded<? extends Part>> inputs,
            List<Reject> rejects,
            SettlementListener listener) {
        this.request = request;
        this.rule = rule;
        this.inputs = inputs;
        this.rejects = rejects;
        this.listener = listener;
    }

    SettlementSummary write(Aside aside, Register register, Feed feed, Dues dues, PaidBefore[] paid)
            throws IOException {
        OutputFile payments = dues.payments().write(aside, "payments.csv", listener);
        OutputFile carried = dues.carried().write(aside, "carried.csv", listener);
        OutputFile rejected = writeRejects(aside);
        SettlementSummary summary = new SettlementSummary(
                rule.plan(),
                rule.version(),
                request.year(),
                request.quarter(),
                rows(InputKind.FEED),
                feed.cancelling(),
                feed.cancelled(),
                rows(InputKind.MEMBERS),
                rows(InputKind.PAID),
                payments.rows(),
                payments.rows(),
                dues.personsPaid(),
                Arrays.stream(paid).mapToLong(PaidBefore::payments).sum() + payments.rows(),
                carried.rows(),
                dues.sums(),
                inputs.stream().map(Results::mark).toList(),
                List.of(payments, carried, rejected),
                notes(paid, register.furtherNumbers()));
        try (OutputStream out = aside.open("summary.json")) {
            out.write(SummaryJson.of(summary).getBytes(StandardCharsets.UTF_8));
        }
        return summary;
    }

    private OutputFile writeRejects(Aside aside) throws IOException {
        List<String> names = inputs.stream().map(each -> each.file().name()).toList();
        CsvLines lines = new CsvLines();
        try (CsvOut out = new CsvOut(aside.open("rejects.csv"), REJECTS_HEADER)) {
            for (Reject reject : rejects) {
                lines.text(plain(names.get(reject.file())));
                lines.number(reject.line());
                lines.text(plain(reject.recordNo()));
                lines.text(reject.reason().name());
                lines.text(plain(reject.detail()));
                lines.endRow();
                out.drain(lines);
            }
            return new OutputFile("rejects.csv", rejects.size(), out.finish());
        }
    }

    /** What others wrote stands in the list as text: a spreadsheet takes what begins so for a formula. */
    private static String plain(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private Rows rows(InputKind kind) {
        Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            rejected.put(reason, 0L);
        }
        for (Reject reject : rejects) {
            if (kind.isOf(inputs.get(reject.file()).file())) {
                rejected.merge(reject.reason(), 1L, Long::sum);
            }
        }
        long read = inputs.stream()
                .filter(each -> kind.isOf(each.file()))
                .mapToLong(Loaded::rowsRead)
                .sum();
        long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
        return new Rows(read, read - refused, rejected);
    }

    private List<String> notes(PaidBefore[] paid, int furtherNumbers) {
        List<String> notes = new ArrayList<>();
        if (rule.illustrative()) {
            notes.add("“" + rule.plan() + " " + rule.version() + "”的" + rule.clause() + "含示意数，结果不能据以支付");
        }
        if (furtherNumbers > 0) {
            notes.add("名册有" + furtherNumbers + "行给同一人登记了另一个会员号；按身份证号视为同一人，只支付一次");
        }
        for (int quarter = 1; quarter < request.quarter(); quarter++) {
            int wanted = quarter;
            if (Arrays.stream(paid).noneMatch(drawer -> drawer.hasQuarter(wanted))) {
                notes.add("没有读到第" + quarter + "季度的支付；若该季度确有支付，请用--paid给出它的payments.csv，否则会重复支付");
            }
        }
        noteTwins(notes);
        for (Loaded<? extends Part> input : inputs) {
            if (InputKind.PAID.isOf(input.file())) {
                note(notes, input);
            }
        }
        return notes;
    }

    /** A feed that is there twice changes nothing, but somebody probably meant another file. */
    private void noteTwins(List<String> notes) {
        Map<String, String> seen = new HashMap<>();
        for (Loaded<? extends Part> input : inputs) {
            String name = input.file().name();
            String twin = seen.putIfAbsent(input.sha256(), name);
            if (twin != null && input.rowsRead() > 0 && InputKind.FEED.isOf(input.file())) {
                notes.add(name + "与" + twin + "内容完全相同，各行都作为重复行拒收；请核对是否少给了一个文件");
            }
        }
    }

    private static void note(List<String> notes, Loaded<? extends Part> list) {
        String name = list.file().name();
        long unpaid = 0;
        long kept = 0;
        long refused = 0;
        for (Part part : list.parts()) {
            refused += part.rejects().size();
            kept += part.size();
            for (int i = 0; part instanceof PaidPart paid && i < part.size(); i++) {
                unpaid += paid.dueFen(i) <= 0 ? 1 : 0;
            }
        }
        if (unpaid > 0 && unpaid == kept) {
            notes.add(name + "里没有一笔支付，像是结转清单（carried.csv），没有计入已付");
        }
        if (refused > 0) {
            notes.add(name + "有" + refused + "行读不出，没有计入已付；请对照rejects.csv改正后重新运行，否则可能重复支付");
        }
    }

    private static InputMark mark(Loaded<? extends Part> input) {
        return new InputMark(
                input.file().option(), input.file().name(), input.bytes(), input.rowsRead(), input.sha256());
    }
}
