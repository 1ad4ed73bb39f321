package org.huzhu.documents;

import java.util.List;
import java.util.Optional;
import org.huzhu.receipts.MedicalReceipt;

/**
 * What became of a file that was looked at.
 *
 * @param pages for looking at, as JPEG
 * @param original what was brought, where it is kept as it came
 */
record Made(
        Document.Kind kind,
        List<byte[]> pages,
        Optional<byte[]> original,
        boolean blurred,
        Optional<MedicalReceipt> receipt) {}
