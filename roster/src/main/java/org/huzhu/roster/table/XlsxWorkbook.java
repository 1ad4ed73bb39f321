package org.huzhu.roster.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.huzhu.roster.table.RosterRefused.Reason;

/** A workbook of Office Open XML (ECMA-376), either edition, with or without macros. */
final class XlsxWorkbook implements Workbook {

    private static final String MAIN = "xl/workbook.xml";
    private static final int SHEETS_MAX = 1_000;
    private static final String AS_XLSX = "请另存为“Excel 工作簿（.xlsx）”后重新上传";

    private final ZipParts parts;
    private final Limits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private Serials serials = Serials.FROM_1900;
    private DayStyles styles = new DayStyles();
    private SharedTexts texts = new SharedTexts();

    private XlsxWorkbook(ZipParts parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static Workbook open(Path file, Limits limits) throws IOException, XMLStreamException {
        ZipParts parts = new ZipParts(file, limits);
        try {
            XlsxWorkbook book = new XlsxWorkbook(parts, limits);
            book.read();
            return book;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void read() throws IOException, XMLStreamException {
        String main = related("_rels/.rels", "").getOrDefault("/officeDocument", MAIN);
        Optional<InputStream> found = parts.open(main);
        if (found.isEmpty() || main.endsWith(".bin") || main.startsWith("word/") || main.startsWith("ppt/")) {
            throw noWorkbook(main);
        }
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        Map<String, String> related = related(relations, folder);
        try (XmlPart xml = new XmlPart(found.get())) {
            readSheets(xml, related);
        }
        Optional<InputStream> stylePart = parts.open(related.getOrDefault("/styles", folder + "styles.xml"));
        if (stylePart.isPresent()) {
            try (XmlPart xml = new XmlPart(stylePart.get())) {
                styles = new DayStyles(xml);
            }
        }
        Optional<InputStream> textPart =
                parts.open(related.getOrDefault("/sharedStrings", folder + "sharedStrings.xml"));
        if (textPart.isPresent()) {
            try (XmlPart xml = new XmlPart(textPart.get())) {
                texts = new SharedTexts(xml, limits);
            }
        }
    }

    private RosterRefused noWorkbook(String main) {
        if (main.endsWith(".bin") || parts.has("xl/workbook.bin")) {
            return new RosterRefused(Reason.BINARY_WORKBOOK, "", "这是二进制的工作簿（.xlsb）", AS_XLSX);
        }
        if (parts.has("content.xml")) {
            return new RosterRefused(Reason.NOT_A_TABLE, "", "这是 OpenDocument 文件（.ods 等）", AS_XLSX);
        }
        if (main.startsWith("word/") || main.startsWith("ppt/")) {
            return new RosterRefused(Reason.NOT_A_TABLE, "", "这是文字或幻灯文档，不是工作簿", "请把名册做成 Excel 工作簿后上传");
        }
        return new RosterRefused(Reason.NOT_A_TABLE, "", "这是压缩包，里面没有工作簿", "请解压后上传其中的 .xlsx 或 .csv 文件");
    }

    /** Where the parts are that a part relates to: by their ids, and by the last words of their types. */
    private Map<String, String> related(String name, String folder) throws IOException, XMLStreamException {
        Map<String, String> related = new HashMap<>();
        Optional<InputStream> part = parts.open(name);
        if (part.isEmpty()) {
            return related;
        }
        try (XmlPart xml = new XmlPart(part.get())) {
            while (xml.next()) {
                if (xml.opens("Relationship")
                        && !xml.attribute("TargetMode", "").equals("External")) {
                    String target = target(folder, xml.attribute("Target", ""));
                    String type = xml.attribute("Type", "/");
                    String kind = type.substring(Math.max(type.lastIndexOf('/'), 0));
                    related.putIfAbsent(kind, target);
                    related.put(xml.attribute("Id", "") + kind, target);
                }
            }
        }
        return related;
    }

    private static String target(String folder, String written) {
        String path = written.startsWith("/") ? written.substring(1) : folder + written;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private void readSheets(XmlPart xml, Map<String, String> related) throws XMLStreamException {
        while (xml.next()) {
            if (xml.opens("workbookPr") && xml.isSet("date1904")) {
                serials = Serials.FROM_1904;
            } else if (xml.opens("sheet") && sheets.size() < SHEETS_MAX) {
                String part = related.get(xml.attribute("id", "") + "/worksheet");
                if (part != null) { // else a sheet of nothing but a chart
                    String state = xml.attribute("state", "visible");
                    sheets.add(new Sheet(sheets.size(), xml.attribute("name", ""), state.equals("visible")));
                    sheetParts.add(part);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw Guard.damaged("", "工作簿里没有工作表");
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Serials serials() {
        return serials;
    }

    @Override
    public Rows rows(Sheet sheet) {
        return Guard.reading(() -> {
            InputStream part = parts.open(sheetParts.get(sheet.index()))
                    .orElseThrow(() -> Guard.damaged("工作表“" + sheet.name() + "”", "内容丢失了"));
            return new XlsxRows(new XmlPart(part), this, limits);
        });
    }

    DayStyles styles() {
        return styles;
    }

    SharedTexts texts() {
        return texts;
    }

    @Override
    public void close() {
        parts.close();
    }
}
