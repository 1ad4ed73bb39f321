package org.huzhu.roster.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that they can hold whatever a program, or an enemy, might write. */
public final class Handmade {

    private static final String SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** How fastexcel writes a sign beyond ASCII. */
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]{2,6});");

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    public Handmade() {
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", relation("rId1", "officeDocument", "xl/workbook.xml", true));
        parts.put("xl/styles.xml", """
                <styleSheet><numFmts>\
                <numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>\
                <numFmt numFmtId="181" formatCode="[Red]0.00"/></numFmts>\
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="180"/><xf numFmtId="181"/></cellXfs>\
                </styleSheet>""");
    }

    private static String relation(String id, String type, String target, boolean alone) {
        String relation = "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, SCHEMA, type, target);
        return alone ? "<Relationships>" + relation + "</Relationships>" : relation;
    }

    /** A sheet of the rows, as XML. */
    public Handmade sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>".formatted(name, count, state, count));
        relations.append(relation("s" + count, "worksheet", "worksheets/sheet" + count + ".xml", false));
        parts.put("xl/worksheets/sheet" + count + ".xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    public Handmade sheet(String rows) {
        return sheet("Sheet" + (count + 1), "visible", rows);
    }

    public Handmade part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public Handmade counting1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** All parts by their names. */
    public Map<String, String> parts() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.putIfAbsent(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + SCHEMA + "\">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
        all.putIfAbsent("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return all;
    }

    public byte[] bytes() {
        return zipped(parts());
    }

    /** A zip of the parts. */
    public static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The parts of a zip, as text, its references to signs resolved. */
    public static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path file = Files.createTempFile("unzipped", "");
        try {
            Files.write(file, bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), read(zip, entry));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts;
    }

    private static String read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return REFERENCE
                    .matcher(text)
                    .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        }
    }

    public Path in(Path folder) {
        return file(folder, bytes());
    }

    /** A file of a name that says nothing. */
    public static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("file"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path text(Path folder, String text, Charset charset) {
        return file(folder, text.getBytes(charset));
    }

    /** A row of texts, each in its cell. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append(
                    texts[i].startsWith("<c")
                            ? texts[i].replaceFirst("@", "" + (char) ('A' + i) + number)
                            : text(i, number, texts[i]));
        }
        return row.append("</row>").toString();
    }

    private static String text(int column, int row, String text) {
        return "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted((char) ('A' + column), row, text);
    }

    /** A cell of a number in a style; its place is put in by {@link #row}. */
    public static String number(String value, int style) {
        return "<c r=\"@\" s=\"%d\"><v>%s</v></c>".formatted(style, value);
    }
}
