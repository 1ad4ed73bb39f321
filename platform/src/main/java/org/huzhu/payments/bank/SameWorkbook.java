package org.huzhu.payments.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huzhu.payments.bank.Layout.Cell;

/**
 * Writes a workbook of one sheet, all cells text. What makes workbooks elsewhere in the house stamps them with the
 * moment; a payment file is to have the same bytes each time.
 */
final class SameWorkbook implements RowsOut {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    SameWorkbook(OutputStream out) throws IOException {
        this.zip = new ZipOutputStream(out, UTF_8);
        part("[Content_Types].xml", """
                <Types xmlns="%scontent-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>\
                """.formatted(PACKAGE, TYPE, TYPE));
        part("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets>\
                </workbook>\
                """.formatted(MAIN, OFFICE));
        begin("xl/worksheets/sheet1.xml");
        write("<worksheet xmlns=\"%s\"><sheetData>".formatted(MAIN));
    }

    private static String relation(String kind, String target) {
        return """
                <Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>\
                """.formatted(PACKAGE, OFFICE, kind, target);
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        write(content);
        zip.closeEntry();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(UTF_8));
    }

    @Override
    public void add(List<Cell> cells, List<String> row) throws IOException {
        StringBuilder line = new StringBuilder("<row>");
        for (String cell : row) {
            line.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</t></is></c>");
        }
        write(line.append("</row>").toString());
    }

    @Override
    public void close() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
        zip.finish();
    }
}
