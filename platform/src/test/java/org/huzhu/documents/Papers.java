package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** PDF as people bring them, and as nobody should. */
final class Papers {

    private Papers() {}

    /** What is done to a document before it is written. */
    interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** So many pages with a line of print. */
    static byte[] pdf(int pages, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            for (int page = 0; page < pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream pen = new PDPageContentStream(document, sheet)) {
                    pen.beginText();
                    pen.setFont(font, 20);
                    pen.newLineAtOffset(50, 700);
                    pen.showText("Page " + page);
                    pen.endText();
                }
            }
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pdf(int pages) throws IOException {
        return pdf(pages, _ -> {});
    }

    static byte[] encrypted(String password) throws IOException {
        return pdf(
                1,
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    static byte[] withScript() throws IOException {
        return pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] withLaunch() throws IOException {
        return pdf(1, document -> {
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            link.setRectangle(new PDRectangle(10, 10, 100, 100));
            document.getPage(0).setAnnotations(List.of(link));
        });
    }

    static byte[] withFile() throws IOException {
        return pdf(1, document -> {
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });
    }

    /** Pages whose tree leads back to its root. */
    static byte[] withLoop() {
        return written("""
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 3>> endobj
                3 0 obj <</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 2>> endobj
                trailer <</Root 1 0 R/Size 4>>
                """);
    }

    /** A name for a script that is spelt otherwise. */
    static byte[] withHiddenScript() {
        return written("""
                1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScript/#4aS(app.alert\\(1\\))>>>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
                trailer <</Root 1 0 R/Size 4>>
                """);
    }

    /** A page whose drawing unpacks to so many megabytes. */
    static byte[] unpackingTo(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                out.write(blank);
            }
        }
        String head = """
                %%PDF-1.7
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>> endobj
                4 0 obj <</Filter/FlateDecode/Length %d>> stream
                """.formatted(packed.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        packed.writeTo(all);
        all.writeBytes("\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF\n".getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    static byte[] claiming(int pages) {
        return written("""
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count %d>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
                trailer <</Root 1 0 R/Size 4>>
                """.formatted(pages));
    }

    /** Without a table of places: whoever reads it must look for all objects. */
    private static byte[] written(String objects) {
        return ("%PDF-1.7\n" + objects + "startxref\n9\n%%EOF\n").getBytes(ISO_8859_1);
    }
}
