package org.huzhu.payments.bank;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huzhu.kernel.Money;
import org.huzhu.roster.PlainTable;
import org.huzhu.roster.PlainTable.Row;

/** What a bank says of an account, line by line: what came in and what went out. */
public record StatementFile(List<Line> lines) {

    private static final int MEBIBYTES_MAX = 100;
    private static final int ROWS_MAX = 500_000;
    private static final int HEADER_WITHIN = 30;
    private static final int SERIAL_MAX = 100;
    private static final int TEXT_MAX = 300;
    private static final Pattern ASIDE = Pattern.compile("\\s|[（(][^）)]*[）)]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})(?:\\D.*)?");

    /** The columns, each with what banks call it. */
    private enum Column {
        SERIAL("交易流水号 流水号 银行流水号 核心流水号"),
        DAY("交易日期 记账日期 入账日期 日期"),
        IN("贷方金额 收入金额 贷方发生额 收入"),
        OUT("借方金额 支出金额 借方发生额 支出"),
        PARTY("对方户名 对方名称 对方账户名称"),
        REMARK("摘要 附言 用途 备注");

        private final String names;

        Column(String names) {
            this.names = " " + names + " ";
        }

        boolean isCalled(String name) {
            return names.contains(" " + name + " ");
        }
    }

    public StatementFile {
        lines = List.copyOf(lines);
    }

    /**
     * A movement.
     *
     * @param sum above zero came in, below zero went out
     */
    public record Line(String serial, LocalDate day, Money sum, String party, String remark) {}

    /**
     * Reads a file.
     *
     * @throws Unreadable if anything in it is not as it must be
     */
    public static StatementFile read(Path file) {
        List<Row> rows;
        try {
            rows = PlainTable.read(file, MEBIBYTES_MAX, ROWS_MAX);
        } catch (PlainTable.Unreadable e) {
            throw new Unreadable(e.place(), e);
        }
        for (int i = 0; i < Math.min(rows.size(), HEADER_WITHIN); i++) {
            Map<Column, Integer> columns = columns(rows.get(i));
            if (columns.keySet().containsAll(Set.of(Column.SERIAL, Column.DAY, Column.IN, Column.OUT))) {
                return new StatementFile(lines(rows.subList(i + 1, rows.size()), columns));
            }
        }
        throw new Unreadable("");
    }

    private static Map<Column, Integer> columns(Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String name = ASIDE.matcher(row.cell(i)).replaceAll("");
            for (Column column : Column.values()) {
                if (!name.isEmpty() && column.isCalled(name)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    /** A row without a serial number sums others up. */
    private static List<Line> lines(List<Row> rows, Map<Column, Integer> columns) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            String serial = cell(row, columns, Column.SERIAL);
            Optional<LocalDate> day = day(cell(row, columns, Column.DAY));
            if (!serial.isEmpty() && day.isPresent()) {
                Money sum = money(row, columns, Column.IN).minus(money(row, columns, Column.OUT));
                if (sum.fen() == 0 || serial.length() > SERIAL_MAX) {
                    throw Unreadable.line(row.number());
                }
                lines.add(new Line(
                        serial,
                        day.get(),
                        sum,
                        cut(cell(row, columns, Column.PARTY)),
                        cut(cell(row, columns, Column.REMARK))));
            }
        }
        return lines;
    }

    private static Money money(Row row, Map<Column, Integer> columns, Column column) {
        String text = cell(row, columns, column).replaceAll("[,，\\s¥￥+-]", "");
        try {
            return text.isEmpty() ? Money.ZERO : Money.parseYuan(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("第 %d 行".formatted(row.number()), e);
        }
    }

    private static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cell(Row row, Map<Column, Integer> columns, Column column) {
        return row.cell(columns.getOrDefault(column, -1));
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
