package org.huzhu.portal.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes forms as PDF, with what it needs of the font inside. The same form gives the same bytes. One is written at a
 * time, since the font is read once and shared; none takes long.
 */
@Component
class Press {

    /** Noto Sans SC, which comes with the program. */
    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private static final long SAME_ID = 1;
    private static final int ENTRIES_MAX = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable TrueTypeFont font;

    byte[] print(Printout printout) {
        lock.lock();
        try {
            return print(printout, font());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private TrueTypeFont font() throws IOException {
        TrueTypeFont known = font;
        if (known == null) {
            try (InputStream file = Objects.requireNonNull(Press.class.getResourceAsStream(FONT), FONT)) {
                known = new TTFParser().parse(new RandomAccessReadBuffer(file));
            }
            known.setEnableGsub(false); // a ligature would be a sign of its own
            font = known;
        }
        return known;
    }

    private static byte[] print(Printout printout, TrueTypeFont font) throws IOException {
        Lettering lettering = new Lettering(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
        byte[] set;
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(printout.heading().title());
            document.getDocumentCatalog().setLanguage("zh-CN");
            try (Pen pen = new Pen(document, PDType0Font.load(document, font, true), lettering)) {
                new Setter(pen).set(printout);
            }
            set = bytes(document);
        }
        try (PDDocument document = Loader.loadPDF(set)) {
            name(document.getPage(0).getResources().getCOSObject(), lettering.used());
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        document.setDocumentId(SAME_ID);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /**
     * Says which sign each glyph of the one font, which all pages share, stands for. PDFBox takes the first that the
     * font knows, which for 行 and many others is a radical that looks the same: whoever searches a name would not find
     * it.
     */
    private static void name(COSDictionary resources, SortedMap<Integer, Integer> signs) throws IOException {
        COSDictionary fonts = Objects.requireNonNull(resources.getCOSDictionary(COSName.FONT));
        for (COSName name : fonts.keySet()) {
            COSStream table = new COSStream();
            try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(table(signs).getBytes(StandardCharsets.US_ASCII));
            }
            Objects.requireNonNull(fonts.getCOSDictionary(name)).setItem(COSName.TO_UNICODE, table);
        }
    }

    private static String table(SortedMap<Integer, Integer> signs) {
        StringBuilder table = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int left = signs.size();
        int open = 0;
        for (Map.Entry<Integer, Integer> each : signs.entrySet()) {
            if (open == 0) {
                open = Math.min(left, ENTRIES_MAX);
                table.append(open).append(" beginbfchar\n");
            }
            table.append("<%04X> <".formatted(each.getKey()));
            Character.toString(each.getValue()).chars().forEach(unit -> table.append("%04X".formatted(unit)));
            table.append(">\n");
            left--;
            open--;
            table.append(open == 0 ? "endbfchar\n" : "");
        }
        return table.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
