package org.huzhu.payments.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huzhu.kernel.Money;
import org.huzhu.payments.bank.AnswerLine.Outcome;
import org.huzhu.payments.bank.Layout.Cell;
import org.huzhu.payments.bank.Layout.Part;
import org.huzhu.payments.bank.Layout.Records;

/** Writes and reads files as a layout describes them. */
final class LayoutForm implements FileForm {

    private final Layout layout;

    LayoutForm(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String name() {
        return layout.name();
    }

    @Override
    public String title() {
        return layout.title();
    }

    @Override
    public String bank() {
        return layout.bank();
    }

    @Override
    public String ending() {
        return layout.form() == Layout.Form.FIXED ? "txt" : layout.form().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int linesMax() {
        return layout.lines();
    }

    @Override
    public int answerDays() {
        return layout.days();
    }

    @Override
    public void write(OutputStream out, FileHead head, Instructions instructions) throws IOException {
        Records records = layout.out();
        Map<Part, Object> whole = new EnumMap<>(Part.class);
        whole.put(Part.NUMBER, head.number());
        whole.put(Part.DAY, head.day());
        whole.put(Part.HOLDER, head.holder());
        whole.put(Part.ACCOUNT, head.account());
        whole.put(Part.COUNT, head.count());
        whole.put(Part.SUM, head.sum());
        try (RowsOut rows = RowsOut.of(layout, out)) {
            begin(rows, records, whole);
            instructions.each(order -> rows.add(records.columns(), cells(records.columns(), of(order))));
            rows.add(records.end(), cells(records.end(), whole));
        }
    }

    private void begin(RowsOut rows, Records records, Map<Part, Object> whole) throws IOException {
        rows.add(records.top(), cells(records.top(), whole));
        if (layout.form() != Layout.Form.FIXED) {
            rows.add(records.columns(), records.titles());
        }
    }

    private static Map<Part, Object> of(Instruction order) {
        Map<Part, Object> values = new EnumMap<>(Part.class);
        values.put(Part.LINE, order.line());
        values.put(Part.REFERENCE, order.reference());
        values.put(Part.CARD, order.card());
        values.put(Part.NAME, order.name());
        values.put(Part.SUM, order.sum());
        values.put(Part.PURPOSE, Pain001.PURPOSE);
        return values;
    }

    private static List<String> cells(List<Cell> cells, Map<Part, Object> values) {
        return cells.stream()
                .map(cell -> cell.text()
                        .orElseGet(() -> Values.text(
                                cell,
                                Optional.ofNullable(values.get(cell.field().orElseThrow()))
                                        .orElse(""))))
                .toList();
    }

    @Override
    public AnswerHead read(Path file, Consumer<AnswerLine> lines) throws IOException {
        List<List<String>> rows = RowsIn.read(layout, layout.back(), file);
        Between between = between(layout.back(), rows);
        Values top = new Values(layout.back().top(), rows.getFirst(), 1);
        LocalDate day = top.day(Part.DAY).orElseThrow(() -> Unreadable.line(1));
        long sum = 0;
        for (int i = between.from(); i < between.until(); i++) {
            AnswerLine line = line(new Values(layout.back().columns(), rows.get(i), i + 1), i + 1, day);
            sum += line.sum().map(Money::fen).orElse(0L);
            lines.accept(line);
        }
        between.requireTotals(sum);
        return new AnswerHead(
                top.text(Part.NUMBER), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), day);
    }

    /** Where the rows of the orders are, and what the last row says of them. */
    private record Between(int from, int until, Values end) {

        void requireTotals(long sum) {
            boolean isCount =
                    end.count(Part.COUNT).filter(count -> count != until - from).isEmpty();
            boolean isSum =
                    end.money(Part.SUM).filter(money -> money.fen() != sum).isEmpty();
            if (!isCount || !isSum) {
                throw new WrongTotal();
            }
        }
    }

    private Between between(Records records, List<List<String>> rows) {
        int from = layout.form() == Layout.Form.FIXED ? 1 : 2;
        int until = rows.size() - 1;
        boolean isWhole = until >= from
                && isLike(records.top(), rows.getFirst())
                && isLike(records.end(), rows.getLast())
                && (from == 1 || rows.get(1).equals(records.titles()));
        if (!isWhole) {
            throw new Unreadable("");
        }
        return new Between(from, until, new Values(records.end(), rows.getLast(), rows.size()));
    }

    private static boolean isLike(List<Cell> cells, List<String> row) {
        return !row.isEmpty()
                && cells.getFirst().text().filter(row.getFirst()::equals).isPresent();
    }

    private AnswerLine line(Values values, int row, LocalDate day) {
        String reference = values.text(Part.REFERENCE).orElseThrow(() -> Unreadable.line(row));
        String result = values.text(Part.RESULT).orElseThrow(() -> Unreadable.line(row));
        Outcome outcome = Optional.ofNullable(layout.results().get(result)).orElse(Outcome.RETURNED);
        Optional<String> words = values.text(Part.WORDS);
        Optional<String> reason = outcome == Outcome.RETURNED
                ? Optional.ofNullable(layout.reasons().get(result))
                        .or(() -> words.map(said -> layout.reasons().getOrDefault(said, said)))
                        .or(() -> Optional.of(result))
                : Optional.empty();
        return new AnswerLine(
                row,
                values.text(Part.SERIAL).orElse(AnswerLine.serial(reference, outcome)),
                reference,
                outcome,
                reason,
                values.money(Part.SUM),
                values.text(Part.NAME),
                values.day(Part.DAY).orElse(day));
    }

    @Override
    public void answer(OutputStream out, AnswerHead head, Iterable<AnswerLine> lines) throws IOException {
        Map<Part, Object> whole = new EnumMap<>(Part.class);
        whole.put(Part.NUMBER, head.file().orElse(""));
        whole.put(Part.DAY, head.day());
        Records records = layout.back();
        int count = 0;
        long sum = 0;
        try (RowsOut rows = RowsOut.of(layout, out)) {
            begin(rows, records, whole);
            for (AnswerLine line : lines) {
                rows.add(records.columns(), cells(records.columns(), of(line)));
                count++;
                sum += line.sum().map(Money::fen).orElse(0L);
            }
            whole.put(Part.COUNT, count);
            whole.put(Part.SUM, Money.ofFen(sum));
            rows.add(records.end(), cells(records.end(), whole));
        }
    }

    private Map<Part, Object> of(AnswerLine line) {
        Map<Part, Object> values = new EnumMap<>(Part.class);
        values.put(Part.LINE, line.row());
        values.put(Part.REFERENCE, line.reference());
        values.put(Part.NAME, line.name().orElse(""));
        line.sum().ifPresent(sum -> values.put(Part.SUM, sum));
        values.put(Part.RESULT, layout.code(line.outcome(), line.reason()));
        values.put(Part.WORDS, line.reason().orElse(""));
        values.put(Part.SERIAL, line.serial());
        values.put(Part.DAY, line.day());
        return values;
    }

    @Override
    public String sent(Path file, Consumer<Instruction> orders) throws IOException {
        List<List<String>> rows = RowsIn.read(layout, layout.out(), file);
        Between between = between(layout.out(), rows);
        List<Instruction> all = new ArrayList<>();
        for (int i = between.from(); i < between.until(); i++) {
            Values values = new Values(layout.out().columns(), rows.get(i), i + 1);
            all.add(new Instruction(
                    all.size() + 1,
                    values.text(Part.REFERENCE).orElse(""),
                    values.text(Part.NAME).orElse(""),
                    values.text(Part.CARD).orElse(""),
                    values.money(Part.SUM).orElse(Money.ZERO)));
        }
        all.forEach(orders);
        return new Values(layout.out().top(), rows.getFirst(), 1)
                .text(Part.NUMBER)
                .orElse("");
    }
}
