package org.huzhu.receipts;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Sees by its first bytes what a file is, and has it read. */
final class EveryReceipt implements ReceiptReader {

    private static final int HEAD = 64;

    @Override
    public Optional<MedicalReceipt> read(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            return PdfReceipt.read(file, this);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return OfdReceipt.read(file);
        }
        if (head.startsWith("\u00ff\u00d8") || head.startsWith("\u0089PNG")) {
            return SquareCode.read(file);
        }
        return XmlReceipt.read(file);
    }

    @Override
    public Optional<MedicalReceipt> ofPicture(BufferedImage picture) {
        return SquareCode.read(picture);
    }

    @Override
    public Optional<MedicalReceipt> ofText(String text) {
        return Label.receipt(Label.in(text));
    }
}
