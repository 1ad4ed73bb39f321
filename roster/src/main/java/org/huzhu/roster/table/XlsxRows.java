package org.huzhu.roster.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.huzhu.roster.table.RosterRefused.Reason;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of a workbook, one at a time. */
final class XlsxRows implements Rows {

    private static final int ROW_LAST = 1_048_576;
    private static final int COLUMN_LAST = 16_384;

    private final XmlPart xml;
    private final XlsxWorkbook book;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column;
    private int filled;

    XlsxRows(XmlPart xml, XlsxWorkbook book, Limits limits) {
        this.xml = xml;
        this.book = book;
        this.limits = limits;
    }

    @Override
    public Optional<TableRow> next() {
        return Guard.reading(this::nextRow);
    }

    private Optional<TableRow> nextRow() throws XMLStreamException {
        while (xml.next()) {
            if (xml.opens("row")) {
                row = rowNumber(xml.attribute("r"));
                boolean hidden = xml.isSet("hidden");
                List<Cell> cells = cells();
                if (!cells.isEmpty()) {
                    countRow();
                    return Optional.of(new TableRow(row, cells, hidden));
                }
            } else if (xml.closes("sheetData")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void countRow() {
        filled++;
        if (filled > limits.rows()) {
            throw new RosterRefused(
                    Reason.TOO_MANY_ROWS, place(), "有内容的行超过 %,d 行".formatted(limits.rows()), "请分成几个文件上传");
        }
    }

    private int rowNumber(@Nullable String written) {
        int number = written == null ? row + 1 : Integer.parseInt(written);
        if (number < 1 || number > ROW_LAST) {
            throw Guard.damaged("", "有一行的行号是 " + number + "，工作表没有这一行");
        }
        return number;
    }

    private List<Cell> cells() throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        column = -1;
        while (xml.next() && !xml.closes("row")) {
            if (xml.opens("c")) {
                column = columnNumber(xml.attribute("r"));
                Cell cell = cell();
                if (!cell.isBlank()) {
                    put(cells, cell);
                }
            }
        }
        return cells;
    }

    private void put(List<Cell> cells, Cell cell) {
        if (column >= limits.columns()) {
            throw new RosterRefused(
                    Reason.TOO_MANY_COLUMNS,
                    place(),
                    "第 %d 列还有内容，最多可以有 %d 列".formatted(column + 1, limits.columns()),
                    "请删去名册以外的列，保存后重新上传");
        }
        while (cells.size() < column) {
            cells.add(Cell.BLANK);
        }
        if (column < cells.size()) {
            cells.set(column, cell);
        } else {
            cells.add(cell);
        }
    }

    /** The column of a reference such as AB12, from 0. */
    private int columnNumber(@Nullable String reference) {
        if (reference == null) {
            return column + 1;
        }
        int number = 0;
        for (int i = 0; i < reference.length() && number <= COLUMN_LAST; i++) {
            int letter = reference.charAt(i) - 'A';
            if (letter < 0 || letter >= 26) {
                break;
            }
            number = number * 26 + letter + 1;
        }
        if (number < 1 || number > COLUMN_LAST) {
            throw Guard.damaged(place(), "有一格的位置写错了");
        }
        return number - 1;
    }

    private Cell cell() throws XMLStreamException {
        String type = xml.attribute("t", "n");
        String style = xml.attribute("s", "");
        boolean calculated = false;
        boolean valued = false;
        text.setLength(0);
        while (xml.next() && !xml.closes("c")) {
            if (xml.opens("v") || xml.opens("t")) {
                valued = true;
                xml.addText(text, limits.cellSigns());
            } else if (xml.opens("f")) {
                calculated = true;
            } else if (xml.opens("rPh")) {
                SharedTexts.pass(xml, "rPh");
            }
        }
        if (!valued || text.isEmpty()) {
            return calculated && !type.equals("str") ? new Cell(Cell.Kind.UNCALCULATED, "") : Cell.BLANK;
        }
        return cell(type, style, text.toString());
    }

    private Cell cell(String type, String style, String stored) {
        return switch (type) {
            case "s" -> Cell.text(book.texts().get(stored));
            case "str", "inlineStr" -> Cell.text(stored);
            case "b" -> Cell.text(stored.equals("1") ? "TRUE" : "FALSE");
            case "e" -> new Cell(Cell.Kind.ERROR, stored);
            case "d" -> Cell.text(stored);
            case "n" -> number(style, stored);
            default -> throw Guard.damaged(place(), "有一格的类型不认识");
        };
    }

    private Cell number(String style, String stored) {
        if (stored.isBlank()) {
            return Cell.BLANK;
        }
        if (!style.isEmpty() && book.styles().isDay(Integer.parseInt(style))) {
            Optional<LocalDate> day = book.serials().day(Double.parseDouble(stored));
            if (day.isPresent()) {
                return new Cell(Cell.Kind.DAY, day.get().toString());
            }
        }
        return new Cell(Cell.Kind.NUMBER, CellNumber.text(stored));
    }

    private String place() {
        return "第 " + row + " 行";
    }

    @Override
    public void close() {
        xml.close();
    }
}
