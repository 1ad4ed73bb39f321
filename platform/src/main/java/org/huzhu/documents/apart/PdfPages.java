package org.huzhu.documents.apart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF that does nothing but show itself. */
final class PdfPages {

    static final int PAGES_MAX = 200;
    private static final int PARTS_MAX = 2_000_000;
    private static final float SIDE = 1_600;

    /** What only files have that do something, or carry other files. */
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "RichMediaContent", "XFA");

    private static final Set<String> ACTIVE_NAMES = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "RichMedia",
            "Rendition",
            "ImportData",
            "SubmitForm",
            "GoToE",
            "FileAttachment");

    private PdfPages() {}

    static Answer of(byte[] file, int first, int count) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return Answer.refused("ENCRYPTED");
            }
            int pages = document.getNumberOfPages();
            if (pages > PAGES_MAX) {
                return Answer.refused("TOO_MANY_PAGES");
            }
            if (pages < 1) {
                return Answer.refused("BROKEN");
            }
            if (isActive(document.getDocument())) {
                return Answer.refused("ACTIVE_CONTENT");
            }
            return new Answer("", pages, "", draw(document, first, Math.min(pages, first + count)));
        } catch (InvalidPasswordException _) {
            return Answer.refused("ENCRYPTED");
        }
    }

    private static List<byte[]> draw(PDDocument document, int first, int until) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        List<byte[]> drawn = new ArrayList<>();
        for (int page = first; page < until; page++) {
            PDRectangle box = document.getPage(page).getCropBox();
            float scale = SIDE / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            BufferedImage picture = renderer.renderImage(page, scale, ImageType.RGB);
            drawn.add(Drawing.jpeg(picture));
        }
        return drawn;
    }

    /** Looks at every object there is, whether or not anything leads to it. */
    private static boolean isActive(COSDocument document) {
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getTrailer());
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object != null) {
                open.add(object);
            }
        }
        int seen = 0;
        while (!open.isEmpty()) {
            COSBase part = open.pop();
            if (++seen > PARTS_MAX || isActive(part, open)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the part itself is; what stands within it is added, what it only points to is looked at in its turn. */
    private static boolean isActive(COSBase part, Deque<COSBase> open) {
        switch (part) {
            case COSDictionary dictionary -> {
                for (COSName key : dictionary.keySet()) {
                    COSBase value = dictionary.getItem(key);
                    if (ACTIVE_KEYS.contains(key.getName())
                            || (value instanceof COSName name && ACTIVE_NAMES.contains(name.getName()))) {
                        return true;
                    }
                    add(value, open);
                }
            }
            case COSArray array -> {
                for (COSBase value : array) {
                    add(value, open);
                }
            }
            default -> {
                return false;
            }
        }
        return false;
    }

    private static void add(COSBase value, Deque<COSBase> open) {
        if (!(value instanceof COSObject) && (value instanceof COSDictionary || value instanceof COSArray)) {
            open.push(value);
        }
    }
}
