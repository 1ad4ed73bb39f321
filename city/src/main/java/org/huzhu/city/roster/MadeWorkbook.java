package org.huzhu.city.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a made-up roster as a workbook of the least parts that one needs; people are made twice rather than kept. */
final class MadeWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "application/vnd.openxmlformats-package.relationships+xml";
    private static final int FLUSH = 1 << 14;

    private final int rows;
    private final MadeRow maker;
    private final boolean sharing;
    private final StringBuilder text = new StringBuilder();
    private int shared;

    MadeWorkbook(int rows, MadeRow maker, boolean sharing) {
        this.rows = rows;
        this.maker = maker;
        this.sharing = sharing;
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        part(
                zip,
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"" + RELATIONS + "\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + type("workbook", "sheet.main") + type("worksheets/sheet1", "worksheet")
                        + type("styles", "styles")
                        + type("sharedStrings", "sharedStrings") + "</Types>");
        part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part(
                zip,
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=" + MAIN + " xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                        + relation(2, "styles", "styles.xml")
                        + relation(3, "sharedStrings", "sharedStrings.xml")));
        part(
                zip,
                "xl/styles.xml",
                HEAD + "<styleSheet xmlns=" + MAIN + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        writeSheet(zip);
        writeTexts(zip);
        zip.finish();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String all) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    /** A part begins at a fixed time, so that the same order gives the same bytes. */
    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        begin(zip, name);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void writeSheet(ZipOutputStream zip) throws IOException {
        begin(zip, "xl/worksheets/sheet1.xml");
        text.append(HEAD).append("<worksheet xmlns=").append(MAIN).append("><sheetData>");
        row(1, MadeRow.HEADER.stream().map(MadeCell::text).toList());
        for (int i = 0; i < rows; i++) {
            row(i + 2, maker.cells(i));
            flush(zip, FLUSH);
        }
        text.append("</sheetData></worksheet>");
        flush(zip, 0);
        zip.closeEntry();
    }

    private void row(int number, List<MadeCell> cells) {
        text.append("<row r=\"").append(number).append("\">");
        for (int column = 0; column < cells.size(); column++) {
            MadeCell cell = cells.get(column);
            if (!cell.text().isEmpty()) {
                text.append("<c r=\"")
                        .append((char) ('A' + column))
                        .append(number)
                        .append('"');
                cell(cell);
            }
        }
        text.append("</row>");
    }

    private void cell(MadeCell cell) {
        switch (cell.kind()) {
            case NUMBER -> text.append("><v>").append(cell.text()).append("</v></c>");
            case DAY -> text.append(" s=\"1\"><v>").append(cell.text()).append("</v></c>");
            case ERROR -> text.append(" t=\"e\"><v>").append(cell.text()).append("</v></c>");
            case TEXT -> {
                if (sharing) {
                    text.append(" t=\"s\"><v>").append(shared).append("</v></c>");
                    shared++;
                } else {
                    text.append(" t=\"inlineStr\"><is>");
                    escaped(cell.text());
                    text.append("</is></c>");
                }
            }
        }
    }

    private void escaped(String plain) {
        text.append("<t xml:space=\"preserve\">");
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            switch (sign) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                default -> text.append(sign);
            }
        }
        text.append("</t>");
    }

    private void writeTexts(ZipOutputStream zip) throws IOException {
        begin(zip, "xl/sharedStrings.xml");
        text.append(HEAD).append("<sst xmlns=").append(MAIN).append('>');
        if (sharing) {
            MadeRow.HEADER.forEach(title -> item(MadeCell.text(title)));
            for (int i = 0; i < rows; i++) {
                maker.cells(i).forEach(this::item);
                flush(zip, FLUSH);
            }
        }
        text.append("</sst>");
        flush(zip, 0);
        zip.closeEntry();
    }

    private void item(MadeCell cell) {
        if (cell.kind() == MadeCell.Kind.TEXT && !cell.text().isEmpty()) {
            text.append("<si>");
            escaped(cell.text());
            text.append("</si>");
        }
    }

    private void flush(ZipOutputStream zip, int above) throws IOException {
        if (text.length() > above) {
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
