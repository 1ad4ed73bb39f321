package org.huzhu.receipts;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A receipt in PDF, by the words on its first pages. */
final class PdfReceipt {

    private static final int PAGES_MAX = 3;

    private PdfReceipt() {}

    static Optional<MedicalReceipt> read(byte[] file, ReceiptReader reader) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper words = new PDFTextStripper();
            words.setSortByPosition(true);
            words.setEndPage(PAGES_MAX);
            return reader.ofText(words.getText(document));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
