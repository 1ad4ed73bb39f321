package org.huzhu.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huzhu.roster.table.RosterRefused;
import org.huzhu.roster.table.RosterRefused.Reason;
import org.huzhu.roster.table.Rows;
import org.huzhu.roster.table.Sheet;
import org.huzhu.roster.table.TableRow;
import org.huzhu.roster.table.Workbook;

/** Looks for the roster in a workbook: the first sheet that can be seen and has a header. */
final class RosterSearch {

    private static final int SHOWN_MAX = 20;
    private static final int SHOWN_SIGNS_MAX = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d{6,}");

    private final Workbook book;
    private final RosterOrder order;
    private final List<String> filled = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private List<TableRow> seen = List.of();

    RosterSearch(Workbook book, RosterOrder order) {
        this.book = book;
        this.order = order;
    }

    Roster.Found find() {
        Mapping mapping = mapping();
        Roster.Found found = null;
        for (Sheet sheet : book.sheets()) {
            if (sheet.name().equals(Template.MARK_SHEET)) {
                continue;
            }
            if (found != null || !sheet.visible()) {
                note(sheet);
            } else {
                found = in(sheet, mapping);
            }
        }
        if (found == null) {
            throw noHeader();
        }
        requireColumns(found.header());
        if (!filled.isEmpty()) {
            notices.add("还有内容的工作表没有读：" + String.join("、", filled));
        }
        return new Roster.Found(found.rows(), found.header(), found.ahead(), notices);
    }

    private Mapping mapping() {
        for (Sheet sheet : book.sheets()) {
            if (sheet.name().equals(Template.MARK_SHEET)) {
                try (Rows rows = book.rows(sheet)) {
                    String mark = rows.next().map(row -> row.cell(0).text()).orElse("");
                    Template.notice(mark).ifPresent(notices::add);
                    return order.remembered().before(Template.mapping(mark));
                }
            }
        }
        return order.remembered();
    }

    private Roster.@org.jspecify.annotations.Nullable Found in(Sheet sheet, Mapping mapping) {
        Rows rows = book.rows(sheet);
        try {
            List<TableRow> first = new ArrayList<>();
            for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                first.add(row.get());
                if (first.size() > HeaderSearch.ROWS) {
                    break;
                }
            }
            Optional<Header> header = new HeaderSearch(mapping).in(first);
            if (header.isPresent()) {
                int last = header.get().lastRow();
                List<TableRow> ahead =
                        first.stream().filter(row -> row.number() > last).toList();
                return new Roster.Found(rows, header.get(), ahead, List.of());
            }
            if (!first.isEmpty()) {
                filled.add("“" + sheet.name() + "”");
                seen = seen.isEmpty() ? first : seen;
            }
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
        rows.close();
        return null;
    }

    private void note(Sheet sheet) {
        try (Rows rows = book.rows(sheet)) {
            if (rows.next().isPresent()) {
                filled.add("“" + sheet.name() + "”" + (sheet.visible() ? "" : "（隐藏）"));
            }
        }
    }

    private RosterRefused noHeader() {
        if (seen.isEmpty()) {
            return new RosterRefused(
                    Reason.EMPTY,
                    "",
                    filled.isEmpty() ? "文件里没有内容" : "看得见的工作表里没有内容，有内容的是 " + String.join("、", filled),
                    "请检查是否保存，或者取消隐藏后重新上传");
        }
        List<String> widest = seen.stream()
                .map(RosterSearch::shown)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        return new RosterRefused(
                Reason.NO_HEADER,
                "前 " + HeaderSearch.ROWS + " 行",
                "没有找到表头；看到的有 " + String.join("、", widest),
                "请在第一行写上列名，至少有“姓名”和“证件号码”");
    }

    private static List<String> shown(TableRow row) {
        return shown(row.cells().stream().map(cell -> cell.text().strip()).toList());
    }

    /** Numbers are left out: where there is no header, these may be people. */
    private static List<String> shown(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty() && !NUMBER.matcher(text).find())
                .map(text -> text.length() > SHOWN_SIGNS_MAX
                        ? text.substring(0, text.offsetByCodePoints(0, SHOWN_SIGNS_MAX / 2)) + "…"
                        : text)
                .map(text -> "“" + text + "”")
                .limit(SHOWN_MAX)
                .toList();
    }

    private void requireColumns(Header header) {
        List<Column> missing = Arrays.stream(Column.values())
                .filter(column ->
                        order.needed().contains(column) && !header.places().containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            String names =
                    missing.stream().map(each -> "“" + each.title() + "”").collect(Collectors.joining("、"));
            throw new RosterRefused(
                    Reason.MISSING_COLUMN,
                    "第 " + header.firstRow() + " 行的表头",
                    "没有" + names + "；看到的有 " + String.join("、", shown(header.texts())),
                    "请补上这一列，或者告诉系统哪一列是" + names);
        }
    }
}
