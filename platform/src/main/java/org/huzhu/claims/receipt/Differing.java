package org.huzhu.claims.receipt;

import java.time.LocalDate;
import java.util.Set;
import org.huzhu.kernel.Money;
import org.huzhu.plan.CostField;
import org.huzhu.receipts.MedicalReceipt;

/** Where a receipt says otherwise than was told. People decide which of the two is right. */
public sealed interface Differing {

    /** The code and the number of the receipt. */
    String receipt();

    /** The stay begins on another day. */
    record Admitted(String receipt, LocalDate told, LocalDate stands) implements Differing {}

    /** The stay ends on another day. */
    record Discharged(String receipt, LocalDate told, LocalDate stands) implements Differing {}

    /** A sum is another. */
    record Cost(String receipt, CostField cost, Money told, Money stands) implements Differing {}

    /** The receipt is of a stay that nobody told of. */
    record Untold(String receipt, LocalDate in, LocalDate out) implements Differing {}

    /** The receipt bears another name than that of the patient. */
    record Payer(String receipt, String stands) implements Differing {}

    /** The receipt does not agree with itself. */
    record Wrong(String receipt, Set<MedicalReceipt.Wrong> what) implements Differing {}
}
