package org.huzhu.payments.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huzhu.kernel.Money;
import org.huzhu.payments.bank.Layout.Cell;
import org.huzhu.payments.bank.Layout.Part;

/** What stands in the cells of a row. */
record Values(List<Cell> cells, List<String> row, int number) {

    private static final Map<String, DateTimeFormatter> DAYS = new ConcurrentHashMap<>();

    /** A value as a cell has it. */
    static String text(Cell cell, Object value) {
        return switch (value) {
            case Money money -> cell.isFen() ? Long.toString(money.fen()) : Tags.yuan(money);
            case LocalDate day -> form(cell).format(day);
            default -> value.toString();
        };
    }

    private static DateTimeFormatter form(Cell cell) {
        return DAYS.computeIfAbsent(cell.form(), DateTimeFormatter::ofPattern);
    }

    private Optional<Integer> place(Part part) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).field().filter(part::equals).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Empty where the layout has no such cell, or nothing stands in it. */
    Optional<String> text(Part part) {
        return place(part).filter(place -> place < row.size()).map(row::get).filter(text -> !text.isEmpty());
    }

    Optional<LocalDate> day(Part part) {
        try {
            return text(part)
                    .map(text ->
                            LocalDate.parse(text, form(cells.get(place(part).orElseThrow()))));
        } catch (DateTimeException e) {
            throw wrong(e);
        }
    }

    Optional<Money> money(Part part) {
        try {
            return text(part)
                    .map(text -> cells.get(place(part).orElseThrow()).isFen()
                            ? Money.ofFen(Long.parseLong(text))
                            : Money.parseYuan(text.replace(",", "")));
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    Optional<Long> count(Part part) {
        try {
            return text(part).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw wrong(e);
        }
    }

    private Unreadable wrong(RuntimeException cause) {
        return new Unreadable("第 %d 行".formatted(number), cause);
    }
}
