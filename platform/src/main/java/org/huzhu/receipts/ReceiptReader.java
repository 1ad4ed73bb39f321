package org.huzhu.receipts;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Reads medical receipts: electronic ones as XML, OFD or PDF, and pictures that show the square code of one. */
public interface ReceiptReader {

    /**
     * What the file says; empty where it is no medical receipt or cannot be read. Files that strangers made are read
     * here with limits on all that XML and archives may grow to; PDF is best read where a fault takes nothing else with
     * it.
     */
    Optional<MedicalReceipt> read(byte[] file);

    /** What the square code on a picture says, where it shows one. */
    Optional<MedicalReceipt> ofPicture(BufferedImage picture);

    /** What lines of text say, such as {@code 票据代码：11060126}. */
    Optional<MedicalReceipt> ofText(String text);

    /** That which reads all of them. */
    static ReceiptReader ofAll() {
        return new EveryReceipt();
    }
}
