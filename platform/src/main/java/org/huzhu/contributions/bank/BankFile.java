package org.huzhu.contributions.bank;

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
import java.util.stream.Collectors;
import org.huzhu.kernel.Money;
import org.huzhu.roster.PlainTable;
import org.huzhu.roster.PlainTable.Row;

/** What a bank says came into an account (银行流水), line by line; what went out is left aside. */
public record BankFile(List<Line> lines) {

    private static final int MEBIBYTES_MAX = 20;
    private static final int ROWS_MAX = 50_000;
    private static final int HEADER_WITHIN = 30;
    private static final int SERIAL_MAX = 100;
    private static final int TEXT_MAX = 300;

    private static final Pattern ASIDE = Pattern.compile("\\s|[（(][^）)]*[）)]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})(?:\\D.*|\\d{6})?");
    private static final Pattern RUINED = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+\\d+");
    private static final Pattern TOTAL = Pattern.compile("(合计|总计|小计|共计|本页).*");
    private static final Set<String> IN = Set.of("贷", "贷方", "收", "收入", "C", "转入");

    /** The columns, each with what banks call it. */
    private enum Column {
        SERIAL("交易流水号 流水号 银行流水号 核心流水号 交易流水 交易序号 账户明细编号-交易流水号"),
        DAY("交易日期 记账日期 入账日期 交易时间 记账日 日期"),
        CREDIT("贷方金额 收入金额 贷方发生额 贷方 收入 存入金额 转入金额"),
        AMOUNT("交易金额 发生额 金额"),
        DIRECTION("借贷标志 借贷方向 借贷 收支 收支方向"),
        PAYER("对方户名 对方名称 对方账户名称 付款人名称 付款方户名 付款人 对手方名称"),
        REMARK("摘要 附言 用途 备注 交易附言 交易摘要 客户附言");

        private final String names;

        Column(String names) {
            this.names = " " + names + " ";
        }

        boolean isCalled(String name) {
            return names.contains(" " + name + " ");
        }
    }

    public BankFile {
        lines = List.copyOf(lines);
    }

    /**
     * Money that came in.
     *
     * @param row where it stands in the file
     * @param serial what the bank numbers it with
     */
    public record Line(int row, String serial, LocalDate day, Money sum, String payer, String remark) {}

    /** A file that cannot be taken; nothing of it was. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Why why;
        private final String place;

        Wrong(Why why, String place) {
            super("%s at %s".formatted(why, place));
            this.why = why;
            this.place = place;
        }

        public Why why() {
            return why;
        }

        /** Which row, in Chinese; empty where it is all of it. */
        public String place() {
            return place;
        }
    }

    /** Why a file cannot be taken. */
    public enum Why {
        NO_TABLE,
        NO_HEADER,
        ROW
    }

    /**
     * Reads a file.
     *
     * @throws Wrong if anything in it is not as it must be
     */
    public static BankFile read(Path file) {
        List<Row> rows;
        try {
            rows = PlainTable.read(file, MEBIBYTES_MAX, ROWS_MAX);
        } catch (PlainTable.Unreadable e) {
            Wrong wrong = new Wrong(Why.NO_TABLE, e.place());
            wrong.initCause(e);
            throw wrong;
        }
        for (int i = 0; i < Math.min(rows.size(), HEADER_WITHIN); i++) {
            Map<Column, List<Integer>> columns = columns(rows.get(i));
            if (isHeader(columns)) {
                return new BankFile(lines(rows.subList(i + 1, rows.size()), columns));
            }
        }
        throw new Wrong(Why.NO_HEADER, "");
    }

    private static Map<Column, List<Integer>> columns(Row row) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String name = ASIDE.matcher(row.cell(i)).replaceAll("");
            for (Column column : Column.values()) {
                if (column.isCalled(name)) {
                    columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(i);
                }
            }
        }
        return columns;
    }

    private static boolean isHeader(Map<Column, List<Integer>> columns) {
        return columns.containsKey(Column.SERIAL)
                && columns.containsKey(Column.DAY)
                && (columns.containsKey(Column.CREDIT)
                        || (columns.containsKey(Column.AMOUNT) && columns.containsKey(Column.DIRECTION)));
    }

    private static List<Line> lines(List<Row> rows, Map<Column, List<Integer>> columns) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            String serial = cell(row, columns, Column.SERIAL);
            boolean isAside = serial.isEmpty() && cell(row, columns, Column.DAY).isEmpty();
            boolean isTotal = row.cells().stream()
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .filter(cell -> TOTAL.matcher(cell).matches())
                    .isPresent();
            Optional<Money> sum = isAside || isTotal ? Optional.empty() : sum(row, columns);
            if (sum.isPresent()) {
                lines.add(line(row, columns, serial, sum.get()));
            }
        }
        return lines;
    }

    private static Line line(Row row, Map<Column, List<Integer>> columns, String serial, Money sum) {
        boolean isSerial = !serial.isEmpty() && serial.length() <= SERIAL_MAX;
        if (!isSerial || RUINED.matcher(serial).matches() || !sum.isPositive()) {
            throw wrong(row);
        }
        return new Line(
                row.number(),
                serial,
                day(row, cell(row, columns, Column.DAY)),
                sum,
                cut(cell(row, columns, Column.PAYER)),
                cut(cell(row, columns, Column.REMARK)));
    }

    /** What came in; empty where nothing did. */
    private static Optional<Money> sum(Row row, Map<Column, List<Integer>> columns) {
        if (columns.containsKey(Column.CREDIT)) {
            return money(row, cell(row, columns, Column.CREDIT));
        }
        boolean cameIn = IN.contains(cell(row, columns, Column.DIRECTION));
        return cameIn ? money(row, cell(row, columns, Column.AMOUNT)) : Optional.empty();
    }

    private static Optional<Money> money(Row row, String text) {
        String bare = text.replaceAll("[,，\\s¥￥+]", "");
        if (bare.isEmpty() || bare.equals("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parseYuan(bare)).filter(money -> money.fen() != 0);
        } catch (IllegalArgumentException e) {
            throw wrong(row);
        }
    }

    private static LocalDate day(Row row, String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw wrong(row);
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException e) {
            throw wrong(row);
        }
    }

    private static Wrong wrong(Row row) {
        return new Wrong(Why.ROW, "第 %d 行".formatted(row.number()));
    }

    private static String cell(Row row, Map<Column, List<Integer>> columns, Column column) {
        return columns.getOrDefault(column, List.of()).stream()
                .map(row::cell)
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
