package org.huzhu.command.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huzhu.command.terminal.Table.Column;
import org.huzhu.history.Manifest;
import org.huzhu.history.Summary;
import org.huzhu.history.Table;

/**
 * What a store of past events holds, for people and for programs.
 *
 * @param bytes how large the files of each table are together
 */
record StoreContents(Path folder, Manifest manifest, Summary summary, Map<Table, Long> bytes) {

    private static final double MEGABYTE = 1e6;
    private static final int SHOWN_MAX = 20;

    /** In Chinese, for a terminal. */
    String text() {
        long rows = sum(manifest.rows());
        long size = sum(bytes);
        String head = """
                历史库 %s（%s）
                会员 %,d 人，事件 %,d 件，%s；各表共 %,d 行，%.1f MB，每行 %.1f 字节，分 %d 部分。
                """.formatted(
                        folder,
                        manifest.madeBy(),
                        manifest.members(),
                        manifest.events(),
                        span(),
                        rows,
                        size / MEGABYTE,
                        perRow(size, rows),
                        manifest.parts());
        return head
                + "\n"
                + years()
                + "\n"
                + counts("计划", "保障期", summary.plans())
                + "\n"
                + counts("办事处", "会员", summary.agencies());
    }

    private String span() {
        return manifest.lastYear() == 0 ? "没有事件和支付" : manifest.firstYear() + " 年至 " + manifest.lastYear() + " 年";
    }

    private static long sum(Map<Table, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double perRow(long bytes, long rows) {
        return rows == 0 ? 0 : (double) bytes / rows;
    }

    private String years() {
        List<Table> tables = List.copyOf(new TreeSet<>(summary.years().keySet()));
        Column[] columns = Stream.concat(
                        Stream.of(Column.text("年份")), tables.stream().map(table -> Column.number(name(table))))
                .toArray(Column[]::new);
        org.huzhu.command.terminal.Table text = new org.huzhu.command.terminal.Table(columns);
        TreeSet<Integer> years = new TreeSet<>();
        summary.years().values().forEach(counts -> years.addAll(counts.keySet()));
        for (int year : years) {
            row(text, String.valueOf(year), tables, table -> count(year, table));
        }
        row(text, "合计", tables, table -> "%,d".formatted(manifest.rows(table)));
        row(
                text,
                "每行字节",
                tables,
                table -> "%.1f".formatted(perRow(bytes.getOrDefault(table, 0L), manifest.rows(table))));
        return text.text();
    }

    private String count(int year, Table table) {
        return "%,d"
                .formatted(summary.years().getOrDefault(table, new TreeMap<>()).getOrDefault(year, 0L));
    }

    private static void row(
            org.huzhu.command.terminal.Table text, String head, List<Table> tables, Function<Table, String> cell) {
        List<String> cells = new ArrayList<>(List.of(head));
        tables.forEach(table -> cells.add(cell.apply(table)));
        text.row(cells.toArray(String[]::new));
    }

    /** The largest first; of very many, the rest in one line. */
    private static String counts(String what, String of, SortedMap<String, Long> counts) {
        org.huzhu.command.terminal.Table text =
                new org.huzhu.command.terminal.Table(Column.text(what), Column.number(of));
        List<Map.Entry<String, Long>> all = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        all.stream().limit(SHOWN_MAX).forEach(each -> text.row(each.getKey(), "%,d".formatted(each.getValue())));
        if (all.size() > SHOWN_MAX) {
            long rest =
                    all.stream().skip(SHOWN_MAX).mapToLong(Map.Entry::getValue).sum();
            text.row("其余 %d 个（--json 有全部）".formatted(all.size() - SHOWN_MAX), "%,d".formatted(rest));
        }
        return text.text();
    }

    private static String name(Table table) {
        return table.kind().map(EventWords::of).orElse(table == Table.TERMS ? "保障期" : "支付");
    }

    /** For programs; the names of the fields do not change, new ones may be added. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("folder", folder.toString());
        root.put("version", manifest.version());
        root.put("madeBy", manifest.madeBy());
        root.put("members", manifest.members());
        root.put("events", manifest.events());
        root.put("parts", manifest.parts());
        root.put("firstYear", manifest.firstYear());
        root.put("lastYear", manifest.lastYear());
        ArrayNode tables = root.putArray("tables");
        for (Table table : Table.values()) {
            ObjectNode node = tables.addObject();
            node.put("table", table.folder());
            node.put("rows", manifest.rows(table));
            node.put("bytes", bytes.getOrDefault(table, 0L));
            ObjectNode years = node.putObject("years");
            summary.years()
                    .getOrDefault(table, new TreeMap<>())
                    .forEach((year, count) -> years.put(String.valueOf(year), count));
        }
        put(root.putObject("plans"), summary.plans());
        put(root.putObject("agencies"), summary.agencies());
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, SortedMap<String, Long> counts) {
        counts.forEach(node::put);
    }
}
